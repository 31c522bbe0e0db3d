"""The codebook from and for other research tools."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.ids import PersonId
from mediakit.model.theme import Theme
from mediakit.model.use import Use
from mediakit.workflows.real_names import keep_real_name
from tests.codebooks import a_theme
from tests.conftest import Run


@pytest.fixture(autouse=True)
def _themes(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_theme("fear", id="th-0000000001", definition="When afraid"))
        change.put(a_theme("fear/army", id="th-0000000002"))
        change.put(a_theme("old", id="th-0000000003", archived=True))


@pytest.mark.parametrize("name", ["qdc", "taguette"])
def test_a_codebook_comes_back_as_it_went(
    run: Run, catalog: Catalog, tmp_path: Path, name: str
) -> None:
    """In a library that has no themes; what is archived is left out."""
    path = tmp_path / "a"
    run("theme", "export", "--as", name, "--recipient", "Ali", "--output", str(path))
    with catalog.change() as change:
        for one in change.all(Theme):
            change.remove(Theme, one.id)

    run("theme", "import", str(path))

    assert [("fear", "When afraid"), ("fear/army", "")] == [
        (one.path, one.definition) for one in catalog.read().all(Theme)
    ]
    assert ["Ali"] == [one.recipient for one in catalog.read().all(Use)]


def test_a_theme_that_says_a_real_name_is_told(
    run: Run, library: Library, tmp_path: Path
) -> None:
    """Labels, definitions and other words leave as they are; people decide."""
    real_names = Catalog(library.real_names, author="Awa")
    keep_real_name(real_names, PersonId("p-0000000001"), "Fanta Traoré")
    run("theme", "edit", "army", "--definition", "As FANTA TRAORE says")
    path = str(tmp_path / "a.qdc")

    status, _out, err = run("theme", "export", "--as", "qdc", "--output", path)

    assert (0, True) == (status, "fear/army says what p-0000000001" in err)
    assert "Traor" not in err


def test_a_theme_that_moved_is_known_again(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """By the id that a codebook of ours carries."""
    path = tmp_path / "a.qdc"
    run("theme", "export", "--as", "qdc", "--output", str(path))
    run("theme", "move", "army", "/")

    told = run("theme", "import", str(path))

    assert "there already" in told[1]
    assert 3 == len(catalog.read().all(Theme))


def test_names_without_a_latin_letter_find_a_place(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """Two names that come to the same place stay two themes."""
    path = tmp_path / "a.qdc"
    path.write_text(
        """<CodeBook><Codes>
        <Code guid="aaaaaaaa-0000-4000-8000-000000000001" name="الثقة"/>
        <Code guid="aaaaaaaa-0000-4000-8000-000000000002" name="Trust!"/>
        <Code guid="aaaaaaaa-0000-4000-8000-000000000003" name="trust"/>
        </Codes></CodeBook>""",
        "utf-8",
    )

    run("theme", "import", str(path), "--language", "ar")
    run("theme", "import", str(path), "--language", "ar")

    assert ["theme-aaaaaaaa", "trust", "trust-2"] == [
        one.path for one in catalog.read().all(Theme)[3:]
    ]


def test_a_dry_run_changes_nothing(run: Run, catalog: Catalog, tmp_path: Path) -> None:
    """It tells what would be added."""
    path = tmp_path / "a.csv"
    path.write_text("tag,description\npeace,\n")

    told = run("theme", "import", str(path), "--dry-run")

    assert "added" in told[1]
    assert 3 == len(catalog.read().all(Theme))


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
CODE = '<Code guid="7" name="a">'


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE c [<!ENTITY a "b">]><CodeBook>&a;</CodeBook>',
        f'<!DOCTYPE c [<!ENTITY a0 "ha">{LAUGHS}]><CodeBook>&a9;</CodeBook>',
        '<!DOCTYPE c SYSTEM "http://localhost/x.dtd"><CodeBook/>',
        f"<CodeBook><Codes>{CODE * 1000}{'</Code>' * 1000}</Codes></CodeBook>",
        f"<CodeBook><Codes>{CODE}",
        "<CodeBook/><CodeBook/>",
    ],
)
def test_what_is_hostile_changes_nothing(
    run: Run, catalog: Catalog, tmp_path: Path, content: str
) -> None:
    """Entities, that grow or name files, and endless nesting: one sentence."""
    path = tmp_path / "a.qdc"
    path.write_text(content)
    before = catalog.read().all(Theme)

    status, _out, told = run("theme", "import", str(path))

    assert 252 == status
    assert 1 == told.count("Error: ")
    assert before == catalog.read().all(Theme)
