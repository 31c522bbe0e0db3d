"""No command shows the words of a withdrawn voice: a screen is a way out too."""

from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.films import FilmBlocked
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.errors.timelines import TimelineDiffers
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import (
    ClipId,
    ExcerptId,
    MaskId,
    PersonId,
    TranscriptId,
    UseId,
    VoiceoverId,
)
from mediakit.model.mask import Mask, MaskKind
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import Use, UsedRange, UseKind
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.keep_film import keep_version
from mediakit.workflows.keep_transcript import put_transcript
from tests.builders import (
    a_clip,
    a_film,
    a_playlist,
    a_quote,
    a_screening,
    a_session,
    an_item,
)
from tests.codebooks import a_coding, a_theme
from tests.conftest import Run
from tests.consents import put_voice, withdraw
from tests.durability import commands
from tests.durability.commands import OTHERS

GAO, PART = ClipId("c-0000000001"), TimeRange(0, 2000)
X, S, SC, U = "x-0000000001", "s-0000000001", "sc-0000000001", "u-0000000001"
T = TranscriptId("t-0000000001")
VO = "vo-0000000001"
PL = "pl-0000000001"
F, M = "f-0000000001", "m-0000000001"
MARIAM = Person(id=PersonId("p-0000000001"), name="Mariam")
WORDS = "Nous avons peur la nuit."
MACHINE, MEANING = "Nous avons beurre la nuit.", "We are afraid at night."

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
    "film check": (F,),
    "film diff": (F, "v1"),
    "film list": (),
    "film show": (F,),
    "film verify": ("said.srt", "--film", F),
    "mask list": (),
    "mask preview": (M,),
    "mask show": (M,),
    "playlist check": (PL,),
    "playlist list": (),
    "playlist show": (PL,),
    "person show": (MARIAM.id,),
    "reply list": (),
    "screening check": (X, S),
    "session brief": (S,),
    "session list": (),
    "session show": (S,),
    "submission list": (),
    "code list": ("--words",),
    "code agreement": ("Awa", "Moussa"),
    "theme list": (),
    "theme show": ("fear",),
    "theme status": (),
    "thread": (GAO,),
    "transcript diff": (GAO,),
    "transcript list": (GAO,),
    "transcript review": (),
    "transcript show": (GAO, "--beside"),
    "use list": (),
    "use show": (U,),
    "voice list": (GAO,),
    "voiceover list": (),
}
CHANGING = {
    "consent withdraw": (MARIAM.id,),
    "excerpt edit": (X, "--title", "The well"),
    "film edit": (F, "--max", "1:00"),
    "film export": (F, "--as", "otio", "--output", "words.txt"),
    "film keep": (F,),
    "film read-back": ("cut.edl", "--film", F),
    "film move": (F, "K7P", "--to", "1"),
    "film remove": (F, "--whole"),
    "interpret cut": (GAO,),
    "playlist copy": (PL,),
    "playlist edit": (PL, "K7P", "--pause"),
    "playlist move": (PL, "K7P", "--to", "1"),
    "playlist order": (PL, "K7P"),
    "playlist remove": (PL, "--whole"),
    "report": ("quotes",),
    "screening edit": (SC, "--heat", "calm"),
    "code add": (GAO, "fear", "--quote", "peur"),
    "code edit": ("k-1", "--strong"),
    "code export": ("--as", "csv", "--output", "words.txt"),
    "library export": ("--as", "qdpx", "--output", "words.txt"),
    "theme export": ("--as", "qdc", "--output", "codes.qdc"),
    "transcript edit": (GAO, "--sheet", "words.txt"),
    "transcript export": (GAO, "--as", "srt", "--output", "-"),
    "transcript join": (GAO, "1"),
    "transcript language": (GAO, "en", "--segments", "1"),
    "transcript mark": (GAO, "checked"),
    "transcript replace": ("peur", "crainte"),
    "transcript revert": (GAO, T),
    "transcript speaker": (GAO, "Mariam", "--segments", "1"),
    "transcript split": (GAO, "1", "--at", "0:01"),
    "translation add": (GAO, "--to", "en", "--by", "Ali", "--sheet", "words.txt"),
    "use recall": (),
}
CUT = f"""TITLE: Cut
001 AX AA/V C 00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00
* FROM CLIP NAME: {GAO}
"""
MORE = (
    ("search", ("peur", "--kwic")),
    ("search", ("peur", "--count-by", "speaker")),
    ("transcript show", (GAO,)),
    ("report", ("quotes", "--as", "html", "--output", "quotes.html")),
    ("transcript replace", ("peur", "crainte", "--yes")),
)
# neither words nor excerpts are there
ELSEWHERE = {
    *("demo", "doctor", "model add", "model get", "model list", "model remove"),
    *("model program", "cluster scheduler", "cluster worker"),
    *("submission show", "use identify", "kit verify"),
}
# these need what a test of their own brings: models, a microphone
BY_THEMSELVES = {"transcript speakers", "interpret record"}


@pytest.fixture(autouse=True)
def _a_withdrawn_quote(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(MARIAM)
        change.put(a_session())
        change.put(a_clip(GAO, session=S))
        change.put(Excerpt(id=ExcerptId(X), clip=GAO, range=PART, quote=WORDS))
        change.put(a_screening(SC, excerpt=X))
        change.put(_said_again())
        texts = {"fr": WORDS}
        item = an_item(range=PART, excerpt=X, titles=texts, notes=texts)
        change.put(a_playlist(PL, items=(item,), session=S))
        film = change.put(a_film(F, a_quote(range=PART, note=WORDS)))
        keep_version(change, replace(film, budget=1000))
        change.put(Mask(id=MaskId(M), clip=GAO, range=PART, kind=MaskKind.TEXT))
        ranges = (UsedRange(GAO, PART, ExcerptId(X)),)
        change.put(Use(id=UseId(U), kind=UseKind.CUT, files=(), ranges=ranges))
        fear = change.put(a_theme("fear"))
        for number, coder in enumerate(("Awa", "Moussa"), start=1):
            coding = a_coding(f"k-{number}", fear, (0, 2000), clip=GAO, by=coder)
            change.put(replace(coding, memo=WORDS, search=f'"{MEANING}"'))
    with catalog.change() as change:
        before = _put_words(library, change, Origin.MACHINE, "fr", MACHINE)
        change.remove(TranscriptRecord, before.id)
        change.put(replace(before, id=T))
        _put_words(library, change, Origin.CORRECTED, "fr", WORDS, replaces=T)
        _put_words(library, change, Origin.TRANSLATION, "en", MEANING)
    put_voice(catalog, GAO, MARIAM)
    withdraw(catalog, MARIAM)


def _put_words(
    library: Library,
    change: Change,
    origin: Origin,
    language: str,
    text: str,
    *,
    replaces: TranscriptId | None = None,
) -> TranscriptRecord:
    said = (Segment(start=0, end=2000, text=text),)
    source = Source(origin=origin)
    words = Transcript(clip=GAO, language=language, source=source, segments=said)
    return put_transcript(
        library, change, words, state=State.UNCHECKED, replaces=replaces
    )


def _said_again() -> Voiceover:
    return Voiceover(
        id=VoiceoverId(VO),
        clip=GAO,
        range=PART,
        excerpt=ExcerptId(X),
        language="bm",
        path="voiceovers/c-0000000001/ab.wav",
        sha256="ab",
        duration=2000,
    )


@pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize(
    ("command", "typed"), [*READING.items(), *CHANGING.items(), *MORE]
)
def test_the_words_are_not_shown(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    typed: tuple[str, ...],
    as_json: tuple[str, ...],
) -> None:
    """Neither as text nor as JSON, nor in a file."""
    monkeypatch.chdir(tmp_path)
    Path("said.srt").write_text(f"1\n00:00:00,000 --> 00:00:02,000\n{WORDS}\n")
    Path("cut.edl").write_text(CUT)

    status, out, err = run(*command.split(), *typed, *as_json)

    refused = {
        *(ConsentWithdrawn.exit_status, FilmBlocked.exit_status),
        TimelineDiffers.exit_status,
    }
    assert status in {0, 86, 239} | refused, err
    for words in (WORDS, MACHINE, MEANING):
        assert words not in out + err
    assert not Path("words.txt").exists()


def test_a_removed_excerpt_does_not_say_them_either(run: Run, catalog: Catalog) -> None:
    """Not even the last time it is told."""
    with catalog.change() as change:
        change.put(Excerpt(id=ExcerptId("x-2"), clip=GAO, range=PART, quote=WORDS))

    status, out, err = run("excerpt", "remove", "x-2")

    assert (0, True) == (status, "x-2" in out)
    assert WORDS not in out + err


def test_every_command_that_reads_is_tried() -> None:
    """A new one is put above, and so is what corrects words."""
    tried = {*READING, *CHANGING, *ELSEWHERE, *BY_THEMSELVES}
    correcting = {
        command.name
        for command in commands.CHANGING
        if command.name.startswith(("transcript ", "translation ", "interpret "))
    }

    assert set() == OTHERS - tried
    # these say what is in files that people bring
    imports = {"transcript import", "translation import", "interpret import"}
    assert set() == correcting - imports - tried
    assert set() == set(READING) - OTHERS - {"search"}
