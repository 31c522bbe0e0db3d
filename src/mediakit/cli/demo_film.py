"""An act of the demo: a film is edited on paper, checked, compared and rendered."""

from mediakit.cli.demo_acts import Demo, options
from mediakit.model.film import Film, FilmLine, FilmVersion, LineKind
from mediakit.model.ids import FilmId
from mediakit.model.timecode import TimeRange, format_time

_VERBS = {
    LineKind.HEADING: "heading",
    LineKind.NARRATION: "narrate",
    LineKind.CARD: "card",
    LineKind.NOTE: "note",
}


def edit(demo: Demo) -> None:
    """Write the script of each film, keep its versions, and look at it."""
    for film in demo.script.all(Film):
        facts = {
            "fps": film.frame_rate.name,
            "scope": film.scope,
            "languages": ",".join(film.languages),
            "max": format_time(film.budget),
        }
        demo.run("film", "new", film.title, *options(facts))
        made = demo.now().all(Film)[-1].id
        for line in film.lines:
            _put(demo, made, line)
            for version in demo.script.all(FilmVersion):
                if version.was.lines[-1].code == line.code:
                    demo.run("film", "keep", made, version.note)
        demo.run("film", "show", made)
        demo.run("film", "diff", made)
        demo.run("film", "check", made)
        demo.run("film", "render", made, "--size", "360p")


def _put(demo: Demo, made: FilmId, line: FilmLine) -> None:
    """Put a line into the film, and what is seen over it."""
    facts: dict[str, object] = {"note": line.note}
    if line.clip and line.range:
        words = ["add", made, demo.clip(line.clip)]
        facts |= _part(line.range)
    else:
        texts = (f"{tag}:{text}" for tag, text in line.texts.items())
        words = [_VERBS[line.kind], made, *texts]
        facts["time"] = format_time(line.duration) if line.duration else ""
    demo.run("film", *words, *options(facts))
    code = demo.now().get(Film, made).lines[-1].code
    for cover in line.covers:
        seen = {"over": code, "at": format_time(cover.at), **_part(cover.range)}
        demo.run("film", "add", made, demo.clip(cover.clip), *options(seen))


def _part(part: TimeRange) -> dict[str, object]:
    return {"from": format_time(part.start), "to": format_time(part.end)}
