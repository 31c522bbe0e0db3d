"""``mediakit use`` and ``mediakit consent withdraw``, as a person types them."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.consent import ConsentEvent
from mediakit.model.ids import ClipId, PersonId, UseId
from mediakit.model.leaving import Shown
from mediakit.model.person import Person
from mediakit.model.recall import Recall
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Noted, Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.pass_gate import pass_gate
from tests.builders import a_clip, a_screening, a_session
from tests.conftest import Run, saved
from tests.consents import purpose, put_voice_of

GAO = ClipId("c-0000000001")
CUT = UseId("u-0000000001")
PART = TimeRange(0, 1000)
# longer than the ids that are drawn, any of which could begin with less
NOBODY = "p-99999999999"


@pytest.fixture
def person(catalog: Catalog) -> Person:
    """Say who is in the clip; they agreed to everything a month ago."""
    with catalog.change() as change:
        change.put(a_clip(GAO))
    return put_voice_of(catalog, GAO)


@pytest.fixture
def cut(library: Library, catalog: Catalog, person: Person) -> Path:
    """Make a cut that somebody let pass against the gate."""
    path = library.exports / "cut.mp4"
    path.write_bytes(b"film")
    noted = Noted(
        cause="beyond-scope", clip=GAO, range=PART, person=person.id, scope="web"
    )
    with catalog.change() as change:
        change.put(
            Use(
                id=CUT,
                kind=UseKind.CUT,
                files=(UsedFile("exports/cut.mp4", checksum(path)),),
                ranges=(UsedRange(GAO, PART),),
                scope="web",
                recipient="ORTM",
                overridden=(noted,),
                override="She called us.",
            )
        )
    return path


def test_a_withdrawal_is_printed_kept_and_closed(
    run: Run, catalog: Catalog, person: Person, cut: Path
) -> None:
    """The whole way: list, check, take back, check again."""
    status, out, err = run("consent", "withdraw", person.id, "--why", "Fear.")
    assert 0 == status
    assert "ORTM" in out
    assert "2 things are to be taken back." in err

    assert 86 == run("check", "--quick")[0]
    assert "[to be taken back, let pass by --override]" in run("show", GAO)[1]
    assert "to be taken back" in run("use", "list", "--open")[1]

    assert 175 == run("use", "recall", CUT, "--outcome", "Done.")[0]
    status, out, _err = run(
        *("use", "recall", CUT, "--delete", "--outcome", "Deleted at ORTM.")
    )
    assert (0, True) == (status, "Deleted at ORTM." in out)
    assert not cut.exists()
    assert CUT not in run("use", "recall")[1]
    assert "Deleted at ORTM." in run("use", "show", CUT)[1]


@pytest.mark.parametrize("plugged", [False, True])
def test_an_unplugged_stick_is_taken_back_unseen(
    run: Run, catalog: Catalog, person: Person, cut: Path, tmp_path: Path, plugged: bool
) -> None:
    """Whoever says what became of it is believed, and told that nobody looked."""
    stick = tmp_path / "stick"
    if plugged:
        stick.mkdir()
    names = ("kit.json", "media/01-A.mp4")
    files = tuple(UsedFile(str(stick / "kit" / name), "0" * 64) for name in names)
    with catalog.change() as change:
        change.put(replace(change.get(Use, CUT), kind=UseKind.KIT, files=files))
    run("consent", "withdraw", person.id, "--why", "Fear.")

    status, out, err = run("use", "recall", CUT, "--outcome", "The stick was burnt.")

    assert (0, True) == (status, "The stick was burnt." in out)
    assert plugged is (f"{stick / 'kit'} cannot be reached" not in err)


def test_a_trial_records_nothing(
    run: Run, library: Library, person: Person, cut: Path
) -> None:
    """The same list, as JSON too."""
    before = saved(library)

    status, out, err = run("consent", "withdraw", person.id, "--dry-run", "--json")

    document = json.loads(out)
    assert (0, False) == (status, document["recorded"])
    assert [CUT, GAO] == [one["target"] for one in document["asked"]]
    assert "Nothing was recorded" in err
    assert before == saved(library)


def test_a_file_that_is_there_is_reported_whatever_the_list_says(
    run: Run, catalog: Catalog, person: Person, cut: Path
) -> None:
    """A list that was closed by a program in the meantime hides nothing."""
    run("consent", "withdraw", person.id)
    with catalog.change() as change:
        for recall in change.all(Recall):
            change.remove(Recall, recall.id)

    problems = json.loads(run("check", "--json")[1])["problems"]

    assert ["withdrawn_file_there"] == [
        one["code"] for one in problems if one["details"].get("use") == CUT
    ]


def test_a_day_to_come_is_said_to_come(run: Run, person: Person) -> None:
    """A slip of the finger in a year would leave the voice open."""
    today = run("consent", "withdraw", person.id, "--dry-run")[2]
    later = run("consent", "withdraw", person.id, "--from", "2999-01-01")[2]

    assert "until then" not in today
    assert "It holds from 2999-01-01; until then, what was agreed" in later


def test_a_refusal_after_a_withdrawal_opens_nothing(
    run: Run, catalog: Catalog, person: Person
) -> None:
    """Nobody can override what was withdrawn by recording a no, nor reopen the list."""
    run("consent", "withdraw", person.id)
    for recall in catalog.read().all(Recall):
        run("use", "recall", recall.id, "--outcome", "Done.")

    refused = run("consent", "record", person.id, "--up-to", "none")
    override = replace(purpose("film", override="We must."), day="2999-01-01")

    assert "It does not count" in refused[2]
    with pytest.raises(ConsentWithdrawn):
        pass_gate(catalog.read(), override, ((GAO, PART),), Shown.SOUND)
    assert [] == json.loads(run("use", "recall", "--json")[1])


def test_a_withdrawal_keeps_what_shows_it(
    run: Run, library: Library, catalog: Catalog, person: Person, tmp_path: Path
) -> None:
    """A copy of a letter; what is not there changes nothing."""
    letter = tmp_path / "letter.jpg"
    letter.write_bytes(b"take it away")
    before = saved(library)

    missing = run("consent", "withdraw", person.id, "--evidence", "no.jpg")
    unchanged = before == saved(library)
    tried = run(
        "consent", "withdraw", person.id, "--evidence", str(letter), "--dry-run"
    )
    nothing_kept = not library.evidence.exists()
    done = run("consent", "withdraw", person.id, "--evidence", str(letter))

    assert (121, True) == (missing[0], unchanged)
    assert (0, True) == (tried[0], nothing_kept)
    assert 0 == done[0]
    [evidence] = catalog.read().all(ConsentEvent)[-1].evidence
    assert checksum(letter) == evidence.sha256
    assert b"take it away" == library.resolve(evidence.path).read_bytes()


def test_a_screening_to_be_taken_back_is_marked(
    run: Run, catalog: Catalog, person: Person
) -> None:
    """In the life of the clip, beside the excerpts and what was made of it."""
    with catalog.change() as change:
        change.put(a_session())
        change.put(a_screening())

    run("consent", "withdraw", person.id)

    assert (
        "2026-03-01, Women of Gao, Gao: shown  [to be taken back]"
        in run("show", GAO)[1]
    )


def test_what_somebody_let_pass_is_in_every_report(
    run: Run, person: Person, cut: Path
) -> None:
    """In the list, in the clip's life, in a check, with the reason and the author."""
    assert "let pass by --override" in run("use", "list")[1]
    assert "let pass by --override" in run("show", GAO)[1]
    shown = run("use", "show", CUT)[1]
    assert "because: She called us." in shown
    assert f"Mariam ({person.id}) did not agree to 'web'." in shown
    said = run("check", "--quick")[2]
    assert f"Use {CUT} left although consent did not cover it. Awa decided" in said


def test_a_stray_file_is_identified_by_its_content(
    run: Run, person: Person, cut: Path, tmp_path: Path
) -> None:
    """Whatever it is called; a file that did not leave is none."""
    stray, other = tmp_path / "holiday.mov", tmp_path / "letter.txt"
    stray.write_bytes(cut.read_bytes())
    other.write_text("dear")

    status, out, _err = run("use", "identify", str(stray))

    assert (0, True) == (status, out.startswith(f"{CUT}  cut, web"))
    run("consent", "withdraw", person.id)
    assert "[to be taken back" in run("use", "identify", str(stray))[1]
    assert 176 == run("use", "identify", str(other))[0]


def test_recipients_are_added_never_lost(
    run: Run, catalog: Catalog, person: Person, cut: Path
) -> None:
    """Who was given a stick before still has it."""
    run("use", "give", CUT, "--to", "Radio Gao")
    run("use", "give", CUT, "--to", "Radio Gao")

    assert ("ORTM", "Radio Gao") == catalog.read().get(Use, CUT).holders


def test_uses_are_found_by_clip_and_by_person(
    run: Run, catalog: Catalog, person: Person, cut: Path
) -> None:
    """What holds a part of one, or the voice of the other."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000002"))
        change.put(Person(id=PersonId("p-0000000002")))

    def found(*options: str) -> list[str]:
        listed = json.loads(run("use", "list", *options, "--json")[1])
        return [one["use"]["id"] for one in listed]

    assert [CUT] == found() == found("--clip", GAO) == found("--person", person.id)
    assert [] == found("--clip", "c-0000000002") == found("--person", "p-0000000002")
    assert [] == found("--open")


def test_a_person_is_forgotten_only_when_asked_twice(
    run: Run,
    library: Library,
    catalog: Catalog,
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a yes nothing happens; with one the name is gone."""
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert 130 == run("library", "forget", person.id)[0]
    assert "Mariam" == catalog.read().get(Person, person.id).name

    status, out, err = run("library", "forget", person.id, "--yes")

    assert (0, f"{person.id}\n") == (status, out)
    assert "backups" in err
    assert b"Mariam" not in b"".join(saved(library))
    assert 1 == len(catalog.read().all(ConsentEvent))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("use", "show", "u-9"), 172),
        (("use", "recall", "u-9", "--outcome", "x"), 173),
        (("use", "recall", "--outcome", "x"), 2),
        (("use", "give", "u-0", "--to", " "), 2),
        (("consent", "withdraw", NOBODY), 118),
        (("trim", "c-0", "--to", "1", "--override", " "), 2),
        (("trim", "c-0", "--to", "1", "--scope", "everybody"), 117),
        (("trim", "c-0", "--to", "1", "--for", "s-9"), 25),
        (("search", "eau", "--scope", "film"), 2),
        (("search", "eau", "--export", "eau.xls"), 2),
    ],
)
def test_says_what_is_wrong_and_changes_nothing(
    run: Run, library: Library, person: Person, words: tuple[str, ...], status: int
) -> None:
    """One sentence, a status of its own."""
    (library.assets / f"{GAO}.mp4").write_bytes(b".")
    before = saved(library)

    found, out, err = run(*words)

    assert (status, "") == (found, out)
    assert err
    assert before == saved(library)
