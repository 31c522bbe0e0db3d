"""Which column of a spreadsheet says what of a session."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediakit.errors.base import Reason, sentence
from mediakit.errors.spreadsheets import ColumnsNotFound, SpreadsheetUnreadable
from mediakit.errors.typed import PresenceNotUnderstood
from mediakit.exchange.sheet import Sheet
from mediakit.model.form import FIELDS, Form
from mediakit.model.person import Sex
from mediakit.model.presence import Presence, parse_presence

# any of these is enough to call a session by
NAMING = ("title", "group", "place", "community")

# headings that mean a field, besides its name, without accents and in small letters
_ALSO = {
    "title": ("titre",),
    "kind": ("type de session",),
    "group": ("groupe",),
    "community": ("communaute",),
    "place": ("lieu", "localite", "village"),
    "region": ("camp",),
    "country": ("pays",),
    "languages": ("language", "langue", "langues"),
    "facilitators": ("facilitator", "facilitateur", "facilitateurs"),
    "partner": ("partenaire",),
    "people": ("participants", "personnes", "presents"),
    "present": ("presence",),
    "notes": ("remarques", "observations"),
    # what KoBoToolbox, ODK Collect and ODK Central call a filled-in form
    "source": ("_uuid", "key", "meta/instanceid", "instanceid"),
}
_NAMES = {heading: name for name, also in _ALSO.items() for heading in also} | {
    name: name for name in FIELDS
}
_SHORTEST = 3


Choices = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in each row, by the place of their column.

    Attributes:
        fields: The column of each field.
        choices: For fields of several answers that have a column each: the columns,
            with the answer that each stands for.
        present: The columns of numbers of people, with whom each counts.
    """

    fields: dict[str, int]
    choices: dict[str, Choices]
    present: dict[int, Presence]


def find_columns(sheet: Sheet, form: Form, file: str) -> Columns:
    """Return where *sheet* says what of its sessions.

    Columns that *form* names are looked for as they are named; of the others, those
    that are called as a field is, in English or French, whatever group of questions
    stands before the last slash. A file with none of the columns that were named is
    no file of that form.

    Raises:
        ColumnsNotFound: Some of those that were named are not there, or none that a
            session could be called by.
        SpreadsheetUnreadable: One that is needed is there twice.
    """
    headings = sheet.headings
    fields, choices = _named(headings, form, file)
    for name, place in _called(headings).items():
        if name not in {*fields, *choices}:
            fields[name] = place
    if not set(NAMING) & {*fields, *choices}:
        raise _not_found(file, NAMING[:1], headings)
    counted = {
        _only(headings, heading, file): who
        for heading, who in form.present.items()
        if heading in headings
    }
    taken = {*fields.values()}
    return Columns(fields, choices, counted or _counting(headings, taken))


def fold_heading(text: str) -> str:
    """Return a heading without accents and capitals, to be compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _named(
    headings: Sequence[str], form: Form, file: str
) -> tuple[dict[str, int], dict[str, Choices]]:
    """Return the columns that *form* names, by field; of an answer each, too."""
    fields: dict[str, int] = {}
    choices: dict[str, Choices] = {}
    missing = [heading for heading in form.present if heading not in headings]
    for name, heading in form.columns.items():
        if heading in headings:
            fields[name] = _only(headings, heading, file)
        elif split := _split(headings, heading):
            choices[name] = split
        else:
            missing.append(heading)
    if missing and len(missing) < len(form.columns) + len(form.present):
        raise _not_found(file, missing, headings)
    return fields, choices


def _called(headings: Sequence[str]) -> dict[str, int]:
    """Return the columns that are called as a field, by the field.

    A whole heading counts more than its end, and an end that several have counts
    nothing.
    """
    found: dict[str, list[int]] = {}
    ends: dict[str, list[int]] = {}
    for place, heading in enumerate(headings):
        folded = fold_heading(heading)
        if folded in _NAMES:
            found.setdefault(_NAMES[folded], []).append(place)
        elif (end := folded.rpartition("/")[2]) in _NAMES:
            ends.setdefault(_NAMES[end], []).append(place)
    lonely = {name: places for name, places in ends.items() if len(places) == 1}
    return {name: places[0] for name, places in (lonely | found).items()}


def _split(headings: Sequence[str], heading: str) -> Choices:
    """Return the columns of a question of several answers, one for each."""
    start = f"{heading}/"
    return tuple(
        (place, one.removeprefix(start))
        for place, one in enumerate(headings)
        if one.startswith(start)
    )


def _counting(headings: Sequence[str], taken: set[int]) -> dict[int, Presence]:
    """Return the columns that are called as people of a sex."""
    return {
        place: who
        for place, heading in enumerate(headings)
        if place not in taken and (who := _counted(heading)) is not None
    }


def _counted(heading: str) -> Presence | None:
    name = heading.partition("/")[0].strip()
    try:
        who = parse_presence(f"{heading}=0")
    except PresenceNotUnderstood:
        return None
    # a column 'm' or 'autre' may be anything
    plain = len(name) >= _SHORTEST and who.sex in {Sex.FEMALE, Sex.MALE}
    return who if plain else None


def _only(headings: Sequence[str], heading: str, file: str) -> int:
    if headings.count(heading) > 1:
        reason = Reason(
            sentence("the column '{column}' is there twice"), column=heading
        )
        raise SpreadsheetUnreadable(file=file, reason=reason)
    return headings.index(heading)


def _not_found(
    file: str, missing: Iterable[str], headings: Sequence[str]
) -> ColumnsNotFound:
    found = ", ".join(heading for heading in headings if heading) or "-"
    advice = sentence("say which is which in [import.sessions] of mediakit.toml")
    return ColumnsNotFound(
        file=file, missing=", ".join(missing), found=found, advice=advice
    )
