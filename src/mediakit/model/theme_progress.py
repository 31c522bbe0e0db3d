"""How far a theme has come: raised by groups, validated by regions, prioritised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mediakit.model.clip import Clip
from mediakit.model.codebook import Codebook
from mediakit.model.coding import Coding
from mediakit.model.group import fold_name, is_same_name
from mediakit.model.ids import ClipId, SessionId, ThemeId
from mediakit.model.session import Session, SessionKind
from mediakit.model.theme import Theme
from mediakit.model.validation import Step, Validation

Sessions = Mapping[SessionId, Session]

_DECIDED = (Step.VALIDATED, Step.PRIORITISED, Step.REJECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one session did with a theme.

    Attributes:
        step: What it did.
        session: The session.
        rank: The place it gave the theme, for priorities.
        notes: Free text.
        clips: How many clips recorded there are coded with the theme, where that is
            what says so.
    """

    step: Step
    session: Session
    rank: int | None = None
    notes: str = ""
    clips: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a theme stands.

    Attributes:
        theme: The theme.
        marks: What sessions did with it, by step and date.
        undecided: The regions that raised it and where nobody has decided on it yet;
            the place, where the region is not known.
    """

    theme: Theme
    marks: tuple[Mark, ...]
    undecided: tuple[str, ...]

    def at(self, step: Step) -> tuple[Mark, ...]:
        """Return what sessions did at one step, oldest first."""
        return tuple(mark for mark in self.marks if mark.step is step)


def theme_progress(
    book: Codebook,
    validations: Iterable[Validation],
    codings: Iterable[Coding],
    clips: Mapping[ClipId, Clip],
    sessions: Sessions,
) -> list[Progress]:
    """Return where each theme of the codebook stands.

    A theme was raised at a focus group if somebody said so, or if a clip that was
    recorded there is coded with it.
    """
    said: dict[ThemeId, list[Mark]] = {}
    for validation in validations:
        if (session := sessions.get(validation.session)) is not None:
            mark = Mark(
                step=validation.step,
                session=session,
                rank=validation.rank,
                notes=validation.notes,
            )
            said.setdefault(_theme_of(validation, book), []).append(mark)
    coded = _coded(codings, clips, book)
    return [
        _progress(theme, said.get(theme.id, []), coded.get(theme.id, {}), sessions)
        for theme in book.themes
    ]


def _theme_of(one: Coding | Validation, book: Codebook) -> ThemeId:
    standing = book.standing.get(one.theme)
    return standing.id if standing else one.theme


def _coded(
    codings: Iterable[Coding], clips: Mapping[ClipId, Clip], book: Codebook
) -> dict[ThemeId, dict[SessionId, set[ClipId]]]:
    found: dict[ThemeId, dict[SessionId, set[ClipId]]] = {}
    for coding in codings:
        clip = clips.get(coding.clip)
        if clip is not None and clip.session is not None:
            at = found.setdefault(_theme_of(coding, book), {})
            at.setdefault(clip.session, set()).add(clip.id)
    return found


def _progress(
    theme: Theme,
    said: list[Mark],
    coded: Mapping[SessionId, set[ClipId]],
    sessions: Sessions,
) -> Progress:
    already = {mark.session.id for mark in said if mark.step is Step.RAISED}
    heard = [
        Mark(step=Step.RAISED, session=session, clips=len(coded[session.id]))
        for session in map(sessions.get, coded)
        if session is not None
        and session.kind is SessionKind.FOCUS_GROUP
        and session.id not in already
    ]
    steps = list(Step)
    marks = sorted(
        [*said, *heard], key=lambda mark: (steps.index(mark.step), mark.session.date)
    )
    return Progress(theme=theme, marks=tuple(marks), undecided=_undecided(marks))


def _undecided(marks: list[Mark]) -> tuple[str, ...]:
    decided = [mark.session for mark in marks if mark.step in _DECIDED]
    waiting: dict[str, str] = {}
    for mark in marks:
        raised = mark.session
        if mark.step is Step.RAISED and not any(
            _speaks_for(d, raised) for d in decided
        ):
            where = raised.region or raised.place or raised.title
            waiting.setdefault(fold_name(where), where)
    return tuple(waiting.values())


def _speaks_for(decided: Session, raised: Session) -> bool:
    """Tell whether one session may decide on what another raised."""
    return (
        decided.kind is SessionKind.NATIONAL_CONFERENCE
        or not (decided.region.strip() and raised.region.strip())
        or is_same_name(decided.region, raised.region)
    )
