"""Films on paper to look at, of clips of which it is known what is said."""

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.film import Film, FilmLine
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.settings import Settings
from mediakit.workflows.check_film import CheckedFilm, check_film
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.playlist_advice import Advice, Matter
from tests.builders import a_film
from tests.consents import DAY

SETTINGS = Settings(regions=("Gao", "Mopti"), languages=("fr", "bm"))


def a_sentence(text: str, start: int, *, speaker: str = "") -> Segment:
    """Return words of half a second each, one after the other."""
    words = tuple(
        Word(start + 500 * place, start + 500 * place + 500, word)
        for place, word in enumerate(text.split())
    )
    return Segment(
        start=start, end=words[-1].end, text=text, words=words, speaker=speaker
    )


def put_said(
    library: Library,
    catalog: Catalog,
    clip: ClipId,
    *said: Segment,
    language: str = "fr",
    origin: Origin = Origin.CORRECTED,
    state: State = State.CHECKED,
) -> TranscriptRecord:
    """Write down what is said in a clip."""
    source = Source(origin=origin)
    words = Transcript(clip=clip, language=language, source=source, segments=said)
    return keep_transcript(library, catalog, words, state=state)


def put_film(catalog: Catalog, *lines: FilmLine, **facts: object) -> Film:
    """Put a film on paper into the catalog, instead of the one before."""
    with catalog.change() as change:
        # Any of the builder's wishes
        return change.put(a_film("f-0000000001", *lines, **facts))  # type: ignore[arg-type]


def check(library: Library, catalog: Catalog, *, scope: str = "") -> CheckedFilm:
    """Check the film."""
    return check_film(library, catalog, SETTINGS, "f-0", day=DAY, scope=scope)


def about(checked: CheckedFilm, matter: Matter) -> list[Advice]:
    """Return the advice on one matter."""
    return [one for one in checked.advice if one.matter is matter]
