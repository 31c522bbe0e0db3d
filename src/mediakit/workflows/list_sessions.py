"""List the sessions."""

from collections import Counter

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.screening import Screening
from mediakit.model.session import Session


def list_sessions(catalog: Catalog) -> list[tuple[Session, int, int]]:
    """Return every session by date, with the clips recorded and those screened."""
    records = catalog.read()
    recorded = Counter(clip.session for clip in records.all(Clip))
    screened = Counter(screening.session for screening in records.all(Screening))
    sessions = sorted(records.all(Session), key=lambda session: session.date)
    return [(s, recorded[s.id], screened[s.id]) for s in sessions]
