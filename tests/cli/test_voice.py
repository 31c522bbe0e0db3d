"""``mediakit voice``."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.ids import PersonId
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import State
from mediakit.model.voice import Voice
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.conftest import Run, saved

CLIP = "c-0000000001"  # 20 seconds
MARIAM, OUMAR = "p-0000000001", "p-0000000002"


@pytest.fixture(autouse=True)
def _two_people(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_clip(CLIP))
        change.put(Person(id=PersonId(MARIAM), name="Mariam"))
        change.put(Person(id=PersonId(OUMAR), name="Oumar"))


def added(run: Run, *words: str) -> list[str]:
    """Add voices and return their ids."""
    status, out, err = run("voice", "add", CLIP, *words, "--json")
    assert (0, "") == (status, err)
    return [voice["id"] for voice in json.loads(out)]


def test_tells_who_is_where(run: Run) -> None:
    """By time, with how they can be recognised, and where nobody has looked."""
    both = added(run, MARIAM, OUMAR, "--from", "5", "--to", "0:08.5")
    off = added(run, OUMAR, "--from", "8", "--to", "12", "--unseen")
    title = added(run, "--nobody", "--to", "3")

    out = run("voice", "list", CLIP)[1]

    first, second = sorted(both)
    names = dict(zip(both, (f"{MARIAM} Mariam", f"{OUMAR} Oumar"), strict=True))
    assert (
        f"""\
{CLIP}  Women of Gao
  {title[0]}  0:00 - 0:03  nobody
  {first}  0:05 - 0:08.500  {names[first]}
  {second}  0:05 - 0:08.500  {names[second]}
  {off[0]}  0:08 - 0:12  {OUMAR} Oumar (unseen)
  Nobody has said who is in: 0:03 - 0:05, 0:12 - 0:20
"""
        == out
    )


def test_a_whole_clip_is_a_part_too(run: Run, catalog: Catalog) -> None:
    """Without times, all of it, however long it turns out to be."""
    (voice,) = added(run, MARIAM)

    assert catalog.read().get(Voice, voice).range is None
    assert "the whole clip" in run("voice", "list", CLIP)[1]


def test_said_again_it_replaces_what_was_said(run: Run, catalog: Catalog) -> None:
    """The same person in the same part is one voice."""
    before = added(run, MARIAM, "--to", "5")

    after = added(run, MARIAM, "--to", "5", "--unheard")

    (voice,) = catalog.read().all(Voice)
    assert before == after
    assert (False, True) == (voice.heard, voice.seen)


def test_a_speaker_of_the_transcript_is_a_person(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Their turns become voices, within the clip."""
    talk = ((0, 2000, "A"), (2500, 4000, "A"), (4000, 9000, "B"), (9000, 30_000, "A"))
    segments = tuple(
        Segment(start=start, end=end, text="…", speaker=speaker)
        for start, end, speaker in talk
    )
    words = Transcript(segments=segments, language="fr", clip=a_clip(CLIP).id)
    keep_transcript(library, catalog, words, state=State.UNCHECKED)

    added(run, MARIAM, "--speaker", "A")
    status, _out, err = run("voice", "add", CLIP, OUMAR, "--speaker", "C")

    assert [TimeRange(0, 4000), TimeRange(9000, 20_000)] == [
        voice.range for voice in catalog.read().all(Voice)
    ]
    assert 120 == status
    assert "It has: A, B." in err


def test_what_was_said_by_mistake_can_be_taken_back(run: Run, catalog: Catalog) -> None:
    """One voice; the others stay."""
    first, second = added(run, MARIAM, OUMAR)

    status = run("voice", "remove", first)[0]

    assert 0 == status
    assert [second] == [voice.id for voice in catalog.read().all(Voice)]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("add", CLIP), 2),
        (("add", CLIP, MARIAM, "--nobody"), 2),
        (("add", CLIP, MARIAM, "--unheard", "--unseen"), 2),
        (("add", CLIP, MARIAM, "--speaker", "A", "--to", "5"), 2),
        (("add", CLIP, MARIAM, "--speaker", "A"), 120),
        (("add", CLIP, MARIAM, "--from", "8", "--to", "5"), 15),
        (("add", CLIP, MARIAM, "--to", "0:20.001"), 40),
        (("add", CLIP, MARIAM, "--to", "soon"), 14),
        (("add", CLIP, MARIAM, "p-9"), 118),
        (("add", "c-9", MARIAM), 23),
        (("list", "c-9"), 23),
        (("remove", "v-9"), 103),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run, library: Library, words: tuple[str, ...], status: int
) -> None:
    """Each mistake has its sentence and status; the catalog stays as it is."""
    before = saved(library)

    answered, out, _err = run("voice", *words)

    assert (status, "") == (answered, out)
    assert before == saved(library)
