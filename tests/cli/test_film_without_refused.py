"""``mediakit film export --without-refused``: what consent refuses stays here."""

import json
import zipfile
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.film import Cover, Film, FilmLine, LineKind
from mediakit.model.person import Person
from mediakit.model.use import Use
from mediakit.timeline.registry import NAMES
from mediakit.workflows.export_words import WORDS
from tests.builders import FIRST_SECONDS, a_clip, a_quote
from tests.conftest import Run
from tests.consents import put_voice_of
from tests.films import a_sentence, put_film, put_said

GAO, MOPTI = a_clip(), a_clip("c-0000000002")
F = "f-0000000001"


@pytest.fixture(autouse=True)
def film(library: Library, catalog: Catalog) -> Film:
    """Put a film there: Mariam agreed to it, Oumar to nothing but the team's work."""
    with catalog.change() as change:
        change.put(GAO)
        change.put(MOPTI)
    for clip, words in ((GAO, "Nous avons confiance."), (MOPTI, "Ils sont armés.")):
        library.resolve(clip.path).write_bytes(clip.id.encode())
        put_said(library, catalog, clip.id, a_sentence(words, 500))
    put_voice_of(catalog, GAO.id, up_to="film", called="Mariam")
    put_voice_of(catalog, MOPTI.id, up_to="internal", called="Oumar")
    under = Cover(code="V6V", clip=GAO.id, range=FIRST_SECONDS)
    over = Cover(code="V5V", clip=MOPTI.id, range=FIRST_SECONDS)
    return put_film(
        catalog,
        a_quote("N1N", clip=MOPTI.id, note="Oumar, armed"),
        a_quote("K7P", covers=(over,)),
        a_quote("N2N", clip=MOPTI.id, covers=(under,)),
        FilmLine(code="E5E", kind=LineKind.CARD, texts={"fr": "Gao"}, duration=2000),
        a_quote("N3N", clip=MOPTI.id),
        languages=("fr",),
    )


def exported(run: Run, kind: str, *more: str) -> tuple[Path, str, str]:
    """Export what may leave; return the file, and what was printed."""
    words = "film", "export", F, "--as", kind, "--without-refused", "--json", *more
    status, out, err = run(*words)
    assert 0 == status, err
    made = json.loads(out)
    return Path(made["path"] if "path" in made else made["paths"][0]), out, err


@pytest.mark.parametrize("kind", [*NAMES, *WORDS])
def test_it_is_left_out_and_named(run: Run, catalog: Catalog, kind: str) -> None:
    """Where it is printed, in JSON and in the use; without, nothing is written."""
    assert 170 == run("film", "export", F, "--as", kind)[0]

    path, out, err = exported(run, kind)

    told = [one["code"] for one in json.loads(out)["left_out"]]
    assert {"N1N", "V5V", "N2N", "V6V", "N3N"} == set(told)
    [use] = catalog.read().all(Use)
    assert ("N1N", "V5V", "N2N", "N3N") == use.refused
    assert {GAO.id} == {one.clip for one in use.ranges}
    assert "Line N1N is left out: consent refuses it, and its time stays empty" in err
    assert "Line V6V is left out: it is seen over N2N, which is left out" in err
    shown_use = run("use", "show", use.id)[1]
    assert "Left out, as consent refused it: N1N V5V N2N N3N" in shown_use
    content = path.read_bytes()
    if kind == "docx":
        content = zipfile.ZipFile(path).read("word/document.xml")
    for secret in (b"Oumar", b"arm\xc3\xa9s", MOPTI.id.encode(), b"N1N"):
        assert secret not in content


@pytest.mark.parametrize("kind", [*NAMES, *WORDS])
def test_all_else_stays_where_it_is(run: Run, kind: str) -> None:
    """As what was written says itself, compared frame for frame."""
    path, _out, _err = exported(run, kind)

    status, out, err = run("film", "verify", str(path))

    assert (0, "") == (status, err)
    assert "Without what consent refused when it left: N1N V5V N2N N3N" in out
    refused = json.loads(run("film", "verify", str(path), "--json")[1])["refused"]
    assert ["N1N", "V5V", "N2N", "N3N"] == refused


@pytest.mark.parametrize("kind", [*NAMES, *WORDS])
def test_whoever_is_left_out_is_not_named_in_the_rest(
    run: Run, catalog: Catalog, kind: str
) -> None:
    """What they are really called is not said on a card, as in a whole film."""
    [oumar] = [one for one in catalog.read().all(Person) if one.name == "Oumar"]
    run("person", "edit", oumar.id, "--real-name", "Fanta Traoré")
    run("film", "card", F, "fr:Avec Fanta Traoré", "fr-ML:Traoré", "--time", "2")

    path, _out, err = exported(run, kind)

    content = path.read_bytes()
    if kind == "docx":
        content = zipfile.ZipFile(path).read("word/document.xml")
    assert b"Fanta" not in content
    assert "Fanta" not in err
    assert 0 == run("film", "verify", str(path))[0]
