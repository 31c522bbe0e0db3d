"""``mediakit consent``: what people agreed to, and what it opens."""

import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.ids import ClipId, ConsentId
from tests.builders import a_clip, a_session
from tests.conftest import Run, saved
from tests.model.consent_facts import MARIAM, OUMAR, a_person, a_voice

FILM, TALK = "c-0000000001", "c-0000000002"  # 20 seconds each
GAO, MOPTI = "s-0000000001", "s-0000000002"


@pytest.fixture(autouse=True)
def _recordings(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_session(GAO))
        change.put(a_session(MOPTI, place="Mopti"))
        change.put(a_clip(FILM, session=GAO))
        change.put(a_clip(TALK, title="She says so"))
        change.put(a_person(MARIAM))
        change.put(a_person(OUMAR, name="Oumar"))
        change.put(a_voice(MARIAM, start=0, end=15_000, number=1))
        change.put(a_voice(OUMAR, start=10_000, end=18_000, number=2))


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Return a signed form."""
    path = tmp_path / "Mariam Traoré.JPG"
    path.write_bytes(b"a cross and a date")
    return path


def record(run: Run, *words: str) -> ConsentEvent:
    """Record a consent and return what was said of it."""
    status, out, err = run("consent", "record", *words, "--json")
    assert (0, "") == (status, err)
    event = json.loads(out)["event"]
    fields = {name: event[name] for name in ("day", "up_to", "face", "why")}
    return ConsentEvent(
        id=ConsentId(event["id"]),
        person=event["person"],
        kind=ConsentKind(event["kind"]),
        **fields,
    )


def test_every_event_is_told(run: Run, form: Path) -> None:
    """What holds, how it came to be, who recorded it, and what shows it."""
    first = record(
        run,
        *(MARIAM, "--up-to", "film", "--on", "2026-02-01", "--evidence", str(form)),
        *("--evidence", TALK, "--name", "no", "--pseudonym", "Awa"),
    )
    second = record(
        run,
        *(MARIAM, "--up-to", "none", "--clip", FILM, "--why", "My brother saw it"),
        *("--on", "2026-03-01"),
    )

    out = run("consent", "show", MARIAM, "--on", "2026-04-01")[1]

    moments = [line for line in out.splitlines() if "Recorded by Awa" in line]
    told = [line for line in out.splitlines() if line not in moments]
    evidence = f"evidence/{checksum(form)[:32]}.jpg"
    assert 2 == len(moments)
    assert f"""\
{MARIAM}  Mariam
On 2026-04-01: up to film, no name, called Awa
In {FILM} Women of Gao: agreed to nothing on 2026-03-01
History:
  {first.id}  2026-02-01  up to film, no name, called Awa
    Evidence: {evidence} {TALK}
  {second.id}  2026-03-01  agreed to nothing on 2026-03-01
    Only in: {FILM}
    Why: My brother saw it""" == "\n".join(told)


def test_what_is_said_of_everything_ends_what_was_said_of_a_clip(run: Run) -> None:
    """A later word counts, and then nothing is different there."""
    record(run, MARIAM, "--up-to", "none", "--clip", FILM, "--on", "2026-02-01")
    record(run, MARIAM, "--up-to", "film", "--on", "2026-03-01")

    lines = run("consent", "show", MARIAM, "--on", "2026-04-01")[1].splitlines()

    assert ["On 2026-04-01: up to film", "History:"] == lines[1:3]


def test_a_wish_for_one_clip_is_none_for_others(run: Run, catalog: Catalog) -> None:
    """What was wished of one clip is not wished of another."""
    record(run, MARIAM, "--up-to", "film", "--face", "no", "--clip", FILM)
    record(run, MARIAM, "--up-to", "film", "--clip", TALK)

    assert [False, True] == [one.face for one in catalog.read().all(ConsentEvent)]


def test_evidence_is_copied_without_its_name(
    run: Run, library: Library, form: Path
) -> None:
    """Once, however many people it is about; for its owner alone."""
    record(run, MARIAM, "--up-to", "film", "--evidence", str(form))
    record(run, OUMAR, "--up-to", "film", "--evidence", str(form))

    kept = list(library.evidence.iterdir())

    assert [f"{checksum(form)[:32]}.jpg"] == [path.name for path in kept]
    assert form.read_bytes() == kept[0].read_bytes()
    assert form.exists()
    assert kept[0].name not in run("check")[1]


def test_wishes_that_are_not_repeated_stay(run: Run, catalog: Catalog) -> None:
    """A wider agreement shows no face that was to be hidden; an end is said anew."""
    record(
        run,
        *(MARIAM, "--up-to", "national", "--face", "no", "--research", "no"),
        *("--except", "own-group", "--until", "2099-01-01"),
    )
    record(run, MARIAM, "--up-to", "web", "--research", "yes")

    first, last = catalog.read().all(ConsentEvent)

    assert "2099-01-01" == first.until
    assert ("web", False, True, ("own-group",), "") == (
        last.up_to,
        last.face,
        last.research,
        last.excluded,
        last.until,
    )
    record(run, MARIAM, "--up-to", "web", "--except", "")
    assert () == catalog.read().all(ConsentEvent)[-1].excluded


def test_says_when_an_event_does_not_count(run: Run) -> None:
    """What was said before something else is kept, and opens nothing."""
    record(run, MARIAM, "--up-to", "film", "--on", "2026-03-01")

    earlier = ("consent", "record", MARIAM, "--up-to", "web", "--on", "2026-02-01")
    status, out, err = run(*earlier)

    assert 0 == status
    assert "up to web" in out
    assert "It does not count" in err


def test_a_clip_tells_of_everybody_in_it(run: Run) -> None:
    """In the words that hold there; whom nobody asked, and where nobody looked."""
    record(run, MARIAM, "--up-to", "film", "--on", "2026-03-01")
    record(run, MARIAM, "--up-to", "none", "--on", "2026-03-02", "--clip", FILM)

    out = run("consent", "show", FILM)[1]

    told = f"""\
  {MARIAM}  Mariam  agreed to nothing on 2026-03-02
  {OUMAR}  Oumar  not asked yet
  Nobody has said who is in: 0:18 - 0:20
"""
    assert f"{FILM}  Women of Gao\n{told}" == out
    assert f"Heard or seen:\n{told}" in run("show", FILM)[1]


def test_every_open_part_is_told_with_what_closes_the_others(run: Run) -> None:
    """All of the clip, in order."""
    record(run, MARIAM, "--up-to", "film", "--face", "no")

    status, out, err = run("consent", "spans", FILM, "--scope", "film")

    assert (0, "") == (status, err)
    assert (
        f"""\
0:00 - 0:10  open
  {FILM} 0:00 - 0:10: Mariam ({MARIAM}) does not want to be seen."""
        in out
    )
    assert (
        f"""\
0:10 - 0:20  closed
  {FILM} 0:10 - 0:18: Oumar ({OUMAR}) has not been asked yet.
  {FILM} 0:18 - 0:20: nobody has said who is heard or seen there; 'mediakit voice \
add' does.
Open for film: 0:10 of 0:20
"""
        in out
    )


def test_the_audience_and_the_policy_are_heard(run: Run, library: Library) -> None:
    """Strangers are another community; an unknown voice may be let pass."""
    settings = library.settings_file.read_text()
    library.settings_file.write_text(settings.replace('"strict"', '"warn"', 1))
    record(run, MARIAM, "--up-to", "own-group")
    record(run, OUMAR, "--up-to", "web")

    def opened(audience: str) -> int:
        words = ("consent", "spans", FILM, "--scope", "own-group", "--for", audience)
        return int(json.loads(run(*words, "--json")[1])["duration"])

    assert (20_000, 5_000) == (opened(GAO), opened(MOPTI))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("record", MARIAM, "--up-to", "cinema"), 117),
        (("record", MARIAM, "--up-to", "film", "--except", "cinema"), 117),
        (("record", MARIAM, "--up-to", "film", "--on", "2026-02-30"), 17),
        (("record", MARIAM, "--up-to", "film", "--until", "1 March"), 17),
        (("record", MARIAM, "--up-to", "film", "--until", "2026-01-01"), 124),
        (
            (
                *("record", MARIAM, "--up-to", "film", "--on", "2026-01-01"),
                *("--embargo", "2026-03-01", "--until", "2026-02-01"),
            ),
            124,
        ),
        (("record", MARIAM, "--up-to", "film", "--evidence", "nothing.jpg"), 121),
        (("record", MARIAM, "--up-to", "film", "--evidence", "."), 121),
        (("record", MARIAM, "--up-to", "film", "--clip", "c-9"), 23),
        (("record", MARIAM, "--up-to", "none", "--research", "yes"), 2),
        (("record", MARIAM, "--up-to", "film", "--face", "maybe"), 2),
        (("record", MARIAM), 2),
        (("record", "p-9", "--up-to", "film"), 118),
        (("show", "p-9"), 118),
        (("show", "c-9"), 23),
        (("show", MARIAM, "--on", "x"), 17),
        (("spans", FILM, "--scope", "cinema"), 117),
        (("spans", FILM, "--scope", "film", "--for", "s-9"), 25),
        (("spans", "c-9", "--scope", "film"), 23),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run, library: Library, words: tuple[str, ...], status: int
) -> None:
    """Each mistake has its sentence and status; the library stays as it is."""
    before = saved(library)

    answered, out, _err = run("consent", *words)

    assert (status, "") == (answered, out)
    assert before == saved(library)
    assert not library.evidence.exists()


def test_a_clip_that_shows_a_consent_stays(run: Run, catalog: Catalog) -> None:
    """Removing others takes what was said of who is in them, and no consent."""
    record(run, MARIAM, "--up-to", "film", "--clip", FILM, "--evidence", TALK)

    status, _out, err = run("clip", "remove", TALK, "--with-history")
    removed = run("clip", "remove", FILM)[0]

    assert (125, 0) == (status, removed)
    assert "shows what somebody agreed to" in err
    events = catalog.read().all(ConsentEvent)
    assert [(ClipId(FILM),)] == [event.clips for event in events]
    assert FILM not in run("check")[1]
