"""Which strong quotes go into a film, and in which order they are chosen."""

from mediakit.model.balance import Trait
from mediakit.model.coding import Coding
from mediakit.model.draft import Candidate, candidates, overlaps, pick
from mediakit.model.ids import ClipId
from mediakit.model.timecode import TimeRange
from tests.codebooks import a_coding, a_theme

TRUST = a_theme("trust")
NUMBERS = iter(range(1000))


def strong(start: int, end: int, by: str = "Awa") -> Coding:
    """Return a strong quote of the clip."""
    return a_coding(f"k-{next(NUMBERS)}", TRUST, (start, end), by=by, strong=True)


def quote(
    length: int, region: str = "", *, coders: int = 1, clip: str = "c-0000000001"
) -> Candidate:
    """Return a quote of somebody of a region, marked by some coders."""
    return Candidate(
        part=(ClipId(clip), TimeRange(0, length)),
        codings=tuple(strong(0, length, f"Coder {n}") for n in range(coders)),
        values={Trait.REGION: frozenset({region} if region else ())},
    )


def test_quotes_that_overlap_are_one() -> None:
    """The longest of them, with all that mark it; what only touches is another."""
    short, long, other = (
        strong(1000, 2000),
        strong(500, 3000, "Moussa"),
        strong(3000, 4000),
    )

    found = list(candidates([short, long, other], {}))

    assert [TimeRange(500, 3000), TimeRange(3000, 4000)] == [
        one.part[1] for one in found
    ]
    assert ((short, long), ("Awa", "Moussa")) == (found[0].codings, found[0].coders)


def test_what_is_taken_of_another_clip_is_not_taken() -> None:
    """Times alone say nothing."""
    clip = ClipId("c-0000000001")
    taken = {clip: [TimeRange(0, 1000)]}

    assert overlaps(taken, (clip, TimeRange(999, 2000)))
    assert not overlaps(taken, (clip, TimeRange(1000, 2000)))
    assert not overlaps(taken, (ClipId("c-0000000002"), TimeRange(0, 1000)))


def test_without_a_wish_the_best_marked_come_first() -> None:
    """Then the shorter ones, then the older ones; all of them."""
    one, two, long, same = quote(500), quote(900, coders=2), quote(800), quote(500)

    found = [picked.candidate for picked in pick([one, two, long, same], 0, {})]

    assert [two, one, same, long] == found


def test_among_equals_the_older_one_comes_first() -> None:
    """Whoever is alike among the others."""
    people = {Trait.REGION: {"Gao": 1, "Mopti": 1}}
    mopti, gao, long = quote(500, "Mopti"), quote(500, "Gao"), quote(900, "Gao")

    for found in ([long, mopti, gao], [gao, long, mopti]):
        first = pick(found, 600, people)[0].candidate
        assert found[1 if found[0] is long else 0] == first


def test_what_is_too_long_is_passed_over() -> None:
    """What is shorter may still have room."""
    long, short = quote(9000, coders=3), quote(2000)

    assert [short] == [one.candidate for one in pick([long, short], 5000, {})]
    assert () == pick([long], 5000, {})


def test_who_lacks_the_most_comes_first() -> None:
    """A region of two thirds of the people is heard first, and again at the end."""
    people = {Trait.REGION: {"Gao": 20, "Mopti": 10}}
    quotes = [
        *(quote(1000, "Mopti", coders=3) for _ in range(2)),
        *(quote(1000, "Gao") for _ in range(2)),
    ]

    found = pick(quotes, 3000, people)

    regions = [next(iter(one.candidate.values[Trait.REGION])) for one in found]
    assert ["Gao", "Mopti", "Gao"] == regions


def test_why_somebody_was_chosen_is_told() -> None:
    """Their share of the people, and of the draft so far."""
    people = {Trait.REGION: {"Gao": 3, "Mopti": 1}}
    quotes = [quote(1000, "Gao"), quote(1000, "Mopti"), quote(1000, "Nowhere")]

    gao, mopti, nowhere = pick(quotes, 0, people)

    assert [("Gao", 0.75, 0)] == [(n.value, n.share, n.before) for n in gao.needs]
    assert [("Mopti", 0.25, 0)] == [(n.value, n.share, n.before) for n in mopti.needs]
    assert () == nowhere.needs
