"""Cuts and consent: the gate is asked before, after, and again for what is there."""

from dataclasses import replace
from typing import Any

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.cause import Cause
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Rules
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use
from mediakit.workflows.cut_excerpt import Cut, cut_excerpt
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.write_cut import Shape
from tests.consents import RULES, purpose, put_person, put_voice, put_voice_of, withdraw
from tests.library_clips import put_clip
from tests.media.barcode import Recipe
from tests.media.programs import bundled

pytestmark = pytest.mark.ffmpeg

VIDEO = Shape(format="mp4")
SOUND = Shape(format="m4a")
SPAN = TimeRange(1000, 2000)


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video of four seconds into the library."""
    return put_clip(library, catalog, Recipe())


def cut(
    library: Library, catalog: Catalog, chosen: Chosen, shape: Shape, wanted: Purpose
) -> Cut:
    """Cut an excerpt and return what was made."""
    *_, made = cut_excerpt(library, catalog, bundled(), chosen, shape, wanted)
    assert isinstance(made, Cut)
    return made


def files(library: Library) -> list[str]:
    """Return the names of all that was exported, hidden or not."""
    return sorted(path.name for path in library.exports.rglob("*") if path.is_file())


def test_a_cut_is_refused_for_every_reason(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Who, where and why, all at once; no file, no record."""
    first = put_voice_of(catalog, clip.id, (0, 1500), up_to="national")
    second = put_person(catalog, "Issa")
    put_voice(catalog, clip.id, second, (1400, 1800))

    with pytest.raises(ConsentRefused) as refused:
        cut(library, catalog, Chosen(clip, SPAN), VIDEO, purpose("film"))

    assert {
        (Cause.BEYOND_SCOPE, first.id, TimeRange(1000, 1500)),
        (Cause.PENDING, second.id, TimeRange(1400, 1800)),
        (Cause.UNKNOWN_VOICE, None, TimeRange(1800, 2000)),
    } == {(f.cause, f.person, f.range) for f in refused.value.details["findings"]}
    assert 3 == len(refused.value.details["reason"].each)
    assert [] == files(library)
    assert [] == [*catalog.read().all(Use), *catalog.read().all(Excerpt)]


@pytest.mark.parametrize(
    ("condition", "shape"), [("face", VIDEO), ("voice", VIDEO), ("voice", SOUND)]
)
def test_a_condition_that_a_cut_cannot_keep_refuses_it(
    library: Library, catalog: Catalog, clip: Clip, condition: str, shape: Shape
) -> None:
    """Nobody who hides the face is in a video, nor the voice in its sound."""
    wishes: Any = {condition: False}  # Any: fields of the event
    put_voice_of(catalog, clip.id, **wishes)

    with pytest.raises(ConsentRefused):
        cut(library, catalog, Chosen(clip, SPAN), shape, purpose("film"))

    assert [] == files(library)


def test_the_sound_alone_keeps_a_face_hidden(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """What a condition asks for is allowed, and so is a name nobody says."""
    put_voice_of(catalog, clip.id, face=False, name=False)

    made = cut(library, catalog, Chosen(clip, SPAN), SOUND, purpose("film"))

    assert ("film", ()) == (made.use.scope, made.use.overridden)


def test_a_cut_made_before_asks_the_gate_again(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """For another use it is another use of the same file; withdrawn, it is none."""
    person = put_voice_of(catalog, clip.id)
    working = cut(library, catalog, Chosen(clip, SPAN), SOUND, purpose())

    film = purpose("film", recipient="ORTM")
    made = cut(library, catalog, Chosen(clip, SPAN), SOUND, film)
    again = cut(library, catalog, Chosen(clip, SPAN), SOUND, film)

    assert (working.path, True) == (made.path, made.reused)
    assert ("film", "ORTM") == (made.use.scope, made.use.recipient)
    assert made.use == again.use
    assert [working.use, made.use] == catalog.read().all(Use)
    withdraw(catalog, person)
    for wanted in (purpose(), purpose("film", override="We must.")):
        with pytest.raises(ConsentWithdrawn):
            cut(library, catalog, Chosen(clip, SPAN), SOUND, wanted)


def test_a_voice_withdrawn_while_it_is_cut_stops_the_cut(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The gate is asked when the file is done: nothing stays."""
    person = put_voice_of(catalog, clip.id)
    chosen = Chosen(clip, SPAN)
    steps = cut_excerpt(library, catalog, bundled(), chosen, SOUND, purpose("film"))
    next(iter(steps))
    withdraw(catalog, person)

    with pytest.raises(ConsentWithdrawn):
        list(steps)

    assert [] == files(library)
    assert [] == catalog.read().all(Use)


def test_what_was_decided_all_the_same_is_recorded(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The reason, and whom it passed over; an override for nothing is none."""
    person = put_voice_of(catalog, clip.id, up_to="national")
    wanted = purpose("film", override="Her family asked for it.")

    made = cut(library, catalog, Chosen(clip, SPAN), SOUND, wanted)
    within = replace(wanted, scope="national")
    needless = cut(library, catalog, Chosen(clip, SPAN), SOUND, within)

    assert "Her family asked for it." == made.use.override
    assert [person.id] == [noted.person for noted in made.use.overridden]
    assert "did not agree to 'film'" in made.cautions
    assert ("", ()) == (needless.use.override, needless.use.overridden)


def test_a_warning_that_is_let_through_is_recorded(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Where the policy only warns, the use says that nobody knew who it was."""
    lenient = purpose("film", rules=Rules(scopes=RULES.scopes, strict=False))

    made = cut(library, catalog, Chosen(clip, SPAN), SOUND, lenient)

    assert ["unknown-voice"] == [noted.cause for noted in made.use.warnings]
    assert "nobody has said who" in made.cautions
