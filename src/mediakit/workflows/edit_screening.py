"""Change what was noted of a screening."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.screening import Screening
from mediakit.workflows.screening_facts import ScreeningFacts, with_facts


def edit_screening(catalog: Catalog, typed: str, facts: ScreeningFacts) -> Screening:
    """Change what was said of a screening; return it changed.

    Raises:
        ScreeningNotFound: No screening has this id.
        ExcerptNotFound: No excerpt has this id.
        ExcerptOfOtherClip: The excerpt belongs to another clip.
    """
    with catalog.change() as change:
        screening = change.find(Screening, typed)
        return change.put(with_facts(change, screening, facts))
