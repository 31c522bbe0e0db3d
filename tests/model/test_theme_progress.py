"""How far a theme came: raised, validated, prioritised, and what is left to do."""

from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId, CodingId, SessionId, ThemeId, ValidationId
from mediakit.model.session import Session, SessionKind
from mediakit.model.theme import Theme
from mediakit.model.theme_progress import Progress, theme_progress
from mediakit.model.validation import Step, Validation
from tests.builders import a_clip, a_session

WATER = Theme(id=ThemeId("th-water"), path="water", labels={})
GATHERING, CONFERENCE = SessionKind.REGIONAL_GATHERING, SessionKind.NATIONAL_CONFERENCE
GAO = a_session("s-gao", region="Gao", date="2026-02-01")
MOPTI = a_session("s-mopti", region="Mopti", date="2026-01-01")
GATHERED = a_session("s-gathered", region="GAO", kind=GATHERING, date="2026-05-01")
NATION = a_session("s-nation", kind=CONFERENCE, region="Bamako", date="2026-09-01")


def a_mark(session: Session, step: Step, rank: int | None = None) -> Validation:
    """Return what a session did with the theme."""
    return Validation(
        id=ValidationId(f"y-{session.id}-{step}"),
        theme=WATER.id,
        session=session.id,
        step=step,
        rank=rank,
    )


def progress(*marks: Validation, recorded_at: tuple[Session, ...] = ()) -> Progress:
    """Return where the theme stands, with a coded clip from each of some sessions."""
    clips = [a_clip(f"c-{session.id}", session=session.id) for session in recorded_at]
    codings = [
        Coding(id=CodingId(f"k-{clip.id}"), clip=clip.id, theme=WATER.id)
        for clip in clips
    ]
    (found,) = theme_progress(
        codebook([WATER]),
        marks,
        codings,
        {ClipId(clip.id): clip for clip in clips},
        {SessionId(s.id): s for s in (GAO, MOPTI, GATHERED, NATION)},
    )
    return found


def test_a_coded_clip_of_a_focus_group_raises_a_theme() -> None:
    """A clip from a gathering does not; the oldest session comes first."""
    found = progress(recorded_at=(GAO, MOPTI, GATHERED))

    assert [(MOPTI, 1), (GAO, 1)] == [(m.session, m.clips) for m in found.marks]
    assert [Step.RAISED, Step.RAISED] == [mark.step for mark in found.marks]


def test_what_was_said_and_is_coded_too_is_told_once() -> None:
    """Somebody's word counts before the count."""
    found = progress(a_mark(GAO, Step.RAISED), recorded_at=(GAO,))

    assert [0] == [mark.clips for mark in found.marks]


def test_each_region_that_raised_it_has_to_decide() -> None:
    """However the region is written; another region's word is not enough."""
    raised = (a_mark(GAO, Step.RAISED), a_mark(MOPTI, Step.RAISED))

    assert ("Mopti", "Gao") == progress(*raised).undecided
    validated = progress(*raised, a_mark(GATHERED, Step.VALIDATED))
    assert ("Mopti",) == validated.undecided


def test_a_rejection_is_a_decision() -> None:
    """There is nothing left to ask that region."""
    found = progress(a_mark(GAO, Step.RAISED), a_mark(GATHERED, Step.REJECTED))

    assert () == found.undecided


def test_the_nation_decides_for_every_region() -> None:
    """Steps come in the order of the programme, with the rank."""
    found = progress(
        a_mark(NATION, Step.PRIORITISED, rank=2),
        a_mark(GAO, Step.RAISED),
        a_mark(MOPTI, Step.RAISED),
    )

    assert () == found.undecided
    assert [2] == [mark.rank for mark in found.at(Step.PRIORITISED)]
    assert NATION == found.marks[-1].session


def test_a_theme_nobody_raised_asks_for_nothing() -> None:
    """It is in the codebook, and that is all."""
    assert ((), ()) == (progress().marks, progress().undecided)
