"""``mediakit person``."""

import io
import json
import stat
import sys

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import CatalogDamaged
from mediakit.library import Library
from mediakit.model.ids import PersonId
from mediakit.model.person import Person, RealName, Sex
from mediakit.workflows.real_names import with_real_name
from tests.builders import a_clip
from tests.conftest import Run, saved
from tests.consents import put_person

REAL = "Mariam Traoré"


def add(run: Run, *words: str) -> str:
    """Add a person and return their id."""
    status, out, err = run("person", "add", *words, "--json")
    assert (0, "") == (status, err)
    return str(json.loads(out)["id"])


def test_a_person_is_told_as_they_want(run: Run) -> None:
    """By the name they agreed to, with what they said of themselves."""
    person = add(
        run,
        *("Mariam", "--sex", "female", "--age-group", "18-35", "--region", "Gao"),
        *("--community", "Bozo", "--language", "BAM", "--language", "fr"),
    )

    out = run("person", "show", person)[1]

    told, consent, *_rest = out.rsplit("\n", 3)
    assert (
        f"""\
{person}  Mariam
Sex: female
Age group: 18-35
Community: Bozo
Region: Gao
Languages: bm fr"""
        == told
    )
    assert consent.endswith(": not asked yet")


def test_facts_are_changed_one_by_one(run: Run, catalog: Catalog) -> None:
    """What is not said stays; nothing takes something out."""
    person = add(
        run, "Mariam", "--sex", "female", "--language", "fr", "--region", "Gao"
    )

    run("person", "edit", person, "--name", "Awa", "--language", "", "--region", "")

    changed = catalog.read().get(Person, person)
    assert ("Awa", Sex.FEMALE, (), "") == (
        changed.name,
        changed.sex,
        changed.languages,
        changed.region,
    )


def test_the_real_name_is_kept_apart(run: Run, library: Library) -> None:
    """In a file that only its owner reads; said only to who asks for it."""
    person = add(run, "Mariam", "--real-name", REAL)

    said = [run("person", "list", "--json"), run("person", "show", person, "--json")]
    asked = run("person", "show", person, "--real-name")[1]

    assert all(REAL not in out for _status, out, _err in said)
    assert REAL.encode() not in b"".join(saved(library))
    assert f"Really called: {REAL}" in asked
    if sys.platform != "win32":
        mode = library.real_names.stat().st_mode
        assert 0o600 == stat.S_IMODE(mode)


def test_the_real_name_can_be_changed_and_forgotten(run: Run, library: Library) -> None:
    """The file is made when the first is written down."""
    person = add(run, "Mariam")
    assert not library.real_names.exists()

    run("person", "edit", person, "--real-name", REAL)
    run("person", "edit", person, "--name", "Awa")
    kept = json.loads(run("person", "show", person, "--real-name", "--json")[1])
    run("person", "edit", person, "--real-name", "")

    names = Catalog(library.real_names, author="").read().all(RealName)
    assert (REAL, []) == (kept["real_name"], names)


def test_a_real_name_goes_with_its_person(run: Run, library: Library) -> None:
    """Where the person cannot be kept, the name is as it was before."""
    person = add(run, "Mariam", "--real-name", REAL)
    names = Catalog(library.real_names, author="Awa")

    with pytest.raises(CatalogDamaged), with_real_name(names, PersonId(person), "X"):
        raise CatalogDamaged(path="", place="", reason="")

    assert [REAL] == [one.name for one in names.read().all(RealName)]


def test_who_is_not_in_the_library_can_be_removed(run: Run, library: Library) -> None:
    """With the real name; not as long as anything tells about them."""
    gone, kept = add(run, "Awa", "--real-name", REAL), add(run, "Mariam")
    run("consent", "record", kept, "--up-to", "film")

    removed = run("person", "remove", gone)[0]
    refused, _out, err = run("person", "remove", kept)

    assert (0, 119) == (removed, refused)
    assert "consents: 1" in err
    assert [] == Catalog(library.real_names, author="").read().all(RealName)


def test_people_are_listed_by_name(run: Run, catalog: Catalog) -> None:
    """With the clips they are in and what they agreed to."""
    with catalog.change() as change:
        clip = change.put(a_clip())
    mariam, awa = add(run, "Mariam"), add(run, "awa")
    run("voice", "add", clip.id, mariam, "--to", "0:02")
    run("voice", "add", clip.id, mariam, "--from", "0:05")
    run("consent", "record", mariam, "--up-to", "film", "--face", "no")

    listed = json.loads(run("person", "list", "--json")[1])
    lines = run("person", "list")[1].splitlines()

    assert [(awa, 0), (mariam, 1)] == [
        (one["person"]["id"], one["clips"]) for one in listed
    ]
    assert lines[1].endswith("not asked yet")
    assert lines[2].endswith("up to film, no face")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("add", "Awa", "--language", "bambara"), 16),
        (("add", "Awa", "--sex", "girl"), 2),
        (("show", "p-9"), 118),
        (("edit", "p-9", "--name", "X"), 118),
        (("edit", "p-9", "--real-name", "X"), 118),
        (("remove", "p-9"), 118),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run, library: Library, catalog: Catalog, words: tuple[str, ...], status: int
) -> None:
    """Each mistake has its sentence and status; no file is touched."""
    before = saved(library)

    answered, out, _err = run("person", *words)

    assert (status, "") == (answered, out)
    assert before == saved(library)
    assert not library.real_names.exists()


@pytest.mark.parametrize("answered", ["n\n", ""])
def test_a_question_that_is_not_answered_with_yes_changes_nothing(
    run: Run,
    library: Library,
    catalog: Catalog,
    monkeypatch: pytest.MonkeyPatch,
    answered: str,
) -> None:
    """It is said so: nothing was begun that could go on."""
    person = put_person(catalog)
    before = saved(library)
    monkeypatch.setattr("sys.stdin", io.StringIO(answered))

    status, _out, err = run("library", "forget", person.id)

    assert 130 == status
    assert err.endswith("Nothing was changed.\n")
    assert before == saved(library)
