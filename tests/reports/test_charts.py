"""Charts: what an eye reads off them, on a screen, on paper and in grey."""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest

from mediakit.reports.charts import draw
from mediakit.reports.table import Cell, Chart, Column, Drawn, Kind, Table

SVG = "{http://www.w3.org/2000/svg}"


def table(
    drawn: Drawn, *rows: tuple[Cell, ...], columns: int = 1, heading: str = "Clips"
) -> Table:
    """Return a table of labelled figures."""
    names = tuple(f"n{n}" for n in range(columns))
    return Table(
        name="t",
        title="T",
        columns=(
            Column("label", "Label", Kind.TEXT),
            *(Column(name, f"{heading} {name}") for name in names),
        ),
        rows=rows,
        chart=Chart(drawn, "label", names),
    )


def drawn_as(one: Table) -> Element:
    """Return the chart of a table."""
    return fromstring(draw(one))  # noqa: S314 ours


def texts(chart: Element) -> list[str]:
    """Return what is written in a chart."""
    return ["".join(found.itertext()).strip() for found in chart.iter(f"{SVG}text")]


def shades(chart: Element) -> list[float]:
    """Return how light each square is in grey, from 0 to 1, in their order."""
    found = []
    for path in chart.iter(f"{SVG}path"):
        colour = re.search(r"fill: #(\w{6}); stroke: #777777", path.get("style", ""))
        if colour:
            red, green, blue = bytes.fromhex(colour[1])
            found.append((0.299 * red + 0.587 * green + 0.114 * blue) / 255)
    return found


def test_what_is_more_is_darker_in_grey_too() -> None:
    """From white, step by step, so that neighbours are told apart."""
    found = shades(drawn_as(table(Drawn.GRID, *((str(n), n) for n in range(6)))))

    assert 6 == len(found)
    assert 1 == found[0]
    assert all(light - dark > 0.1 for light, dark in pairwise(found))


def test_figures_are_read_on_light_and_on_dark() -> None:
    """Each is written in its square: in white on the dark ones."""
    chart = drawn_as(table(Drawn.GRID, ("a", 1), ("b", 40)))
    colours = {
        "".join(one.itertext()).strip(): "#ffffff" in one.get("style", "")
        for one in chart.iter(f"{SVG}text")
    }

    assert (False, True) == (colours["1"], colours["40"])


def test_nothing_to_say_is_no_zero() -> None:
    """It has hatches."""
    hatched = [
        b"<pattern" in draw(table(Drawn.GRID, ("a", cell), ("b", 1)))
        for cell in (None, 0)
    ]

    assert [True, False] == hatched


def test_bars_are_told_apart_by_hatches() -> None:
    """Five of six sorts have one of their own; the first is dark and plain."""
    chart = drawn_as(table(Drawn.BARS, ("a", 1, 2, 3, 4, 5, 6), columns=6))
    used = {
        found
        for path in chart.iter(f"{SVG}path")
        for found in re.findall(r"fill: (url\(#\w+\)|#3b4a6b)", path.get("style", ""))
    }

    assert 6 == len(used)


@pytest.mark.parametrize("drawn", Drawn)
def test_what_people_typed_is_shown_as_it_is(drawn: Drawn) -> None:
    """Dollars are no formula, other scripts stay text, tags run nothing."""
    typed = ["5$ to 10$ \\frac{1}{2}", "الثقة والأمن", "<script>x</script>", "ߒߞߏ"]

    chart = drawn_as(table(drawn, *((one, 1) for one in typed), heading="$a_b$"))

    assert {*typed} <= {*texts(chart)}
    assert [] == list(chart.iter(f"{SVG}script"))


def test_the_same_figures_give_the_same_file() -> None:
    """Nothing of the day or of chance is in it."""
    one = table(Drawn.BARS, ("a", 1), ("b", 2))

    assert draw(one) == draw(one)


@pytest.mark.parametrize("drawn", Drawn)
def test_no_chart_is_drawn_that_no_eye_takes_in(drawn: Drawn) -> None:
    """Sixty rows are; one more are a table only. Nor is one of nothing."""
    rows = [(f"row {n}", n) for n in range(61)]

    assert draw(table(drawn, *rows[:60]))
    assert b"" == draw(table(drawn, *rows))
    assert b"" == draw(table(drawn))
