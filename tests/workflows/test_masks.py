"""Masks: what they hide is hidden in the film, and only then it may leave."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import MaskNotFound
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.errors.masks import MaskNotPossible, MaskUnconfirmed
from mediakit.library import Library
from mediakit.media.rendering.film import Blurred, Canvas, Shot
from mediakit.media.rendering.segment import encode_part
from mediakit.model.clip import Clip
from mediakit.model.mask import MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.workflows.keep_mask import (
    confirm_mask,
    list_masks,
    remove_mask,
)
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.withdraw_consent import Wish, withdraw_consent
from tests.consents import DAY, RULES, put_voice_of
from tests.library_clips import put_clip, put_words
from tests.masks import FACE, FILM, PART, hide, luma, put_unseen
from tests.media.barcode import heard, noise, offset, sound_bite
from tests.media.programs import bundled
from tests.media_files import made
from tests.rough_cuts import SMALL, a_line, put_film, render, rendering, segments

pytestmark = pytest.mark.ffmpeg

RATE = 48_000


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there in which somebody wants neither face nor voice to be met."""
    return put_unseen(library, catalog)


@pytest.mark.parametrize("kind", [MaskKind.BLUR, MaskKind.SOUND, MaskKind.TEXT])
def test_who_is_not_to_be_seen_is_hidden(
    kind: MaskKind, library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Without a mask nothing leaves; with one, nothing of the picture is left."""
    put_words(library, catalog, clip, (1000, 2000, "Le puits"))
    with pytest.raises(ConsentRefused):
        render(library, catalog, purpose=FILM)
    mask = hide(catalog, clip, kind)

    made = render(library, catalog, purpose=FILM)

    assert mask.id in made.use.how
    assert [(clip.id, PART)] == [(one.clip, one.range) for one in made.use.ranges]
    # the bars of a picture's number are sharp from one column to the next
    first, other = luma(made.path, 5)[:40], luma(made.path, 15)[:40]
    assert np.abs(np.diff(first, axis=1)).max() < 60
    played, _rate = heard(made.path)
    assert (kind is not MaskKind.TEXT) == bool(np.abs(played[:40_000]).max() > 0.01)
    assert kind is MaskKind.BLUR or np.abs(first - other).max() < 40


def test_a_mask_of_another_part_hides_nothing(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """All of what is shown must be in it: a moment too short is too short."""
    hide(catalog, clip, MaskKind.BLUR, TimeRange(1000, 1999))

    with pytest.raises(ConsentRefused):
        render(library, catalog, purpose=FILM)


def test_one_masked_line_opens_no_other(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The same moments, shown a second time in a longer line, are closed."""
    hide(catalog, clip, MaskKind.BLUR, PART)
    lines = a_line("Q1", clip, 1000, 2000), a_line("Q2", clip, 1500, 2500)
    put_film(catalog, *lines, scope="film")

    with pytest.raises(ConsentRefused):
        render(library, catalog, purpose=FILM)


def test_faces_are_hidden_once_somebody_has_looked(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Found is not confirmed; what is confirmed is blurred, and nothing else."""
    mask = hide(catalog, clip, MaskKind.FACES, places=FACE)
    with pytest.raises(MaskUnconfirmed, match=mask.id):
        render(library, catalog, purpose=FILM)

    confirmed = confirm_mask(catalog, mask.id)
    made = render(library, catalog, purpose=FILM)

    assert confirmed.confirmed
    assert "Awa" == confirmed.confirmed.by
    remove_mask(catalog, mask.id)
    plain = render(library, catalog)
    hidden, shown = luma(made.path, 5), luma(plain.path, 5)
    inside = np.s_[30:60, 50:110]
    assert np.abs(hidden[:10] - shown[:10]).max() < 30
    assert np.abs(np.diff(hidden[inside], axis=1)).max() < 60
    assert np.abs(np.diff(shown[inside], axis=1)).max() > 100


def test_faces_are_hidden_while_they_are_there(tmp_path: Path, clip: Clip) -> None:
    """A place may be for a time."""
    source = made("grid.mp4", "-f", "lavfi", "-i", "testsrc=size=160x90:rate=25:d=1")
    face = Blurred(250, 250, 500, 500, 400, 600)
    canvas = Canvas(160, 90, Fraction(25))
    shot = Shot(source=source, sha256="", span=TimeRange(0, 1000))
    plain, hidden = tmp_path / "plain.nut", tmp_path / "hidden.nut"
    encode_part(bundled(), shot, canvas, plain)
    encode_part(bundled(), replace(shot, blurred=(face,)), canvas, hidden)

    inside = np.s_[30:60, 50:110]
    differs = [
        bool(np.abs(luma(plain, n)[inside] - luma(hidden, n)[inside]).max() > 40)
        for n in range(25)
    ]

    # a quarter of a second earlier: so long a picture may stand
    assert [4 <= n <= 15 for n in range(25)] == differs


@pytest.mark.parametrize(
    ("rate", "face", "frames"),
    [
        # the picture of 0.6 s is the last, and stands until the end
        (5, Blurred(0, 0, 500, 1000, 600, 640), range(15, 25)),
        # that of 0.533 s is seen at 0.52 s, in the frame it is nearest to
        (30, Blurred(0, 0, 500, 1000, 533, 700), range(13, 18)),
        # that of 0.4 s is seen until 0.6 s
        (5, Blurred(0, 0, 500, 1000, 500, 560), range(10, 15)),
    ],
)
def test_no_frame_shows_a_picture_that_was_to_be_blurred(
    rate: int, face: Blurred, frames: range, tmp_path: Path
) -> None:
    """Whatever its time in the film: it is blurred by its own, as long as it stands."""
    lavfi = f"testsrc=size=160x90:rate={rate}:d=0.8"
    source = made("grid.mp4", "-f", "lavfi", "-i", lavfi)
    canvas = Canvas(160, 90, Fraction(25))
    shot = Shot(source=source, sha256="", span=TimeRange(0, 1000))
    plain, hidden = tmp_path / "plain.nut", tmp_path / "hidden.nut"
    encode_part(bundled(), shot, canvas, plain)
    encode_part(bundled(), replace(shot, blurred=(face,)), canvas, hidden)

    inside = np.s_[20:70, 10:70]
    seen = [
        n
        for n in frames
        if np.abs(luma(plain, n)[inside] - luma(hidden, n)[inside]).max() < 40
    ]

    assert [] == seen


def test_a_blurred_picture_keeps_its_shape(tmp_path: Path) -> None:
    """A few spots of colour fill what the picture filled, from edge to edge."""
    # as most phones: nothing says how wide a pixel is
    grey = ("-f", "lavfi", "-i", "color=gray:s=160x90:d=1", "-vf", "setsar=0")
    shot = Shot(source=made("grey.mp4", *grey), sha256="", span=TimeRange(0, 1000))
    target = tmp_path / "hidden.nut"

    hidden = replace(shot, blurred=(Blurred(0, 0, 1000, 1000),))
    encode_part(bundled(), hidden, Canvas(320, 180, Fraction(25)), target)

    assert luma(target, 5).min() > 100


def test_somebody_else_says_it(library: Library, catalog: Catalog, clip: Clip) -> None:
    """The pictures stay; what is heard is the recording, at its place."""
    put_voice_of(catalog, clip.id, up_to="film", voice=False, called="Oumar")
    said = put_clip(library, catalog, sound_bite(".flac", "flac", seconds=3))
    put_voice_of(catalog, said.id, up_to="film", called="Awa")
    hide(catalog, clip, MaskKind.BLUR)
    with pytest.raises(ConsentRefused, match="Oumar"):
        render(library, catalog, purpose=FILM)
    hide(catalog, clip, MaskKind.VOICE, TimeRange(500, 3500), recording=said.id)

    made = render(library, catalog, purpose=FILM)

    assert {clip.id, said.id} == {one.clip for one in made.use.ranges}
    played, _rate = heard(made.path)
    truth = noise(0, RATE, 3)[:, 0]
    assert abs(offset(played[4800:38_400, 0], truth) - 24_000 - 4800) < 60
    assert np.abs(np.diff(luma(made.path, 5)[:40], axis=1)).max() < 60
    assert [one.split("/")[0] for one in segments(library)].count("several") == 1


def test_who_says_it_instead_is_asked(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A voice that replaces another is a voice of its own."""
    said = put_clip(library, catalog, sound_bite(".flac", "flac", seconds=3))
    hide(catalog, clip, MaskKind.BLUR)
    hide(catalog, clip, MaskKind.VOICE, recording=said.id)

    with pytest.raises(ConsentRefused, match=said.id):
        render(library, catalog, purpose=FILM)


def test_a_shifted_voice_is_higher_and_as_long(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """An octave: the beep of 1000 Hz is one of 2000; and people are warned."""
    hide(catalog, clip, MaskKind.BLUR)
    hide(catalog, clip, MaskKind.VOICE, pitch=12)
    put_film(catalog, a_line("Q1", clip, 980, 1980), scope="film")

    made = render(library, catalog, purpose=FILM)

    played, _rate = heard(made.path)
    beep = played[round(0.025 * RATE) : round(0.035 * RATE), 0]
    spectrum = np.abs(np.fft.rfft(beep * np.hanning(len(beep))))
    assert 1800 <= np.argmax(spectrum) * RATE / len(beep) <= 2200
    assert any("shift it back" in one.text for one in made.cautions.each)


def test_a_mask_that_goes_meanwhile_takes_the_film_along(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """What was rendered with it does not leave without it."""
    mask = hide(catalog, clip, MaskKind.BLUR)
    steps = rendering(library, catalog, SMALL, FILM)
    next(steps)
    remove_mask(catalog, mask.id)

    with pytest.raises(MaskNotPossible):
        list(steps)

    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]


def test_a_withdrawal_names_its_masks(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """They hold the voice as the clip does; nothing hides a withdrawn one."""
    mask = hide(catalog, clip, MaskKind.BLUR)
    person = put_voice_of(catalog, clip.id, up_to="film", called="Oumar")

    taken = withdraw_consent(library, catalog, RULES, person.id, Wish(), today=DAY)

    assert mask.id in [one.target for one in taken.asked]
    with pytest.raises(ConsentWithdrawn):
        render(library, catalog, purpose=FILM)
    with pytest.raises(ConsentWithdrawn):
        hide(catalog, clip, MaskKind.TEXT)


def test_masks_go_with_their_clip_and_their_recording(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The same mask is kept once, and none stays for a clip that is gone."""
    said = put_clip(library, catalog, sound_bite(".flac", "flac", seconds=3))
    blur = hide(catalog, clip, MaskKind.BLUR)
    assert blur == hide(catalog, clip, MaskKind.BLUR)
    hide(catalog, clip, MaskKind.VOICE, recording=said.id)

    remove_clip(library, catalog, said.id)

    assert [blur] == list_masks(catalog, clip.id)
    remove_clip(library, catalog, clip.id, with_history=True)
    assert [] == list_masks(catalog)
    with pytest.raises(MaskNotFound):
        remove_mask(catalog, blur.id)


@pytest.mark.parametrize(
    ("kind", "how"),
    [
        (MaskKind.BLUR, {}),
        (MaskKind.FACES, {"places": FACE}),
        (MaskKind.VOICE, {"recording": "itself"}),
    ],
)
def test_what_is_not_there_cannot_be_hidden(
    kind: MaskKind, how: dict[str, object], library: Library, catalog: Catalog
) -> None:
    """A sound bite has no pictures; nobody replaces themselves."""
    bite = put_clip(library, catalog, sound_bite(".flac", "flac", seconds=3))
    how = {name: bite.id if name == "recording" else one for name, one in how.items()}

    with pytest.raises(MaskNotPossible):
        hide(catalog, bite, kind, TimeRange(0, 3000), **how)

    assert [] == list_masks(catalog)
