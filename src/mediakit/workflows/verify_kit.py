"""Verify a kit on any laptop: is it as it was made, and may it still be shown?"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.kits import KitDamaged, KitWithdrawn
from mediakit.errors.library import ReadFailed
from mediakit.files import checksum, is_file
from mediakit.kits.bag import bag_files
from mediakit.kits.manifest import FILE, PAYLOAD, Manifest, kit_root, read_manifest
from mediakit.model.cause import Cause
from mediakit.model.clip import Clip
from mediakit.model.gate import Rules
from mediakit.model.leaving import Shown
from mediakit.model.use import Use
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.trace_voice import trace_voices, withdrawn_voices

# what systems leave on sticks
_OF_SYSTEMS = {
    *(".DS_Store", "Thumbs.db", "desktop.ini", "System Volume Information"),
    *(".Trashes", ".Spotlight-V100", ".fseventsd", "$RECYCLE.BIN"),
}
_OF_MACOS = "._"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a kit is like now.

    Attributes:
        path: Its folder.
        manifest: What it says of itself.
        damaged: Files that are not what they were.
        missing: Files that are not there.
        added: Files that do not belong to it.
        known: Whether a library is at hand that made it.
        withdrawn: How many people in it withdrew since.
        closed: How many people in it do not agree to its being shown today, other than
            somebody let pass when it was made: their consent has ended, or says less.
    """

    path: Path
    manifest: Manifest
    damaged: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    known: bool = False
    withdrawn: int = 0
    closed: int = 0

    @property
    def reasons(self) -> Reasons:
        """All that is wrong with it, in words."""
        return Reasons(*self._withdrawn(), *self._changed())

    def _withdrawn(self) -> Iterator[Reason]:
        if self.withdrawn:
            many = sentence("People in it who withdrew since: {count}.")
            yield Reason(many, count=self.withdrawn)

    def _changed(self) -> Iterator[Reason]:
        for text, names in (
            (sentence("{file} is damaged."), self.damaged),
            (sentence("{file} is missing."), self.missing),
            (sentence("{file} was added."), self.added),
        ):
            yield from (Reason(text, file=name) for name in names)


def verify_kit(
    folder: Path, records: Records | None, day: str, rules: Rules | None = None
) -> Verified:
    """Return what a kit is like now.

    Args:
        folder: The kit, or the bag it is in.
        records: The catalog of the library that is at hand, if there is one.
        day: ISO 8601 day of today.
        rules: What that library says of consent; without, only withdrawals count.

    Raises:
        NotAKit: It is none, or the list of its files cannot be read.
        ReadFailed: One of its files cannot be read.
    """
    root = kit_root(folder)
    manifest = read_manifest(root)
    use = _use(records, manifest)
    recorded = {file.sha256 for file in use.files} if use else set()
    expected = {**manifest.files}
    if use and checksum(root / FILE) not in recorded:
        # only a list that nobody changed says what must be there
        expected = {FILE: "", **expected}
    found = set(_files(root)) - {FILE}
    prefix = f"{PAYLOAD}/" if root != folder else ""
    changed, gone = _compare(root, expected)
    outer, outer_gone = _compare(folder, bag_files(folder)) if prefix else ((), ())
    return Verified(
        path=folder,
        manifest=manifest,
        damaged=_once(*(f"{prefix}{name}" for name in changed), *outer),
        missing=_once(*(f"{prefix}{name}" for name in gone), *outer_gone),
        added=tuple(f"{prefix}{name}" for name in sorted(found - set(expected))),
        known=use is not None,
        withdrawn=_withdrawn(records, use, day) if records and use else 0,
        closed=_closed(records, use, rules, day) if records and use and rules else 0,
    )


def refuse_unsound(verified: Verified) -> None:
    """Refuse a kit that must not be shown, or is not as it was made.

    Raises:
        KitWithdrawn: Somebody in it withdrew.
        KitDamaged: It is not as it was made.
    """
    reasons = verified.reasons
    if not reasons:
        return
    kind = KitWithdrawn if verified.withdrawn else KitDamaged
    raise kind(
        folder=str(verified.path),
        reason=reasons,
        damaged=verified.damaged,
        missing=verified.missing,
        added=verified.added,
        withdrawn=verified.withdrawn,
    )


def _use(records: Records | None, manifest: Manifest) -> Use | None:
    every = records.all(Use) if records else ()
    return next((use for use in every if use.id == manifest.use), None)


def _withdrawn(records: Records, use: Use, day: str) -> int:
    marks = withdrawn_voices(gather_facts(records), day)
    traced = trace_voices(records, marks)
    return len({one.person for one in traced if one.record.id == use.id})


def _closed(records: Records, use: Use, rules: Rules, day: str) -> int:
    if use.scope not in rules.scopes:
        return 0  # the settings were changed since: nobody was asked for it
    there = {clip.id: clip for clip in records.all(Clip)}
    parts = [(one.clip, one.range) for one in use.ranges if one.clip in there]
    purpose = Purpose(rules=rules, scope=use.scope, day=day)
    known = {(one.cause, one.clip, one.person) for one in use.overridden}
    return len(
        {
            (one.person, one.person or one.clip)
            for one in ask_gate(records, purpose, parts, Shown(0)).left_out
            if one.cause is not Cause.WITHDRAWN
            and (one.cause, one.clip, one.person) not in known
        }
    )


def _compare(
    root: Path, expected: dict[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which files are not what they were, and which are not there."""
    changed, gone = [], []
    for name, digest in expected.items():
        path = root / name
        if not is_file(path):
            gone.append(name)
        elif _digest(path) != digest:
            changed.append(name)
    return tuple(changed), tuple(gone)


def _digest(path: Path) -> str:
    try:
        return checksum(path)
    except ReadFailed:
        # a stick that is wearing out: its other files are to be told of too
        return ""


def _files(root: Path) -> Iterator[str]:
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        of_system = not _OF_SYSTEMS.isdisjoint(name.parts)
        if path.is_file() and not of_system and not path.name.startswith(_OF_MACOS):
            yield name.as_posix()


def _once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
