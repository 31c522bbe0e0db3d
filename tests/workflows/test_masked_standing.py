"""Pictures that stand on after the mask under which they came."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.masks import MaskNotPossible
from mediakit.kits.registry import kit_named
from mediakit.library import Library
from mediakit.media.rendering.segment_cache import MAKING
from mediakit.model.clip import Clip
from mediakit.model.mask import MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use
from mediakit.timeline.registry import format_named
from mediakit.workflows.collect_film import Collecting, collect_film
from mediakit.workflows.cut_excerpt import cut_excerpt
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.join_excerpts import Joined, join_excerpts
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.make_kit import make_kit
from mediakit.workflows.plan_film import Item, Look
from mediakit.workflows.write_cut import Shape
from tests.consents import WORKING, purpose, put_voice_of
from tests.kit_libraries import an_evening
from tests.library_clips import put_clip
from tests.masks import hide, luma, sharpness
from tests.media.barcode import Recipe, picture_numbers
from tests.media.programs import bundled
from tests.rough_cuts import a_line, put_film, rendering

pytestmark = pytest.mark.ffmpeg

ENDS = Recipe(size=(160, 90), times=tuple(Fraction(n, 25) for n in range(50)))
"""Its pictures end after two of four seconds: the last one stands on."""

LATER = TimeRange(2500, 3500)


def cut(
    library: Library, catalog: Catalog, clip: Clip, *, form: str = "mp4"
) -> Iterator[object]:
    """Cut what comes later."""
    shape = Shape(format=form)
    chosen = Chosen(clip, LATER)
    return cut_excerpt(library, catalog, bundled(), chosen, shape, WORKING)


def join(library: Library, catalog: Catalog, clip: Clip) -> Iterator[object]:
    """Join what comes later to nothing else."""
    items = (Item(clip, LATER),)
    look = Look(height=90)
    return join_excerpts(library, catalog, bundled(), items, look, WORKING)


def rough_cut(library: Library, catalog: Catalog, clip: Clip) -> Iterator[object]:
    """Render a film of what comes later."""
    put_film(catalog, a_line("Q1", clip, LATER.start, LATER.end))
    return rendering(library, catalog)


def hand_on(library: Library, catalog: Catalog, clip: Clip) -> Iterator[object]:
    """Collect a film of what comes later."""
    put_film(catalog, a_line("Q1", clip, LATER.start, LATER.end))
    collecting = Collecting(ffmpeg=bundled(), handles=0)
    fmt = format_named("otio")
    return collect_film(
        library, catalog, "f-0", fmt, collecting, WORKING, say=str, output=""
    )


def kit(library: Library, catalog: Catalog, clip: Clip) -> Iterator[object]:
    """Make a kit of what comes later."""
    evening = an_evening(library, catalog)
    put_voice_of(catalog, clip.id)
    evening.change_item(0, clip=clip.id, range=LATER)
    wish = KitWish(kit=kit_named("folder"))
    return make_kit(library, catalog, bundled(), evening.playlist, wish, purpose(""))


WAYS = pytest.mark.parametrize("leave", [cut, join, rough_cut, hand_on, kit])

Leave: TypeAlias = Callable[[Library, Catalog, Clip], Iterator[object]]


def exported(library: Library) -> list[Path]:
    """Return all files that left."""
    return [one for one in library.exports.rglob("*") if one.is_file()]


def kept(library: Library) -> set[Path]:
    """Return all that was made for what leaves, and is kept for the next time."""
    found = library.segments.glob("*/*.*")
    return {one for one in found if one.parent.name != MAKING}


@WAYS
def test_nobody_is_seen_after_the_mask(
    leave: Leave, library: Library, catalog: Catalog
) -> None:
    """Whoever was hidden to the end of the pictures would be seen ever after."""
    clip = put_clip(library, catalog, ENDS)
    mask = hide(catalog, clip, MaskKind.BLUR, TimeRange(0, 2000))

    with pytest.raises(MaskNotPossible, match=f"{mask.id}.* still stands at 0:02.5"):
        list(leave(library, catalog, clip))

    assert [] == exported(library)


@WAYS
def test_nobody_is_seen_who_is_hidden_meanwhile(
    leave: Leave, library: Library, catalog: Catalog
) -> None:
    """What was made before the mask does not leave, and is kept where it lies."""
    clip = put_clip(library, catalog, ENDS)
    steps = leave(library, catalog, clip)
    next(steps)
    before = kept(library)
    mask = hide(catalog, clip, MaskKind.BLUR, TimeRange(0, 2000))

    told = f"{mask.id}.* still stands at 0:02.5|was changed while"
    with pytest.raises(MaskNotPossible, match=told):
        list(steps)

    assert [] == exported(library)
    assert [] == catalog.read().all(Use)
    assert before <= kept(library)


@pytest.mark.parametrize("leave", [cut, join, rough_cut, kit])
def test_a_mask_elsewhere_that_comes_meanwhile_is_in_nobodys_way(
    leave: Leave, library: Library, catalog: Catalog
) -> None:
    """Nothing that it hides is in what leaves."""
    clip = put_clip(library, catalog, ENDS)
    steps = leave(library, catalog, clip)
    next(steps)
    hide(catalog, clip, MaskKind.BLUR, TimeRange(0, 1000))

    list(steps)

    assert exported(library)


def test_what_shows_nobody_leaves(library: Library, catalog: Catalog) -> None:
    """Sound alone, what is hidden itself, and what came before the mask."""
    clip = put_clip(library, catalog, ENDS)
    hide(catalog, clip, MaskKind.BLUR, TimeRange(0, 1000))
    list(cut(library, catalog, clip))
    hide(catalog, clip, MaskKind.BLUR, TimeRange(1000, 2000))

    list(cut(library, catalog, clip, form="wav"))

    hide(catalog, clip, MaskKind.SOUND, TimeRange(2000, 4000))
    list(cut(library, catalog, clip))


def test_no_frame_of_a_mask_begins_what_follows_it(
    library: Library, catalog: Catalog
) -> None:
    """Also where parts begin between two frames: the next one stands there."""
    clip = put_clip(library, catalog, Recipe(size=(192, 96)))
    hide(catalog, clip, MaskKind.BLUR, TimeRange(0, 1010))
    items = (Item(clip, TimeRange(1010, 2010)),)
    look = Look(height=96)

    *_, made = join_excerpts(library, catalog, bundled(), items, look, WORKING)

    assert isinstance(made, Joined)
    assert sharpness(luma(made.path, 0)) > 100
    assert [26, 26, 27] == [number for number, _ in picture_numbers(made.path)][:3]
