"""Leave what people are really called out of what is written in a film that leaves."""

from collections.abc import Mapping
from dataclasses import replace

from mediakit.catalog.catalog import Records
from mediakit.library import Library
from mediakit.model.timeline import Card, Cue, Marker, Shot, Timeline, Track
from mediakit.workflows.kit_texts import Names, discreet, names_in
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.real_names import real_names_of


def without_real_names(library: Library, records: Records, laid: LaidOut) -> LaidOut:
    """Return a film with the names that people agreed to, instead of real ones.

    In its title, on its cards, in its subtitles and in the words of its lines, as a
    kit has them; what is heard stays as it was said. Also those are meant who are on
    lines that are left out.

    Args:
        library: Where the real names are.
        records: The catalog.
        laid: The film as the team has it.
    """
    names = names_in(records, real_names_of(library), laid.facts.clips)
    if not names:
        return laid
    film = replace(
        laid.film,
        title=discreet(laid.film.title, names),
        lines=tuple(
            replace(
                line, texts=_texts(line.texts, names), note=discreet(line.note, names)
            )
            for line in laid.film.lines
        ),
    )
    return replace(laid, film=film, timeline=_timeline(laid.timeline, names))


def _timeline(timeline: Timeline, names: Names) -> Timeline:
    return replace(
        timeline,
        title=discreet(timeline.title, names),
        tracks=tuple(_track(track, names) for track in timeline.tracks),
        markers=tuple(_marker(one, names) for one in timeline.markers),
        cues={
            tag: tuple(_cue(cue, names) for cue in cues)
            for tag, cues in timeline.cues.items()
        },
    )


def _track(track: Track, names: Names) -> Track:
    return replace(track, items=tuple(_item(one, names) for one in track.items))


def _item(item: Shot | Card, names: Names) -> Shot | Card:
    if isinstance(item, Card):
        return replace(item, texts=_texts(item.texts, names))
    return item


def _marker(marker: Marker, names: Names) -> Marker:
    return replace(
        marker,
        quote=discreet(marker.quote, names),
        translations=_texts(marker.translations, names),
        texts=_texts(marker.texts, names),
        session=discreet(marker.session, names),
        note=discreet(marker.note, names),
    )


def _cue(cue: Cue, names: Names) -> Cue:
    return replace(cue, text=discreet(cue.text, names))


def _texts(texts: Mapping[str, str], names: Names) -> dict[str, str]:
    return {tag: discreet(text, names) for tag, text in texts.items()}
