"""Record what a session did with a theme: raised, validated, prioritised, rejected."""

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.typed import MarkNotFound, RankNotForStep
from mediakit.model.codebook import codebook
from mediakit.model.ids import ValidationId
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.validation import Step, Validation
from mediakit.workflows.find_theme import find_theme


def mark_theme(
    catalog: Catalog,
    theme: str,
    session: str,
    step: Step,
    *,
    rank: int | None = None,
    notes: str | None = None,
) -> Validation:
    """Record a step and return it; said again, it is changed.

    Args:
        catalog: Where it is recorded.
        theme: The theme, as typed.
        session: Who did it, as typed.
        step: What was done.
        rank: The place it was given, 1 the highest; ``None`` leaves what was said.
        notes: Free text; ``None`` leaves what was said.

    Raises:
        ThemeNotFound: No theme is called this.
        SessionNotFound: No session has this id.
        RankNotForStep: Something else than a priority was given a rank.
    """
    if rank is not None and step is not Step.PRIORITISED:
        raise RankNotForStep
    with catalog.change() as change:
        about, room = find_theme(change, theme), change.find(Session, session)
        known = _known(change, about, room, step)
        return change.put(
            Validation(
                id=known.id if known else ValidationId(change.new_id(Validation)),
                theme=about.id,
                session=room.id,
                step=step,
                rank=known.rank if known and rank is None else rank,
                notes=known.notes if known and notes is None else notes or "",
                earlier=known.earlier if known else (),
            )
        )


def unmark_theme(catalog: Catalog, theme: str, session: str, step: Step) -> Validation:
    """Take back a step that was recorded by mistake; return what it was.

    Raises:
        ThemeNotFound: No theme is called this.
        SessionNotFound: No session has this id.
        MarkNotFound: It is not recorded.
    """
    with catalog.change() as change:
        about, room = find_theme(change, theme), change.find(Session, session)
        known = _known(change, about, room, step)
        if known is None:
            raise MarkNotFound(session=room.id, theme=about.path)
        change.remove(Validation, known.id)
        return known


def _known(
    records: Records, theme: Theme, session: Session, step: Step
) -> Validation | None:
    standing = codebook(records.all(Theme)).standing
    for said in records.all(Validation):
        about = standing.get(said.theme)
        if about and (about.id, said.session, said.step) == (
            theme.id,
            session.id,
            step,
        ):
            return said
    return None
