"""``mediakit film export`` of words: the script of a film, and its subtitles."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.ids import FilmId
from mediakit.model.person import Person
from mediakit.model.use import Use
from mediakit.workflows.export_words import WORDS
from tests.builders import a_clip, a_quote
from tests.conftest import Run
from tests.consents import put_voice_of, withdraw
from tests.films import a_sentence, put_film, put_said

GAO = a_clip()
F = FilmId("f-0000000001")


@pytest.fixture(autouse=True)
def mariam(library: Library, catalog: Catalog) -> Person:
    """Put a film of a card and a quote, whose pictures may not be shown, there."""
    with catalog.change() as change:
        change.put(GAO)
    put_said(library, catalog, GAO.id, a_sentence("Nous avons <confiance>.", 500))
    put_film(catalog, a_quote(note="Calm"), languages=("fr", "en"))
    return put_voice_of(catalog, GAO.id, up_to="film", face=False)


def exported(run: Run, kind: str, *more: str) -> list[Path]:
    """Export the film and return the files."""
    status, out, err = run("film", "export", F, "--as", kind, "--json", *more)
    assert 0 == status, err
    return [Path(path) for path in json.loads(out)["paths"]]


def test_the_script_says_when_who_and_what(run: Run) -> None:
    """As a page and in Word: timecode, code, the agreed name, words, where from."""
    run("film", "card", F, "fr:Mali & <Gao>", "--time", "2")
    run("film", "card", F, "en:After", "--time", "1")

    [page], [word] = exported(run, "script"), exported(run, "docx")

    text = page.read_text("utf-8")
    assert '<td class="whole">01:00:00:00<br>0:02</td>' in text
    assert "<b>Mariam</b>" in text
    assert "version v1; timecode from 01:00:00:00, as in editing programs" in text
    assert "Nous avons &lt;confiance&gt;." in text
    assert "Mali &amp; &lt;Gao&gt;" in text
    rows = docx.Document(io.BytesIO(word.read_bytes())).tables[0].rows
    cells = [[cell.text for cell in row.cells] for row in rows]
    assert ["Time", "Line", "Who", "Words", "Pictures and notes"] == cells[0]
    assert ["01:00:00:00\n0:02", "K7P", "Mariam"] == cells[1][:3]
    assert "Nous avons <confiance>." == cells[1][3]
    assert "Mali & <Gao>" == cells[2][3]
    assert "Calm" not in cells[1][4]


@pytest.mark.parametrize("kind", WORDS)
def test_nothing_says_what_somebody_is_really_called(
    run: Run, library: Library, catalog: Catalog, mariam: Person, kind: str
) -> None:
    """Nor the name of the file: there is the name they agreed to; it is the same."""
    put_film(catalog, a_quote())
    run("film", "edit", F, "--title", "Avec Fanta Traoré")
    run("film", "card", F, "fr:Fanta  Traoré, Gao", "--time", "2")
    put_said(library, catalog, GAO.id, a_sentence("Fanta Traoré parle.", 500))
    run("person", "edit", mariam.id, "--real-name", "Fanta Traoré")

    more = () if kind in {"script", "docx"} else ("--language", "fr")
    [path] = exported(run, kind, *more)

    assert 0 == run("film", "verify", str(path), "--film", F)[0]
    content = path.read_bytes()
    if kind == "docx":
        with zipfile.ZipFile(path) as archive:
            content = archive.read("word/document.xml")
    assert "Traoré" not in content.decode() + path.name
    assert b"Mariam parle." in content
    assert path.name.startswith("Avec Mariam")


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_subtitles_are_on_the_films_own_time(run: Run, kind: str) -> None:
    """A file a language, each sentence where the film says it."""
    run("film", "heading", F, "Gao", "--time", "4")
    code = json.loads(run("film", "show", F, "--json")[1])["lines"][1]["code"]
    run("film", "move", F, code, "--to", "1")

    [path] = exported(run, kind, "--language", "fr")

    assert path.name == f"Autoportrait.fr.{kind}"
    mark = "," if kind == "srt" else "."
    assert f"00:00:04{mark}480 --> 00:00:06{mark}" in path.read_text("utf-8")


@pytest.mark.parametrize("kind", WORDS)
def test_words_are_verified(run: Run, kind: str, tmp_path: Path) -> None:
    """What was written is the film; another word in it is told, wherever it lies."""
    more = () if kind in {"script", "docx"} else ("--language", "fr")
    [path] = exported(run, kind, *more)
    assert 0 == run("film", "verify", str(path))[0]
    run("film", "edit", F, "K7P", "--to", "0:01.500")
    other = tmp_path / path.name
    other.write_bytes(path.read_bytes() + b" ")

    status, out, err = run("film", "verify", str(other), "--film", F)

    assert (168, "") == (status, out)
    assert "In the file only:" in err
    assert 167 == run("film", "verify", str(other))[0]
    assert 0 == run("film", "verify", str(path), "--version", "v1")[0]


def test_it_is_a_use_of_words_only(run: Run, catalog: Catalog) -> None:
    """Somebody who does not want to be seen may be read; withdrawn is withdrawn."""
    assert 170 == run("film", "export", F, "--as", "otio")[0]
    exported(run, "srt", "--language", "fr")

    [use] = catalog.read().all(Use)
    assert ("film f-0000000001 v1 as srt fr", F) == (use.how, use.film)
    withdraw(catalog, catalog.read().all(Person)[0])
    for kind in WORDS:
        assert 171 == run("film", "export", F, "--as", kind)[0]


def test_a_language_without_words_is_told(run: Run, library: Library) -> None:
    """Rather than an empty file."""
    status, _out, err = run("film", "export", F, "--as", "srt")

    assert (166, True) == (status, "nothing of it is written in 'en'" in err)
    assert not (library.exports / "films").exists()


@pytest.mark.parametrize(
    "words",
    [
        "--as otio --language fr",
        "--as srt --collect",
        "--as otio --handles 2",
        "--as otio --collect --whole --handles 2",
    ],
)
def test_options_that_do_not_go_together_are_told(run: Run, words: str) -> None:
    """Before anything is done."""
    assert 2 == run("film", "export", F, *words.split())[0]


@pytest.mark.parametrize(
    ("kind", "timecode"),
    [("docx", "01:00:02:00"), ("vtt", "00:00:02:00")],
)
def test_a_withdrawal_names_file_film_and_timecode(
    run: Run, library: Library, catalog: Catalog, kind: str, timecode: str
) -> None:
    """What has left is to be found as whoever opens it counts."""
    oumar = put_voice_of(catalog, GAO.id, called="Oumar", up_to="film")
    run("film", "card", F, "fr:Gao", "--time", "2")
    run("film", "move", F, "K7P", "--to", "2")
    run("film", "edit", F, "--languages", "fr")
    assert 0 == run("film", "export", F, "--as", kind)[0]
    [path] = (library.exports / "films").iterdir()

    out = run("consent", "withdraw", oumar.id)[1]

    assert path.name in out
    assert f"In it: Autoportrait, {timecode}" in out
    listed = run("use", "recall")[1]
    assert f"In it: Autoportrait, {timecode}" in listed
