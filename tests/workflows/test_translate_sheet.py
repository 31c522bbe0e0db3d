"""Translating a clip in writing."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.corrections import SheetOutdated
from mediakit.errors.interpreting import TimesUnknown
from mediakit.errors.transcripts import TranscriptEmpty, TranscriptLineUnreadable
from mediakit.library import Library
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.find_segments import Original
from mediakit.workflows.import_transcript import import_transcript
from mediakit.workflows.keep_interpretation import Interpreted, Terms
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.translate_sheet import (
    apply_translation_sheet,
    write_translation_sheet,
)
from tests.conftest import saved
from tests.consents import WORKING
from tests.interpreters import put_original

TERMS = Terms(language="en", by="Oumar", day="2026-11-22")
FILE = Path("words.txt")

EMPTY = """\
# Translate.

# I ni ce.
[0:00 - 0:03 | Awa] {}

# N ni ce.
[0:03 - 0:05 | Awa] {}

# Here.
[0:06 - 0:09 | Moussa] {}
"""


@pytest.fixture
def original(library: Library, catalog: Catalog) -> Original:
    """Put a clip into the library, with three segments."""
    return put_original(library, catalog)


def _sheet(library: Library, catalog: Catalog, original: Original) -> str:
    return write_translation_sheet(
        library, catalog.read(), original, TERMS, WORKING, ["Translate."]
    )


def _applied(
    library: Library, catalog: Catalog, original: Original, text: str
) -> Interpreted | None:
    return apply_translation_sheet(
        library, catalog, original, TERMS, WORKING, FILE, text
    )


def test_what_is_said_stands_above_each_line(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """The lines themselves are empty."""
    assert EMPTY.format("", "", "") == _sheet(library, catalog, original)


def test_what_is_written_is_a_translation(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """By somebody, on a day, in the time of the original; the rest is missing."""
    kept = _applied(library, catalog, original, EMPTY.format("Hello.", "", "Peace."))

    assert kept is not None
    record = kept.record
    assert ([2], Origin.TRANSLATION, State.UNCHECKED) == (
        kept.missing,
        record.origin,
        record.state,
    )
    assert ("en", "Oumar", "2026-11-22") == (record.language, record.by, record.date)
    assert [(0, 3000, "Awa", "Hello."), (6000, 9000, "Moussa", "Peace.")] == [
        (one.start, one.end, one.speaker, one.text)
        for one in load_transcript(library, record).segments
    ]


def test_it_goes_on_with_what_is_missing(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """What was written stands in the next sheet; a new version replaces the old."""
    first = _applied(library, catalog, original, EMPTY.format("Hello.", "", ""))
    sheet = _sheet(library, catalog, original)

    more = sheet.replace("Moussa]", "Moussa] Peace.")
    second = _applied(library, catalog, original, more)

    assert EMPTY.format("Hello.", "", "") == sheet
    assert first is not None
    assert second is not None
    assert (first.record.id, [2]) == (second.record.replaces, second.missing)


def test_an_old_sheet_undoes_nothing(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """What was translated since it was written stays; so does all of an emptied one."""
    named = f"# {original.record.id}\n" + EMPTY
    first = _applied(library, catalog, original, named.format("Hello.", "", ""))
    assert first is not None
    before = saved(library)

    with pytest.raises(SheetOutdated):
        _applied(library, catalog, original, named.format("", "Peace.", ""))
    fresh = f"# {first.record.id}\n{named}"
    with pytest.raises(TranscriptEmpty):
        _applied(library, catalog, original, fresh.format("", "", ""))

    assert before == saved(library)
    assert _applied(library, catalog, original, fresh.format("Hello.", "Peace.", ""))


def test_one_that_was_imported_goes_on_with_times_of_its_own(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """Subtitles begin and end a little beside what is spoken."""
    file = tmp_path / "en.srt"
    file.write_text("1\n00:00:00,040 --> 00:00:02,960\nHello.\n", "utf-8")
    import_transcript(
        library,
        catalog,
        original.clip.id,
        file,
        language="en",
        origin=Origin.TRANSLATION,
        by=TERMS.by,
        day=TERMS.day,
    )
    text = _sheet(library, catalog, original).replace("Moussa]", "Moussa] Peace.")

    kept = _applied(library, catalog, original, text)

    assert kept is not None
    said = load_transcript(library, kept.record).segments
    assert [(40, "Hello."), (6000, "Peace.")] == [(one.start, one.text) for one in said]


def test_lines_may_be_told_as_one(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """From the beginning of a segment to the end of another, and back in a sheet."""
    kept = _applied(library, catalog, original, "[0:00 - 0:05] Hello to all.\n")

    assert kept is not None
    assert [3] == kept.missing
    assert "# I ni ce.\n# N ni ce.\n[0:00 - 0:05] Hello to all.\n" in _sheet(
        library, catalog, original
    )


def test_a_sheet_without_words_changes_nothing(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """Nor does one that nobody touched."""
    before = saved(library)

    assert _applied(library, catalog, original, EMPTY.format("", "", "")) is None
    assert before == saved(library)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("Hello.", TranscriptLineUnreadable),
        ("[0:00 - 0:04] Hello.", TimesUnknown),
        ("[0:01 - 0:03] Hello.", TimesUnknown),
        ("[0:00 - 0:20] Hello.", TranscriptLineUnreadable),
    ],
)
def test_times_are_those_of_the_original(
    library: Library,
    catalog: Catalog,
    original: Original,
    line: str,
    error: type[Exception],
) -> None:
    """A line with others is refused, and nothing is changed."""
    before = saved(library)

    with pytest.raises(error):
        _applied(library, catalog, original, line)

    assert before == saved(library)
