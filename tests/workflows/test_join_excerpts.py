"""Films of real excerpts in a real library: made, remembered, and made again."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import ClipNotFound, ExcerptNotFound
from mediakit.errors.check import OriginalMissing
from mediakit.errors.excerpts import SubtitlesMissing
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.errors.library import TargetRefused
from mediakit.errors.media import SegmentUnusable
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.media.rendering.film import Shot
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.mask import Masked
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.join_excerpts import Joined, join_excerpts
from mediakit.workflows.plan_film import Look, find_items, plan_film, words_below
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.write_film import Rendering
from tests.consents import WORKING, purpose, put_voice_of, withdraw
from tests.library_clips import put_clip, put_words
from tests.media.barcode import Recipe, picture_numbers, sound_bite
from tests.media.programs import bundled

pytestmark = pytest.mark.ffmpeg

SMALL = {"height": 90}
FIRST, SECOND = TimeRange(1000, 1400), TimeRange(2000, 2600)


@pytest.fixture
def clips(library: Library, catalog: Catalog) -> tuple[Clip, Clip]:
    """Put a video and a sound bite into the library."""
    return (
        put_clip(library, catalog, Recipe(size=(160, 90))),
        put_clip(library, catalog, sound_bite(".mp3", "libmp3lame"), title="Radio"),
    )


@pytest.fixture
def typed(catalog: Catalog, clips: tuple[Clip, Clip]) -> list[str]:
    """Make an excerpt of each, and return their ids."""
    return [_excerpt(catalog, clips[0], FIRST), _excerpt(catalog, clips[1], SECOND)]


def test_a_film_is_made_and_remembered(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """Parts in their order, and a use with every range and how loud it was."""
    made = _join(library, catalog, typed, title="Le puits", questions=("Et ici ?", ""))

    assert "Le puits.mp4" == made.path.name
    shown = picture_numbers(made.path)
    assert list(range(25, 35)) == [number for number, _ in shown[75:85]]
    assert 75 + 10 + 75 + 15 == len(shown)
    assert len(shown) * 40 == made.duration
    assert [made.use] == catalog.read().all(Use)
    use = made.use
    assert (UseKind.FILM, "internal") == (use.kind, use.scope)
    file = UsedFile("exports/films/Le puits.mp4", checksum(made.path))
    assert (file,) == use.files
    assert [(clips[0].id, FIRST), (clips[1].id, SECOND)] == [
        (one.clip, one.range) for one in use.ranges
    ]
    assert typed == [one.excerpt for one in use.ranges]
    for one in use.ranges:
        assert one.loudness is not None
        assert one.gain == pytest.approx(-16 - one.loudness, abs=0.1)
    assert use.loudness is not None


def test_only_what_changed_is_encoded_again(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """Segments are found by what shapes them, and written once."""
    _join(library, catalog, typed, questions=("Et ici ?", ""))
    before = _segments(library)

    other = _excerpt(catalog, clips[1], TimeRange(500, 900))
    _join(library, catalog, [typed[0], other], questions=("Et ici ?", ""))

    after = _segments(library)
    assert 3 == len(before)
    assert 1 == len(after.keys() - before.keys())
    assert before == {path: after[path] for path in before}


def test_what_was_finished_survives_a_failure(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """A film that cannot be made leaves no file and no record, but its segments."""
    broken = library.resolve(clips[1].path)
    content = broken.read_bytes()
    broken.write_bytes(bytes(len(content)))

    with pytest.raises(Exception, match="assets"):
        _join(library, catalog, typed, is_even=False, questions=("Et ici ?", ""))

    assert [] == catalog.read().all(Use)
    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]
    assert [] == list((library.segments / "making").iterdir())


def test_interrupting_keeps_what_is_finished(
    library: Library, catalog: Catalog, typed: list[str]
) -> None:
    """The first step is a finished part; closing leaves nothing half-made."""
    steps = _steps(library, catalog, typed, questions=("Et ici ?", ""))

    first = next(steps)
    steps.close()

    assert isinstance(first, Rendering)
    assert len(_segments(library)) >= 1
    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]
    assert [] == list((library.segments / "making").iterdir())


def test_a_damaged_segment_is_thrown_away(
    library: Library, catalog: Catalog, typed: list[str]
) -> None:
    """The next run makes it anew."""
    _join(library, catalog, typed)
    path = next(iter(_segments(library)))
    path.write_bytes(path.read_bytes()[:500])

    with pytest.raises(SegmentUnusable):
        _join(library, catalog, typed)

    assert not path.exists()
    assert "Camera 01" not in _join(library, catalog, typed).path.name


def test_a_removed_clip_takes_its_segments_along(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """Nothing of a recording stays in .mediakit."""
    _join(library, catalog, typed)

    remove_clip(library, catalog, clips[0].id, with_history=True, delete=True)

    assert {clips[1].sha256} == {path.parent.name for path in _segments(library)}


def test_a_withdrawn_voice_is_in_no_film(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """One voice that was withdrawn closes the whole."""
    withdraw(catalog, put_voice_of(catalog, clips[1].id))

    with pytest.raises(ConsentWithdrawn):
        _join(library, catalog, typed)

    assert {} == _segments(library)


def test_a_withdrawal_while_it_is_made_takes_it_back(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """The gate is asked again before anything is there."""
    person = put_voice_of(catalog, clips[0].id)
    steps = _steps(library, catalog, typed)
    next(steps)
    withdraw(catalog, person)

    with pytest.raises(ConsentWithdrawn):
        list(steps)

    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]


def test_subtitles_come_from_the_language(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """Every clip that has no words in it is named."""
    put_words(library, catalog, clips[0], (900, 1300, "Le puits est loin"))

    with pytest.raises(SubtitlesMissing, match=clips[1].id):
        _join(library, catalog, typed, subtitles="fr")

    put_words(library, catalog, clips[1], (2000, 2300, "Nous voulons vivre"))
    assert "subtitles fr" in _join(library, catalog, typed, subtitles="fr").use.how


def test_subtitles_may_be_an_interpreters(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """Whatever else is in the language; the use remembers it."""
    spoken = put_words(library, catalog, clips[0], (900, 1300, "Le puits"))
    said = (900, 1300, "Un puits")
    oral = put_words(library, catalog, clips[0], said, origin=Origin.ORAL_TRANSLATION)
    items = find_items(catalog, typed[:1])

    def words(origin: Origin | None) -> list[TranscriptRecord | None]:
        look = Look(subtitles="fr", words_of=origin)
        return [*words_below(catalog.read(), items, look).values()]

    assert [[spoken], [oral]] == [words(None), words(Origin.ORAL_TRANSLATION)]
    with pytest.raises(SubtitlesMissing):
        _join(library, catalog, typed[:1], subtitles="fr", words_of=Origin.TRANSLATION)
    oral_words = {"subtitles": "fr", "words_of": Origin.ORAL_TRANSLATION}
    use = _join(library, catalog, typed[:1], **oral_words).use
    assert "subtitles fr, oral-translation" in use.how


def test_words_beside_an_excerpt_are_no_subtitles_where_they_are_closed(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """A sentence that began while somebody spoke who withdrew is not written out."""
    put_words(
        library, catalog, clips[0], (700, 1300, "Non. Le puits"), (1300, 1400, "Oui")
    )
    items, look = find_items(catalog, typed[:1]), Look(subtitles="fr")

    def written() -> list[str]:
        film = plan_film(library, catalog, items, look, WORKING, (Masked(),))
        return [
            line.text
            for part in film.parts
            if isinstance(part, Shot)
            for line in part.subtitles
        ]

    assert ["Non. Le puits", "Oui"] == written()
    voice = put_voice_of(catalog, clips[0].id, (0, 900))
    withdraw(catalog, voice, "2026-01-01")

    assert ["Le puits", "Oui"] == written()


def test_segments_without_words_are_no_subtitles(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """A clip that was only cut at its pauses has nothing to read."""
    put_words(library, catalog, clips[0], (900, 1300, "-"), origin=Origin.SEGMENTS)

    with pytest.raises(SubtitlesMissing, match=clips[0].id):
        _join(library, catalog, typed[:1], subtitles="fr")


def test_a_whole_clip_can_be_shown(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip]
) -> None:
    """Its use says so; nothing is named by the file it came from."""
    made = _join(library, catalog, [clips[0].id], is_even=False, rate=Fraction(24))

    whole = TimeRange(0, clips[0].media.duration)
    assert (UsedRange(clips[0].id, whole),) == made.use.ranges
    assert made.use.loudness is None
    assert f"{clips[0].id}.mp4" == made.path.name


def test_the_target_is_never_written_over(
    library: Library, catalog: Catalog, typed: list[str], tmp_path: Path
) -> None:
    """A file that is there stays."""
    there = tmp_path / "there.mp4"
    there.write_text("mine")

    with pytest.raises(TargetRefused):
        list(_steps(library, catalog, typed, output=str(there)))

    assert "mine" == there.read_text()


def test_what_is_not_there_is_said(
    library: Library, catalog: Catalog, clips: tuple[Clip, Clip], typed: list[str]
) -> None:
    """Unknown ids, and originals that are gone."""
    with pytest.raises(ExcerptNotFound):
        find_items(catalog, ["x-000"])
    with pytest.raises(ClipNotFound):
        find_items(catalog, ["c-000"])
    library.resolve(clips[0].path).unlink()
    with pytest.raises(OriginalMissing):
        _join(library, catalog, typed)


def _excerpt(catalog: Catalog, clip: Clip, span: TimeRange) -> str:
    with catalog.change() as change:
        excerpt_id = ExcerptId(change.new_id(Excerpt))
        return change.put(Excerpt(id=excerpt_id, clip=clip.id, range=span)).id


# Any: the fields of the look
def _join(library: Library, catalog: Catalog, typed: list[str], **look: Any) -> Joined:
    *before, made = _steps(library, catalog, typed, **look)
    shares = [step.share for step in before if isinstance(step, Rendering)]
    assert sorted(shares) == shares
    assert 1.0 == shares[-1]
    assert isinstance(made, Joined)
    return made


def _steps(
    library: Library,
    catalog: Catalog,
    typed: Sequence[str],
    *,
    output: str = "",
    **look: Any,
) -> Any:
    items = find_items(catalog, typed)
    return join_excerpts(
        *(library, catalog, bundled(), items, Look(**SMALL | look), purpose()),
        output=output,
    )


def _segments(library: Library) -> dict[Path, int]:
    found = library.segments.glob("*/*.nut")
    return {path: path.stat().st_ino for path in found}
