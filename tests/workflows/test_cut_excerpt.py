"""Excerpts cut from real clips of a real library."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import ClipNotFound
from mediakit.errors.check import OriginalChanged, OriginalMissing
from mediakit.errors.library import TargetRefused
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.media.cutting.video import Manner
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.cut_excerpt import Cut, cut_excerpt
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.write_cut import Shape, Writing, formats_of
from tests.consents import purpose
from tests.library_clips import put_clip
from tests.media.barcode import Recipe, picture_numbers, sound_bite
from tests.media.programs import bundled

pytestmark = pytest.mark.ffmpeg

VIDEO = Shape(format="mp4")
REENCODED = Shape(format="mp4", manner=Manner.REENCODE)
PREVIEW = Shape(format="mp4", manner=Manner.KEYFRAME)
SOUND = Shape(format="m4a")
SPAN = TimeRange(1000, 2000)


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video of four seconds into the library."""
    return put_clip(library, catalog, Recipe())


def cut(
    library: Library,
    catalog: Catalog,
    chosen: Chosen,
    shape: Shape = VIDEO,
    *,
    title: str = "",
    output: str = "",
) -> Cut:
    """Cut an excerpt and return what was made."""
    *before, made = cut_excerpt(
        *(library, catalog, bundled(), chosen, shape, purpose()),
        title=title,
        output=output,
    )
    assert all(isinstance(step, Writing) for step in before)
    assert isinstance(made, Cut)
    return made


def files(library: Library) -> list[str]:
    """Return the names of all that was exported, hidden or not."""
    return sorted(path.name for path in library.exports.rglob("*") if path.is_file())


def test_a_cut_is_made_and_remembered(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The file, the excerpt, and a use with the file's checksum."""
    made = cut(library, catalog, Chosen(clip, SPAN, "puits loin"), title="Le puits")

    records = catalog.read()
    assert list(range(25, 50)) == [n for n, _ in picture_numbers(made.path)]
    assert [made.excerpt] == records.all(Excerpt)
    assert [made.use] == records.all(Use)
    excerpt, use = made.excerpt, made.use
    assert (clip.id, SPAN) == (excerpt.clip, excerpt.range)
    assert ("Le puits", "puits loin") == (excerpt.title, excerpt.quote)
    assert (UseKind.CUT, "internal") == (use.kind, use.scope)
    name = f"exports/cuts/Le puits 0m01s-0m02s {excerpt.id}.mp4"
    assert (UsedFile(name, checksum(library.root / name)),) == use.files
    assert (UsedRange(clip.id, SPAN, excerpt.id),) == use.ranges
    assert not made.reused


def test_the_original_is_not_touched(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Not a byte, and nothing new beside it."""
    cut(library, catalog, Chosen(clip, SPAN))

    assert [library.resolve(clip.path)] == list(library.assets.iterdir())
    assert clip.sha256 == checksum(library.resolve(clip.path))


def test_the_name_a_file_came_with_stays_inside(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A clip that nobody named is called by its id; a name given to it is used."""
    named = put_clip(library, catalog, Recipe(), title="Femmes de Gao")

    nameless = cut(library, catalog, Chosen(clip, SPAN)).path.name
    with_name = cut(library, catalog, Chosen(named, TimeRange(0, 1500))).path.name

    assert nameless.startswith(f"{clip.id} 0m01s-0m02s x-")
    assert with_name.startswith("Femmes de Gao 0m00s-0m01s500 x-")


def test_the_same_cut_is_made_once(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Asked for again, it is the same file, excerpt and use."""
    first = cut(library, catalog, Chosen(clip, SPAN), title="Le puits")

    again = cut(library, catalog, Chosen(clip, SPAN))

    assert again.reused
    assert (first.path, first.excerpt, first.use) == (
        again.path,
        again.excerpt,
        again.use,
    )
    assert 1 == len(files(library))


def test_a_cut_that_was_changed_is_made_again_beside_it(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Nothing is written over, whoever changed it."""
    first = cut(library, catalog, Chosen(clip, SPAN))
    content = first.path.read_bytes()
    first.path.write_bytes(b"mine now")

    again = cut(library, catalog, Chosen(clip, SPAN))

    assert b"mine now" == first.path.read_bytes()
    assert f"{first.path.stem} 2.mp4" == again.path.name
    assert (content, first.excerpt) == (again.path.read_bytes(), again.excerpt)


@pytest.mark.parametrize(
    ("shape", "title"),
    [
        (SOUND, ""),
        (Shape(format="m4a", fade=500), ""),
        (Shape(format="m4a", gain=-3), ""),
        (VIDEO, "Other"),
    ],
)
def test_another_cut_of_the_same_range_is_another_file(
    library: Library, catalog: Catalog, clip: Clip, shape: Shape, title: str
) -> None:
    """Only a title makes it another excerpt."""
    first = cut(library, catalog, Chosen(clip, SPAN))
    cut(library, catalog, Chosen(clip, SPAN), Shape(format="m4a", fade=9))

    other = cut(library, catalog, Chosen(clip, SPAN), shape, title=title)

    assert not other.reused
    assert 3 == len(files(library))
    assert bool(title) == (first.excerpt != other.excerpt)


def test_a_video_is_made_once_whichever_way(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A re-encoded cut is exact too; a preview is no exact cut."""
    encoded = cut(library, catalog, Chosen(clip, SPAN), REENCODED)
    preview = cut(library, catalog, Chosen(clip, SPAN), PREVIEW)

    exact = cut(library, catalog, Chosen(clip, SPAN))

    assert "mp4, re-encoded" == encoded.use.how
    assert (encoded.path, True) == (exact.path, exact.reused)
    assert preview.path != exact.path
    assert cut(library, catalog, Chosen(clip, SPAN), PREVIEW).reused


def test_a_preview_is_recorded_with_all_that_it_shows(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Its name and its use say so; the excerpt is what was asked for."""
    made = cut(library, catalog, Chosen(clip, SPAN), PREVIEW)

    held = TimeRange(0, 2400)
    assert [UsedRange(clip.id, held, made.excerpt.id)] == list(made.use.ranges)
    assert list(range(60)) == [number for number, _ in picture_numbers(made.path)]
    assert "mp4, key frames" == made.use.how
    assert SPAN == made.excerpt.range
    assert f" 0m00s-0m02s400 {made.excerpt.id} preview.mp4" in made.path.name


def test_a_cut_goes_where_it_was_asked_for(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """Outside the library the record has the whole path; no other cut is made."""
    target = tmp_path / "puits.mp4"

    made = cut(library, catalog, Chosen(clip, SPAN), output=str(target))

    assert target == made.path
    assert str(target.resolve()) == made.use.files[0].path
    assert [] == files(library)


def test_nothing_is_written_over_or_among_the_originals(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """Neither directly nor around a corner."""
    taken = tmp_path / "taken.mp4"
    taken.write_bytes(b"mine")
    corner = tmp_path / "corner"
    corner.symlink_to(library.assets, target_is_directory=True)

    for target in (taken, library.assets / "new.mp4", corner / "new.mp4"):
        with pytest.raises(TargetRefused):
            cut(library, catalog, Chosen(clip, SPAN), output=str(target))

    assert b"mine" == taken.read_bytes()
    assert 1 == len(list(library.assets.iterdir()))
    assert [] == catalog.read().all(Use)


def test_a_file_that_appears_meanwhile_is_not_written_over(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """Another program may have been quicker."""
    target = tmp_path / "puits.mp4"
    steps = cut_excerpt(
        *(library, catalog, bundled(), Chosen(clip, SPAN), VIDEO, purpose()),
        output=str(target),
    )
    next(steps)
    target.write_bytes(b"mine")

    with pytest.raises(TargetRefused):
        list(steps)

    assert [target.name] == [path.name for path in tmp_path.glob("*puits*")]
    assert b"mine" == target.read_bytes()


def test_an_interruption_leaves_nothing(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """No half of a file, no record."""
    chosen = Chosen(clip, SPAN)
    steps = cut_excerpt(library, catalog, bundled(), chosen, VIDEO, purpose())
    next(iter(steps))

    steps.close()

    assert [] == files(library)
    assert [] == [*catalog.read().all(Use), *catalog.read().all(Excerpt)]


def test_a_cut_that_cannot_be_remembered_does_not_stay(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The clip was removed while it was being cut."""
    chosen = Chosen(clip, SPAN)
    steps = cut_excerpt(library, catalog, bundled(), chosen, VIDEO, purpose())
    next(iter(steps))
    with catalog.change() as change:
        change.remove(Clip, clip.id)

    with pytest.raises(ClipNotFound):
        list(steps)

    assert [] == files(library)


def test_an_original_that_is_not_what_was_added_is_not_cut(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Gone, or another file of that name."""
    path = library.resolve(clip.path)
    path.write_bytes(path.read_bytes() + b"more")
    with pytest.raises(OriginalChanged):
        cut(library, catalog, Chosen(clip, SPAN))

    path.unlink()
    with pytest.raises(OriginalMissing):
        cut(library, catalog, Chosen(clip, SPAN))


@pytest.mark.parametrize(
    ("recipe", "first", "count"),
    [
        (Recipe(), "mp4", 6),
        (Recipe(tracks=()), "mp4", 1),
        (sound_bite(".mp3", "libmp3lame", 44_100), "mp3", 5),
        (sound_bite(".opus", "libopus"), "opus", 5),
    ],
)
def test_a_clip_can_be_cut_to_what_it_holds(
    library: Library, catalog: Catalog, recipe: Recipe, first: str, count: int
) -> None:
    """Its own kind first; video only where there are pictures."""
    formats = formats_of(put_clip(library, catalog, recipe))

    assert (first, count) == (formats[0], len(set(formats)))
