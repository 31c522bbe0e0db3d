"""Lines that tell what is different between two versions of a film."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from gettext import gettext as _

from mediakit.cli.film_texts import line_words, part_words
from mediakit.model.film import Cover, FilmLine
from mediakit.model.film_difference import Changed
from mediakit.model.timecode import TimeRange, format_time
from mediakit.model.timeline import Marker
from mediakit.workflows.compare_films import ComparedFilms

_TIMES = {"duration", "budget"}


def difference_json(compared: ComparedFilms) -> dict[str, object]:
    """Return what programs read."""
    return {
        "film": compared.film,
        "versions": compared.versions,
        "duration": (compared.before.duration, compared.after.duration),
        "difference": asdict(compared.difference),
    }


def difference_lines(compared: ComparedFilms) -> Iterator[str]:
    """Yield what is different: of the film itself, then line by line."""
    first, second = compared.versions
    yield f"{compared.film}  {compared.title}"
    yield _("From {before} to {after}").format(before=first, after=second or _("now"))
    times = (compared.before.duration, compared.after.duration)
    before, after = (format_time(round(time, -3)) for time in times)
    yield _("Time: {before} -> {after}").format(before=before, after=after)
    difference = compared.difference
    for name, (was, now) in difference.facts.items():
        yield _("{name}: {before} -> {after}").format(
            name=_field(name), before=_shown(was, name), after=_shown(now, name)
        )
    was_said = {one.code: one for one in compared.before.markers}
    is_said = {one.code: one for one in compared.after.markers}
    for line in difference.removed:
        yield f"- {line.code}  {_said(line, was_said)}"
    for line in difference.added:
        yield f"+ {line.code}  {_said(line, is_said)}"
    for code in difference.moved:
        yield f"~ {code}  " + _("stands elsewhere")
    for changed in difference.changed:
        yield f"* {changed.after.code}  {_said(changed.after, is_said)}"
        yield from (f"    {line}" for line in _changes(changed))
    if not difference:
        yield _("Nothing is different.")


def _said(line: FilmLine, markers: Mapping[str, Marker]) -> str:
    marker = markers.get(line.code)
    if marker and marker.quote:
        names = ", ".join(marker.names)
        text = _("{name}: {told}")
        return text.format(name=names, told=marker.quote) if names else marker.quote
    return line_words(line)


def _changes(changed: Changed) -> Iterator[str]:
    for name in changed.fields:
        # another part is another excerpt: that is said once
        if name == "excerpt" and "range" in changed.fields:
            continue
        before, after = getattr(changed.before, name), getattr(changed.after, name)
        yield _("{name}: {before} -> {after}").format(
            name=_field(name), before=_shown(before, name), after=_shown(after, name)
        )


def _field(name: str) -> str:
    return {
        "title": _("title"),
        "scope": _("scope"),
        "rate": _("frames a second"),
        "drop": _("drop-frame"),
        "width": _("width"),
        "height": _("height"),
        "languages": _("languages"),
        "budget": _("longest time"),
        "kind": _("kind"),
        "clip": _("clip"),
        "range": _("part"),
        "excerpt": _("excerpt"),
        "texts": _("words"),
        "note": _("note"),
        "duration": _("time"),
        "covers": _("seen over it"),
    }.get(name, name)


def _one(value: object) -> str:
    if isinstance(value, Cover):
        part = part_words(value.clip, value.range)
        return f"{value.code} {format_time(value.at)} ({part})"
    return str(value)


def _shown(value: object, name: str) -> str:
    """Return a value of a field as people read it."""
    if isinstance(value, TimeRange):
        return f"{format_time(value.start)} - {format_time(value.end)}"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return format_time(value) if name in _TIMES else str(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{tag}: {text}" for tag, text in value.items()) or "-"
    if isinstance(value, tuple):
        return ", ".join(map(_one, value)) or "-"
    return str(value or "-")
