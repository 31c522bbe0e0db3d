"""Transcription: what is written down, checked, doubted, and still to do."""

from collections import defaultdict
from collections.abc import Iterator
from gettext import gettext as _

from mediakit.i18n.values import doubt, state
from mediakit.model.clip import Clip
from mediakit.model.current import preferred
from mediakit.model.ids import ClipId
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import Need, Takes
from mediakit.reports.table import Chart, Column, Drawn, Kind, Row, Table

NAME = "transcription"
NEEDS: frozenset[Need] = frozenset()
TAKES: frozenset[Takes] = frozenset()

_NONE = "none"
_Written = dict[ClipId, TranscriptRecord | None]


def title() -> str:
    """Return what it is about."""
    return _("Transcription")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield clips by language and state, the doubts, and what is to be done."""
    del wish
    written = _written(material)
    yield _languages(material, written)
    yield _doubts(written)
    yield _to_do(material, written)


def _written(material: Material) -> _Written:
    """Return what is written of what is spoken in each clip with sound."""
    all_: defaultdict[ClipId, list[TranscriptRecord]] = defaultdict(list)
    for record in material.transcripts:
        all_[record.clip].append(record)
    return {
        clip.id: next(
            (
                one
                for one in preferred(all_[clip.id])
                if one.origin is not Origin.SEGMENTS
            ),
            None,
        )
        for clip in material.about.clips.values()
        if clip.media.sound
    }


def _languages(material: Material, written: _Written) -> Table:
    groups: defaultdict[str, list[Clip]] = defaultdict(list)
    for id_ in written:
        clip = material.known.clips[id_]
        groups[", ".join(clip.languages)].append(clip)

    def cells(clips: list[Clip]) -> Row:
        states = [_state(written[clip.id]) for clip in clips]
        time = sum(clip.media.duration for clip in clips)
        return (
            *(len(clips), time, states.count(_NONE)),
            *(states.count(each) for each in State),
        )

    everything = [clip for some in groups.values() for clip in some]
    states = {_NONE: _("no transcript"), **{one.value: state(one) for one in State}}
    return Table(
        name="languages",
        title=_("Clips by language and state"),
        columns=(
            Column("language", _("Language"), Kind.TEXT),
            Column("clips", _("Clips")),
            Column("time", _("Time"), Kind.TIME),
            *(Column(name, text) for name, text in states.items()),
        ),
        rows=tuple((name, *cells(some)) for name, some in sorted(groups.items())),
        footer=(_("All"), *cells(everything)),
        notes=(
            _(
                "A figure is how many clips with sound there are, by the state of the "
                "transcript that counts most; the language is what was said of the "
                "clip."
            ),
        ),
        chart=Chart(Drawn.BARS, "language", tuple(states)),
    )


def _state(record: TranscriptRecord | None) -> str:
    return record.state.value if record else _NONE


def _doubts(written: _Written) -> Table:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for record in filter(None, written.values()):
        for flag, count in record.flags.items():
            found[flag].append(count)
    segments = sum(record.segments for record in filter(None, written.values()))
    most = sorted(found.items(), key=lambda one: -sum(one[1]))
    return Table(
        name="flags",
        title=_("Doubts of the machine"),
        columns=(
            Column("flag", _("Doubt"), Kind.TEXT),
            Column("segments", _("Segments")),
            Column("clips", _("Clips")),
        ),
        rows=tuple((doubt(flag), sum(some), len(some)) for flag, some in most),
        notes=(
            _(
                "Of {count} segments in these transcripts; one segment may have "
                "several doubts."
            ).format(count=segments),
        ),
        chart=Chart(Drawn.BARS, "flag", ("segments",)),
    )


def _to_do(material: Material, written: _Written) -> Table:
    rows: list[Row] = []
    for id_, record in written.items():
        if record is None or not record.is_checked:
            clip = material.known.clips[id_]
            rows.append(
                (
                    id_,
                    material.titles.get(id_, id_),
                    record.language if record else ", ".join(clip.languages),
                    clip.media.duration,
                    state(record.state) if record else _("no transcript"),
                    sum(record.flags.values()) if record else None,
                    record.guessed_speakers if record else None,
                )
            )
    return Table(
        name="to-do",
        title=_("Clips still to transcribe or to check"),
        columns=(
            Column("clip", _("Clip"), Kind.TEXT, whole=True),
            Column("title", _("Title"), Kind.TEXT),
            Column("language", _("Language"), Kind.TEXT),
            Column("time", _("Time"), Kind.TIME),
            Column("state", _("State"), Kind.TEXT),
            Column("flags", _("Doubts")),
            Column("guessed", _("Speakers guessed")),
        ),
        rows=tuple(rows),
    )
