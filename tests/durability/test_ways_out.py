"""Nothing leaves a library without passing the gate, whichever command makes it.

Every command that changes a library is tried where everybody withdrew. A new one that
writes somewhere else than among the library's own files, and forgets to ask, is found
here: the list of commands is complete, see `test_every_call`.
"""

import shutil
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli.start import start
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.errors.masks import MaskNotPossible, MaskUnconfirmed
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import MaskId
from mediakit.model.mask import Mask, MaskKind, Place
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UseKind
from tests.consents import put_voice_of, withdraw
from tests.durability.commands import CHANGING, Command
from tests.durability.libraries import Small

MASKED = {MaskUnconfirmed.exit_status, MaskNotPossible.exit_status}
REFUSED = {ConsentRefused.exit_status, ConsentWithdrawn.exit_status}
WAYS_OUT = {
    *("trim", "search", "excerpt join", "playlist kit"),
    *("film export", "film render"),
    *("transcript export", "transcript edit", "translation add"),
}
# what is said in the library
WORDS = "vivre ensemble"

# where a library keeps what is its own
INSIDE = {
    *("assets", "transcripts", "submissions", "evidence", "removed", ".mediakit"),
    *("interpretations", "voiceovers"),
    *("catalog.json", "real-names.json"),
}

IN_A_LIBRARY = [command for command in CHANGING if command.has_library]


MEDIA = {UseKind.CUT, UseKind.FILM, UseKind.KIT}
PICTURES = {".mp4", ".jpg", ".pdf", ".html"}


@pytest.fixture(scope="module")
def unconfirmed(small: Small, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the library; in every video faces were found that nobody looked at."""
    root = tmp_path_factory.mktemp("unconfirmed") / "library"
    shutil.copytree(small.root, root)
    catalog = Catalog(root / "catalog.json", author="Awa")
    with catalog.change() as change:
        for clip in change.all(Clip):
            if clip.media.video:
                change.put(
                    Mask(
                        id=MaskId(change.new_id(Mask)),
                        clip=clip.id,
                        range=TimeRange(0, clip.media.duration),
                        kind=MaskKind.FACES,
                        places=(Place(0, 0, 1000, 1000),),
                    )
                )
    catalog.close()
    return root


@pytest.fixture(scope="module")
def closed(small: Small, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the library; somebody who is in every clip withdrew, long ago."""
    root = tmp_path_factory.mktemp("closed") / "library"
    shutil.copytree(small.root, root)
    catalog = Catalog(root / "catalog.json", author="Awa")
    for clip in catalog.read().all(Clip):
        withdraw(catalog, put_voice_of(catalog, clip.id), "2020-01-01")
    catalog.close()
    return root


@pytest.mark.engine
@pytest.mark.ffmpeg
def test_no_command_lets_a_withdrawn_voice_out(
    small: Small,
    closed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each is refused, or writes no file; what holds nobody is a recorded use.

    Nor does any show the words.
    """
    monkeypatch.chdir(tmp_path)
    refused: set[str] = set()
    escaped: dict[str, list[str]] = {}
    telling: set[str] = set()
    for command in IN_A_LIBRARY:
        root = tmp_path / "library"
        shutil.copytree(closed, root)
        before = outside(tmp_path)

        if start(["--library", str(root), *command.words(small, str(root))]) in REFUSED:
            refused.add(command.name)

        written = outside(tmp_path) - before - without_people(Library(root))
        if written:
            escaped[str(command)] = sorted(map(str, written))
        if WORDS in "".join(capsys.readouterr()):
            telling.add(str(command))
        shutil.rmtree(root)

    assert {} == escaped
    assert set() == telling
    assert refused >= WAYS_OUT


@pytest.mark.engine
@pytest.mark.ffmpeg
def test_no_command_lets_out_what_is_to_be_hidden(
    small: Small, unconfirmed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each that would show pictures is refused, or shows none of these clips.

    That all that leaves is a recorded use, other tests see to.
    """
    monkeypatch.chdir(tmp_path)
    refused: set[str] = set()
    escaped: dict[str, list[str]] = {}
    known = shown(unconfirmed)
    for command in IN_A_LIBRARY:
        root = tmp_path / "library"
        shutil.copytree(unconfirmed, root)

        status = start(["--library", str(root), *command.words(small, str(root))])

        if status in MASKED:
            refused.add(command.name)
        if seen := shown(root) - known:
            escaped[str(command)] = sorted(seen)
        shutil.rmtree(root)

    assert {} == escaped
    assert refused >= {"trim", "excerpt join", "playlist kit"}


@pytest.mark.ffmpeg
@pytest.mark.parametrize(
    "command", [c for c in IN_A_LIBRARY if c.name == "trim"][:1], ids=str
)
def test_a_command_that_forgets_would_be_found(
    small: Small, tmp_path: Path, command: Command
) -> None:
    """Where nobody withdrew, the same command does write outside."""
    root = tmp_path / "library"
    shutil.copytree(small.root, root)
    before = outside(tmp_path)

    status = start(["--library", str(root), *command.words(small, str(root))])

    assert (0, 1) == (status, len(outside(tmp_path) - before))


def outside(folder: Path) -> set[Path]:
    """Return every file in *folder* that is not the library's own."""
    root = folder / "library"
    return {
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not (
            path.is_relative_to(root)
            and any(path.relative_to(root).parts[0].startswith(own) for own in INSIDE)
        )
    }


def without_people(library: Library) -> set[Path]:
    """Return the files of recorded uses that hold no part of any clip."""
    records = Catalog(library.catalog, author="").read()
    uses = [use for use in records.all(Use) if not use.ranges]
    return {library.resolve(file.path) for use in uses for file in use.files}


def shown(root: Path) -> set[str]:
    """Return the pictures that left of clips on which there are masks."""
    records = Catalog(root / "catalog.json", author="").read()
    masked = {mask.clip for mask in records.all(Mask)}
    return {
        f"{use.id} {file.path}"
        for use in records.all(Use)
        if use.kind in MEDIA and masked & {used.clip for used in use.ranges}
        for file in use.files
        if Path(file.path).suffix in PICTURES
    }
