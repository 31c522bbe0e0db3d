"""Add a dialogue session."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.ids import SessionId
from mediakit.model.session import Session
from mediakit.workflows.session_facts import SessionFacts, with_facts


def add_session(catalog: Catalog, title: str, facts: SessionFacts) -> Session:
    """Add a session and return it.

    Raises:
        DateNotUnderstood: The date is not an ISO 8601 day that exists.
        LanguageNotUnderstood: A language is no tag.
    """
    with catalog.change() as change:
        bare = Session(id=SessionId(change.new_id(Session)), title=title)
        return change.put(with_facts(bare, facts))
