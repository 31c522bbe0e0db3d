"""Consent: who agreed to what, what is open for what, and whom to ask."""

from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _

from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.gate import Request, allowed_spans
from mediakit.model.ladder import INTERNAL, RESEARCH
from mediakit.model.person import Person
from mediakit.model.spans import without
from mediakit.model.timecode import TimeRange
from mediakit.reports.agreed import agreed_name, in_force, standing
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import Need, Takes
from mediakit.reports.table import Chart, Column, Drawn, Kind, Row, Table

NAME = "consent"
NEEDS: frozenset[Need] = frozenset()
TAKES: frozenset[Takes] = frozenset()


def title() -> str:
    """Return what it is about."""
    return _("Consent")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield people by what they agreed to, what is open, and what is to be done."""
    del wish
    said = {
        person: in_force(material, person.id)
        for person in material.about.people.values()
        if not person.forgotten
    }
    yield _people(material, said)
    yield _open(material)
    yield _to_ask(material, said)
    yield _unknown(material)


def _people(material: Material, said: dict[Person, ConsentEvent | None]) -> Table:
    counts = Counter(standing(material, event) for event in said.values())
    rungs = [_("up to {scope}").format(scope=scope) for scope in material.rules.scopes]
    order = [
        *(rung for rung in rungs if rung in counts),
        *sorted(set(counts) - set(rungs)),
    ]
    return Table(
        name="people",
        title=_("People by what they agreed to"),
        columns=(
            Column("consent", _("Consent"), Kind.TEXT),
            Column("people", _("People")),
        ),
        rows=tuple((one, counts[one]) for one in order),
        footer=(_("All"), len(said)),
        notes=(
            _(
                "What somebody said of single clips only is not told here; the next "
                "table knows it. People who asked to be forgotten are not counted."
            ),
        ),
        chart=Chart(Drawn.BARS, "consent", ("people",)),
    )


def _open(material: Material) -> Table:
    clips = material.about.clips.values()
    whole = tuple((clip.id, TimeRange(0, clip.media.duration)) for clip in clips)
    time = sum(clip.media.duration for clip in clips)
    rows: list[Row] = []
    for scope in (*material.rules.scopes, RESEARCH):
        request = Request(ranges=whole, scope=scope, day=material.day)
        spans = allowed_spans(material.known, material.rules, request)
        open_ = Counter[str]()
        for clip, span in spans:
            open_[clip] += span.duration
        full = sum(open_[clip] == range_.duration for clip, range_ in whole)
        part = len(open_) - full
        share = sum(open_.values()) / time if time else None
        rows.append(
            (scope, full, part, len(whole) - full - part, sum(open_.values()), share)
        )
    return Table(
        name="open",
        title=_("What is open for what"),
        columns=(
            Column("scope", _("For"), Kind.TEXT, whole=True),
            Column("clips", _("Clips open")),
            Column("part", _("In part")),
            Column("closed", _("Closed")),
            Column("time", _("Time open"), Kind.TIME),
            Column("share", _("Share"), Kind.SHARE),
        ),
        rows=tuple(rows),
        notes=(
            _(
                "A clip is open if everybody heard or seen in it agreed, for no "
                "audience in particular; faces, voices or names may still have to be "
                "hidden."
            ),
        ),
        chart=Chart(Drawn.BARS, "scope", ("clips", "part", "closed")),
    )


def _to_ask(material: Material, said: dict[Person, ConsentEvent | None]) -> Table:
    rows: list[Row] = []
    for person, event in said.items():
        if event is not None and event.kind is ConsentKind.WITHDRAWN:
            continue
        day = (event.until or event.embargo) if event else ""
        if event is None or day:
            name = agreed_name(material, person.id, event)
            rows.append(
                (person.id, name, person.region, standing(material, event), day)
            )
    return Table(
        name="to-ask",
        title=_("People to ask, or to ask again"),
        columns=(
            Column("person", _("Person"), Kind.TEXT, whole=True),
            Column("name", _("Name"), Kind.TEXT),
            Column("region", _("Region"), Kind.TEXT),
            Column("consent", _("Consent"), Kind.TEXT),
            Column("day", _("Ends, or waits until"), Kind.TEXT, whole=True),
        ),
        rows=tuple(sorted(rows, key=lambda row: str(row[4]))),
        notes=(_("Names are those that people agreed to."),),
    )


def _unknown(material: Material) -> Table:
    rows: list[Row] = []
    for clip in material.about.clips.values():
        whole = TimeRange(0, clip.media.duration)
        voices = material.known.voices.get(clip.id, ())
        open_ = without((whole,), (voice.range or whole for voice in voices))
        if open_:
            time = sum(span.duration for span in open_)
            title_ = material.titles.get(clip.id, clip.id)
            rows.append((clip.id, title_, time))
    return Table(
        name="unknown",
        title=_("Clips of which nobody has said who is in them"),
        columns=(
            Column("clip", _("Clip"), Kind.TEXT, whole=True),
            Column("title", _("Title"), Kind.TEXT),
            Column("time", _("Time"), Kind.TIME),
        ),
        rows=tuple(rows),
        notes=(_("Such parts stay in the team: '{scope}'.").format(scope=INTERNAL),),
    )
