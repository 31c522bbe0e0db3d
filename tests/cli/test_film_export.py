"""``mediakit film export`` and ``verify``: out through the gate, and read back."""

import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import FilmEmpty
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.model.film import FilmLine, FilmVersion, LineKind
from mediakit.model.ids import FilmId
from mediakit.model.person import Person
from mediakit.model.use import Use, UseKind
from mediakit.timeline.registry import NAMES
from tests.builders import FIRST_SECONDS, a_clip, a_quote
from tests.conftest import Run
from tests.consents import agree, put_person, put_voice, withdraw
from tests.films import a_sentence, put_film, put_said

GAO = a_clip()
F = FilmId("f-0000000001")


@pytest.fixture(autouse=True)
def mariam(library: Library, catalog: Catalog) -> Person:
    """Put a film of one quote, of somebody who agreed to a film, into the library."""
    with catalog.change() as change:
        change.put(GAO)
    library.resolve(GAO.path).write_bytes(b"film")
    put_said(library, catalog, GAO.id, a_sentence("Nous avons confiance.", 500))
    person = put_person(catalog)
    put_voice(catalog, GAO.id, person)
    agree(catalog, person, "film")
    put_film(catalog, a_quote(note="Calm"))
    return person


def only(folder: Path) -> Path:
    """Return the only file in a folder."""
    [path] = folder.iterdir()
    return path


@pytest.mark.parametrize("kind", NAMES)
def test_what_was_written_is_the_film(run: Run, library: Library, kind: str) -> None:
    """In every format; a title that no film has is put in as well."""
    run("film", "card", F, "Mali & <Gao>", "--time", "2")

    status, out, err = run("film", "export", F, "--as", kind)

    path = only(library.exports / "films")
    # an edit decision list names reels, and no files
    told = [] if kind == "edl" else ["for others, use --collect."]
    assert (0, told) == (status, [line[-26:] for line in err.splitlines()])
    assert out.endswith(f"  0:04  {path}\n")
    status, out, err = run("film", "verify", str(path))
    assert (0, "") == (status, err)
    assert f"{path} is the film {F}, each shot and card on its frame at 25" in out


@pytest.mark.parametrize("kind", [*NAMES, "script", "docx"])
def test_a_film_of_nothing_is_not_handed_on(
    run: Run, library: Library, catalog: Catalog, kind: str
) -> None:
    """No file, no use, no version: there is nothing to see yet, nor to read."""
    put_film(catalog, FilmLine(code="N1", kind=LineKind.NOTE, note="Ask Awa"))

    for more in ((), ("--collect",) if kind in NAMES else ()):
        status, _out, err = run("film", "export", F, "--as", kind, *more)
        assert FilmEmpty.exit_status == status, err

    assert [] == list(library.exports.rglob("*.*"))
    assert ([], []) == (catalog.read().all(Use), catalog.read().all(FilmVersion))


@pytest.mark.parametrize("kind", [("blur",), ("faces", "--face", "40,10,20,30")])
def test_who_is_hidden_is_not_handed_on(
    run: Run, library: Library, kind: tuple[str, ...]
) -> None:
    """A timeline alone names the originals: only the team is given those."""
    run("mask", kind[0], GAO.id, *kind[1:])

    status, out, err = run("film", "export", F, "--as", "otio")

    assert (MaskNotPossible.exit_status, "") == (status, out)
    assert "hide somebody" in err
    assert "--collect" in err
    assert [] == list(library.exports.rglob("*.otio"))
    for_the_team = ("--as", "otio", "--scope", "internal")
    assert 0 == run("film", "export", F, *for_the_team)[0]


@pytest.mark.parametrize("kind", NAMES)
def test_what_is_not_there_is_told_where_it_is_named(
    run: Run, library: Library, kind: str
) -> None:
    """A list of reels looks for no files. A title with % makes a name without."""
    library.resolve(GAO.path).unlink()
    run("film", "edit", F, "--title", "100 % Mali")

    _status, _out, err = run("film", "export", F, "--as", kind)

    assert (kind != "edl") is ("is not where the file looks for it" in err)
    assert "100 Mali" == only(library.exports / "films").stem


def test_it_is_a_use_and_a_version(run: Run, catalog: Catalog) -> None:
    """Who has it is kept, and so is what the film was then."""
    run("film", "export", F, "--as", "otio", "--recipient", "Studio Djoliba")

    records = catalog.read()
    [use], [version] = records.all(Use), records.all(FilmVersion)
    assert (UseKind.TIMELINE, "film", "Studio Djoliba") == (
        use.kind,
        use.scope,
        use.recipient,
    )
    assert [(GAO.id, FIRST_SECONDS)] == [(one.clip, one.range) for one in use.ranges]
    assert F == version.film
    assert "timeline" in run("use", "list")[1]


def test_a_use_says_when_as_the_program_counts(run: Run, catalog: Catalog) -> None:
    """Kdenlive begins a project at zero, the others at an hour."""
    for kind in NAMES:
        assert 0 == run("film", "export", F, "--as", kind)[0]

    begins = [one.ranges[0].at for one in catalog.read().all(Use)]
    assert [
        "00:00:00:00" if k == "kdenlive" else "01:00:00:00" for k in NAMES
    ] == begins


def test_a_version_is_verified_as_it_was(run: Run, library: Library) -> None:
    """The film as it is now is another one, and every place that differs is told."""
    run("film", "export", F, "--as", "fcp7")
    path = str(only(library.exports / "films"))
    run("film", "edit", F, "K7P", "--to", "0:01")

    status, out, err = run("film", "verify", path)

    assert (168, "") == (status, out)
    assert "On paper only: V1 01:00:00:00 +25" in err
    assert "In the file only: V1 01:00:00:00 +50" in err
    status, out, _err = run("film", "verify", path, "--version", "v1", "--json")
    assert (0, F) == (status, json.loads(out)["film"])


def test_who_did_not_agree_keeps_it_in(
    run: Run, library: Library, catalog: Catalog, mariam: Person
) -> None:
    """For another scope than was agreed to; and for good, once it is withdrawn."""
    status, out, err = run("film", "export", F, "--as", "edl", "--scope", "web")
    assert (170, "", True) == (status, out, "Mariam" in err)
    withdraw(catalog, mariam)
    status, out, err = run("film", "export", F, "--as", "edl", "--override", "Late")

    assert (171, "", True) == (status, out, "withdrew" in err)
    assert [] == catalog.read().all(Use)
    assert [] == catalog.read().all(FilmVersion)
    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]


def test_recordings_that_are_not_there_are_told(run: Run, library: Library) -> None:
    """The film is written all the same."""
    library.resolve(GAO.path).unlink()

    status, _out, err = run("film", "export", F, "--as", "otio")

    assert (0, True) == (status, "1 recording is not where the file looks" in err)


def test_a_file_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    """Nothing, something else, half a file, and what is of another library."""
    run("film", "export", F, "--as", "otio", "--output", str(tmp_path / "a.otio"))
    whole = (tmp_path / "a.otio").read_bytes()
    files = {
        "empty.otio": b"",
        "letter.txt": b"dear",
        "half.otio": whole[: len(whole) // 2],
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

        assert 167 == run("film", "verify", str(tmp_path / name))[0], name

    other = whole.replace(F.encode(), b"f-0000000009")
    (tmp_path / "other.otio").write_bytes(other)
    assert 68 == run("film", "verify", str(tmp_path / "other.otio"))[0]
    assert 0 != run("film", "verify", str(tmp_path / "nowhere.otio"))[0]


def test_what_only_the_team_reads_is_in_no_script(run: Run, library: Library) -> None:
    """Neither notes of their own nor what is noted of a line: a script leaves."""
    run("film", "note", F, "Demander à Fanta")

    status, _out, _err = run("film", "export", F, "--as", "script")

    written = only(library.exports / "films").read_text("utf-8")
    assert 0 == status
    assert "Nous avons confiance." in written
    assert "Fanta" not in written
    assert "Calm" not in written
