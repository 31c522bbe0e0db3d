"""``mediakit film read-back``: what a person is told of a finished cut."""

import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import FilmBlocked, FilmNotNamed
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.library import Library
from mediakit.model.person import Person
from mediakit.model.use import Use
from tests.builders import a_clip, a_quote
from tests.conftest import Run
from tests.consents import agree, put_person, put_voice, withdraw
from tests.films import a_sentence, put_film, put_said

GAO = a_clip()
F = "f-0000000001"
CUT = f"""TITLE: Cut
001 AX AA/V C 00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00
* FROM CLIP NAME: {GAO.id}
002 AX V C 00:00:00:00 00:00:01:00 01:00:02:00 01:00:03:00
* FROM CLIP NAME: Drone.mov
A riddle
"""


@pytest.fixture(autouse=True)
def mariam(library: Library, catalog: Catalog, tmp_path: Path) -> Person:
    """Put a film of somebody who agreed into the library, and a cut beside it."""
    with catalog.change() as change:
        change.put(GAO)
    put_said(library, catalog, GAO.id, a_sentence("Nous avons confiance en eux.", 500))
    person = put_person(catalog)
    put_voice(catalog, GAO.id, person)
    agree(catalog, person, "film")
    put_film(catalog, a_quote())
    (tmp_path / "cut.edl").write_text(CUT)
    return person


def test_everything_is_told_shot_by_shot(run: Run, tmp_path: Path) -> None:
    """Names, words, context, strangers, credits; what was not understood, too."""
    status, out, err = run("film", "read-back", str(tmp_path / "cut.edl"), "--film", F)

    assert 0 == status
    assert "01:00:00:00  K7P  V1+A1  c-0000000001  0:00 - 0:02  Mariam" in out
    assert "Words in: fr" in out
    assert "A part of the sentence is cut off: [...] en eux." in out
    assert "01:00:02:00  V1  Drone.mov" in out
    assert "Draft of the credits:\n  Mariam" in out
    assert "Women and men" in out
    assert "1 part of the file was not understood:\n  line 6: it says 'A riddle'" in err


def test_programs_are_told_the_same(run: Run, tmp_path: Path) -> None:
    """Places are whole frames."""
    path = str(tmp_path / "cut.edl")

    status, out, _err = run("film", "read-back", path, "--film", F, "--json")

    told = json.loads(out)
    [shot] = told["shots"]
    assert (0, "id", 50) == (status, shot["known_by"], shot["length"])
    assert "line 6" == told["not_understood"][0]["place"]
    assert "Drone.mov" == told["not_in_catalog"][0]["shot"]["name"]


def test_the_status_says_that_consent_is_missing(
    run: Run, catalog: Catalog, tmp_path: Path, mariam: Person
) -> None:
    """The cut is kept all the same, and found when a voice is taken back."""
    path = str(tmp_path / "cut.edl")
    run("film", "read-back", path, "--film", F, "--recipient", "Studio Djoliba")
    withdraw(catalog, mariam)

    status, out, _err = run("film", "read-back", path, "--film", F)

    assert FilmBlocked.exit_status == status
    assert "In the way:" in out
    [use] = catalog.read().all(Use)
    assert "Studio Djoliba" == use.recipient
    listed = run("use", "recall")[1]
    assert "In it: Autoportrait, K7P 01:00:00:00" in listed


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (CUT.encode(), FilmNotNamed.exit_status),
        (b"PK\x03\x04 otioz", TimelineUnreadable.exit_status),
        (b"", TimelineUnreadable.exit_status),
        (
            b'<!DOCTYPE xmeml [<!ENTITY a "b">]><xmeml/>',
            TimelineUnreadable.exit_status,
        ),
        (b"<xmeml>" + b"<a>" * 200, TimelineUnreadable.exit_status),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(
    run: Run, tmp_path: Path, content: bytes, status: int
) -> None:
    """No film, an archive, nothing, entities, depth."""
    path = tmp_path / "cut"
    path.write_bytes(content)

    done, out, err = run("film", "read-back", str(path))

    assert (status, "", 1) == (done, out, err.count("\n"))
