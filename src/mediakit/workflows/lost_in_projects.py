"""What of a library a project of other research tools cannot hold."""

from collections.abc import Iterator, Sequence

from mediakit.errors.base import Reason, sentence
from mediakit.model.coding import Coding
from mediakit.workflows.gather_material import OpenMaterial

_EARLIER = sentence("themes that codings had before a merge: {count}")
_CHECKED = sentence("that a person has checked a transcript: {count}")
_LANGUAGES = sentence("languages of single segments: {count}")
_FLAGS = sentence("doubts about segments: {count}")
_RECORDINGS = sentence(
    "recordings themselves: {count}; the other program asks for them, and knows them "
    "by the names in the file"
)


def lost_in_projects(
    there: OpenMaterial, codings: Sequence[Coding], recordings: int
) -> Iterator[Reason]:
    """Yield what the format cannot hold beside what it cannot of themes.

    Args:
        there: What leaves.
        codings: Those of it.
        recordings: How many do not go along.
    """
    spoken_ = [one for clip in there.clips for one in there.spoken(clip)]
    counts = (
        (sum(bool(one.earlier) for one in codings), _EARLIER),
        (sum(one.record.is_checked for one in spoken_), _CHECKED),
        (sum(bool(s.language) for one in spoken_ for s in one.segments), _LANGUAGES),
        (sum(bool(s.flags) for one in spoken_ for s in one.segments), _FLAGS),
        (recordings, _RECORDINGS),
    )
    return (Reason(text, count=count) for count, text in counts if count)
