"""Change what the catalog says of a clip; its original is never touched."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.language import normalize_tag
from mediakit.model.session import Session


def edit_clip(
    catalog: Catalog,
    typed: str,
    *,
    title: str | None = None,
    languages: tuple[str, ...] = (),
    session: str | None = None,
    notes: str | None = None,
    sensitive: str | None = None,
) -> Clip:
    """Change what is said of a clip; return it changed.

    What is ``None`` or empty stays as it is; an empty *session* takes the clip out
    of its session, and an empty *sensitive* says that it may be shown like any other.

    Raises:
        ClipNotFound: No clip has this id.
        SessionNotFound: No session has this id.
        LanguageNotUnderstood: A language is no tag.
    """
    tags = tuple(normalize_tag(language) for language in languages)
    with catalog.change() as change:
        clip = change.find(Clip, typed)
        if title is not None:
            clip = replace(clip, title=title)
        if tags:
            clip = replace(clip, languages=tags)
        if session is not None:
            place = change.find(Session, session).id if session else None
            clip = replace(clip, session=place)
        if notes is not None:
            clip = replace(clip, notes=notes)
        if sensitive is not None:
            clip = replace(clip, sensitive=sensitive)
        return change.put(clip)
