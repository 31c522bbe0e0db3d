"""Change what the catalog says of a session."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.session import Session
from mediakit.workflows.session_facts import SessionFacts, with_facts


def edit_session(catalog: Catalog, typed: str, facts: SessionFacts) -> Session:
    """Change what was said of a session; return it changed.

    Raises:
        SessionNotFound: No session has this id.
        DateNotUnderstood: The date is not an ISO 8601 day that exists.
        LanguageNotUnderstood: A language is no tag.
    """
    with catalog.change() as change:
        return change.put(with_facts(change.find(Session, typed), facts))
