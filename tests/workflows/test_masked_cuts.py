"""Cuts of what is masked: what is to be hidden is, or nothing leaves."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentRefused
from mediakit.errors.masks import MaskNotPossible, MaskUnconfirmed
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.mask import MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.model.use import UsedRange
from mediakit.workflows.cut_excerpt import Cut, cut_excerpt
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.keep_mask import confirm_mask, remove_mask
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.write_cut import Shape
from tests.consents import WORKING
from tests.library_clips import put_clip, put_words
from tests.masks import FACE, FILM, PART, hide, luma, put_unseen, sharpness
from tests.media.barcode import Recipe, Track, heard, noise, offset, sound_bite
from tests.media.programs import bundled

pytestmark = pytest.mark.ffmpeg

RATE = 48_000
VIDEO, SOUND = Shape(format="mp4"), Shape(format="wav", fade=0)
INSIDE = np.s_[30:60, 50:110]


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there, in which nobody knows who is seen."""
    return put_clip(library, catalog, Recipe(size=(160, 90)))


def cut(
    library: Library,
    catalog: Catalog,
    clip: Clip,
    shape: Shape = VIDEO,
    wanted: Purpose = WORKING,
    part: TimeRange = PART,
    **wishes: Any,  # Any: the last arguments of a cut
) -> Cut:
    """Cut a part of a clip and return what was made."""
    chosen = Chosen(clip, part)
    *_, made = cut_excerpt(library, catalog, bundled(), chosen, shape, wanted, **wishes)
    assert isinstance(made, Cut)
    return made


def left(library: Library) -> list[str]:
    """Return the names of all that was exported."""
    return [path.name for path in library.exports.rglob("*") if path.is_file()]


@pytest.mark.parametrize("kind", [MaskKind.BLUR, MaskKind.SOUND])
def test_what_is_masked_is_hidden_in_a_cut(
    kind: MaskKind, library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Also for the team: every frame, from the first to the last; sound stays."""
    mask = hide(catalog, clip, kind, PART)

    made = cut(library, catalog, clip)

    pictures = [luma(made.path, number) for number in range(25)]
    assert max(map(sharpness, pictures)) < 60
    with pytest.raises(AssertionError):
        luma(made.path, 25)
    played, _rate = heard(made.path)
    begins = offset(played[2000:26_000, 0], noise(0, RATE, 4)[:, 0]) - 2000
    assert abs(begins - RATE) <= RATE / 1000
    held = UsedRange(clip.id, PART, made.excerpt.id, masks=(mask.id,))
    assert (held,) == made.use.ranges
    assert f"mp4, re-encoded, masked by {mask.id}" == made.use.how
    assert [checksum(made.path)] == [file.sha256 for file in made.use.files]


def test_only_faces_are_hidden(library: Library, catalog: Catalog, clip: Clip) -> None:
    """The rest of the picture stays as it was, at the first and the last frame too."""
    mask = hide(catalog, clip, MaskKind.FACES, places=FACE)
    plain = cut(library, catalog, clip, SOUND)
    assert plain.use.ranges[0].masks == ()
    with pytest.raises(MaskUnconfirmed, match=rf"{mask.id} \({clip.id}, 0:00 - 0:04\)"):
        cut(library, catalog, clip)
    confirm_mask(catalog, mask.id)

    hidden = cut(library, catalog, clip)

    remove_mask(catalog, mask.id)
    shown = cut(library, catalog, clip)
    assert hidden.path != shown.path
    for number in (0, 12, 24):
        before, after = luma(shown.path, number), luma(hidden.path, number)
        assert np.abs(before[:10] - after[:10]).mean() < 3
        assert np.abs(np.diff(before[INSIDE])).max() > 100
        assert np.abs(np.diff(after[INSIDE])).max() < 60


def test_a_mask_opens_a_cut_to_those_who_would_not_be_seen(
    library: Library, catalog: Catalog
) -> None:
    """As in a film: without it nothing leaves, with it the cut does."""
    clip = put_unseen(library, catalog)
    with pytest.raises(ConsentRefused):
        cut(library, catalog, clip, wanted=FILM)
    hide(catalog, clip, MaskKind.BLUR)

    made = cut(library, catalog, clip, wanted=FILM)

    assert "film" == made.use.scope
    assert sharpness(luma(made.path, 5)) < 60


@pytest.mark.parametrize(("shape", "count"), [(VIDEO, 2), (SOUND, 1)])
def test_another_voice_is_all_that_is_heard(
    shape: Shape, count: int, library: Library, catalog: Catalog
) -> None:
    """The recording; it is in the use, so that it can be traced."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90), tracks=(Track(), Track())))
    said = put_clip(library, catalog, sound_bite(".wav", "pcm_s16le", seconds=2))
    mask = hide(catalog, clip, MaskKind.VOICE, TimeRange(500, 2500), recording=said.id)

    made = cut(library, catalog, clip, shape)

    assert count == tracks(made.path)
    played, rate = heard(made.path)
    piece = played[rate // 10 : rate // 2, 0]
    begins = offset(piece, heard(library.resolve(said.path))[0][:, 0]) - rate // 10
    # from half a second on: the mask began so much earlier
    assert abs(begins - rate / 2) <= rate / 1000
    assert [(clip.id, (mask.id,)), (said.id, ())] == [
        (one.clip, one.masks) for one in made.use.ranges
    ]
    assert TimeRange(500, 1500) == made.use.ranges[1].range


def test_a_shifted_voice_is_told_of(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """To whoever cuts, and in the use: it can be undone."""
    hide(catalog, clip, MaskKind.VOICE, pitch=-4)

    made = cut(library, catalog, clip, SOUND)

    assert "can be undone" in made.use.how
    assert "can shift it back" in str(made.cautions)


def test_what_is_said_is_read_instead(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """As a card that lasts as long; where there is only sound, nothing is left."""
    hide(catalog, clip, MaskKind.TEXT)
    with pytest.raises(MaskNotPossible, match="nobody has written"):
        cut(library, catalog, clip)
    put_words(library, catalog, clip, (1000, 2000, "Le puits"))

    made = cut(library, catalog, clip)

    assert np.abs(luma(made.path, 2) - luma(made.path, 20)).max() < 10
    assert np.abs(heard(made.path)[0]).max() < 0.001
    with pytest.raises(MaskNotPossible, match="0:01 - 0:02 of clip"):
        cut(library, catalog, clip, SOUND)


def test_a_mask_of_some_of_a_cut_keeps_it_back(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """With what, where and what to do; beside it everything is as ever."""
    mask = hide(catalog, clip, MaskKind.BLUR, TimeRange(1500, 4000))

    with pytest.raises(MaskNotPossible) as refused:
        cut(library, catalog, clip)

    told = str(refused.value)
    assert f"{mask.id} hides 0:01.500 - 0:04 of clip {clip.id}" in told
    assert "0:01 - 0:02 of it is to leave" in told
    assert [] == left(library)
    assert () == cut(library, catalog, clip, SOUND).use.ranges[0].masks
    beside = cut(library, catalog, clip, part=TimeRange(500, 1500))
    assert "mp4, copied" == beside.use.how


def test_a_cut_made_before_a_mask_is_not_taken_for_it(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The same part again is cut again; with the same mask it is not."""
    bare = cut(library, catalog, clip)
    hide(catalog, clip, MaskKind.BLUR)

    first, second = cut(library, catalog, clip), cut(library, catalog, clip)

    assert [False, True] == [first.reused, second.reused]
    assert bare.path != first.path == second.path


def test_a_mask_that_is_made_meanwhile_keeps_a_cut_back(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """What was cut without it does not leave."""
    steps = cut_excerpt(library, catalog, bundled(), Chosen(clip, PART), VIDEO, WORKING)
    next(steps)
    hide(catalog, clip, MaskKind.BLUR)

    with pytest.raises(MaskNotPossible, match="changed while"):
        list(steps)

    assert [] == left(library)


def tracks(path: Path) -> int:
    """Return how many sound tracks a file has; and no more than that but pictures."""
    import av

    with av.open(str(path)) as container:
        kinds = [stream.type for stream in container.streams]
        assert not container.metadata.get("title")
        assert kinds.count("video") <= 1
        assert len(kinds) == kinds.count("video") + kinds.count("audio")
        return kinds.count("audio")
