"""No command shows the words of a withdrawn voice: a screen is a way out too."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId, PersonId, UseId
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.model.use import Use, UsedRange, UseKind
from mediakit.settings import Library
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip, a_screening, a_session
from tests.conftest import Run
from tests.consents import put_voice, withdraw
from tests.durability.commands import OTHERS

GAO, PART = ClipId("c-0000000001"), TimeRange(0, 2000)
X, S, SC, U = "x-0000000001", "s-0000000001", "sc-0000000001", "u-0000000001"
MARIAM = Person(id=PersonId("p-0000000001"), name="Mariam")
WORDS = "Nous avons peur la nuit."

READING = {
    "list": (),
    "show": (GAO,),
    "check": (),
    "search": ("peur",),
    "clip list": (),
    "clip show": (GAO,),
    "consent show": (GAO,),
    "consent spans": (GAO, "--scope", "film"),
    "excerpt list": (),
    "excerpt show": (X,),
    "owed": (),
    "person list": (),
    "person show": (MARIAM.id,),
    "reply list": (),
    "screening check": (X, S),
    "session brief": (S,),
    "session list": (),
    "session show": (S,),
    "submission list": (),
    "theme list": (),
    "theme status": (),
    "thread": (GAO,),
    "transcript list": (GAO,),
    "transcript show": (GAO,),
    "use list": (),
    "use show": (U,),
    "voice list": (GAO,),
}
CHANGING = {
    "consent withdraw": (MARIAM.id,),
    "excerpt edit": (X, "--title", "The well"),
    "screening edit": (SC, "--heat", "calm"),
    "use recall": (),
}
# neither words nor excerpts are there
ELSEWHERE = {
    *("demo", "doctor", "model add", "model get", "model list", "model remove"),
    *("submission show", "use identify"),
}


@pytest.fixture(autouse=True)
def _a_withdrawn_quote(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(MARIAM)
        change.put(a_session())
        change.put(a_clip(GAO, session=S))
        change.put(Excerpt(id=ExcerptId(X), clip=GAO, range=PART, quote=WORDS))
        change.put(a_screening(SC, excerpt=X))
        ranges = (UsedRange(GAO, PART, ExcerptId(X)),)
        change.put(Use(id=UseId(U), kind=UseKind.CUT, files=(), ranges=ranges))
    said = (Segment(start=0, end=2000, text=WORDS),)
    source = Source(origin=Origin.MACHINE)
    words = Transcript(clip=GAO, language="fr", source=source, segments=said)
    keep_transcript(library, catalog, words, state=State.MACHINE)
    put_voice(catalog, GAO, MARIAM)
    withdraw(catalog, MARIAM)


@pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize(("command", "typed"), (READING | CHANGING).items())
def test_the_words_are_not_shown(
    run: Run, command: str, typed: tuple[str, ...], as_json: tuple[str, ...]
) -> None:
    """Neither as text nor as JSON."""
    status, out, err = run(*command.split(), *typed, *as_json)

    assert status in {0, 86}, err
    assert WORDS not in out + err


def test_a_removed_excerpt_does_not_say_them_either(run: Run, catalog: Catalog) -> None:
    """Not even the last time it is told."""
    with catalog.change() as change:
        change.put(Excerpt(id=ExcerptId("x-2"), clip=GAO, range=PART, quote=WORDS))

    status, out, err = run("excerpt", "remove", "x-2")

    assert (0, True) == (status, "x-2" in out)
    assert WORDS not in out + err


def test_every_command_that_reads_is_tried() -> None:
    """A new one is put above."""
    assert set(OTHERS) == {*READING, *ELSEWHERE} - {"search"}
