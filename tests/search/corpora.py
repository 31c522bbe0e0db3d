"""Small worlds to search, and short ways to search them."""

from collections.abc import Mapping
from pathlib import Path

from mediakit.model.ids import TranscriptId
from mediakit.model.transcript import Segment, Transcript
from mediakit.search.index import ask
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Question, Scope

Corpus = Mapping[TranscriptId, Transcript]


def spoken(*texts: str, language: str = "fr", speaker: str = "") -> Transcript:
    """Return a transcript with a segment a second."""
    return Transcript(
        language=language,
        segments=tuple(
            Segment(start=at * 1000, end=at * 1000 + 900, text=text, speaker=speaker)
            for at, text in enumerate(texts)
        ),
    )


def corpus(**transcripts: Transcript) -> Corpus:
    """Return transcripts by id."""
    return {TranscriptId(name): found for name, found in transcripts.items()}


def search(
    index: Path,
    transcripts: Corpus,
    typed: str,
    *,
    scope: Scope | None = None,
    language: str = "",
    limit: int | None = None,
    context: int = 0,
) -> Answer:
    """Bring an index up to date with *transcripts*, and ask it."""
    question = Question(
        query=parse(typed),
        scope=scope,
        language=language,
        limit=limit,
        context=context,
    )
    # transcripts do not change: what they say tells their versions apart
    wanted = {id_: str(hash(found)) for id_, found in transcripts.items()}
    *_read, answer = ask(index, wanted, transcripts.__getitem__, question)
    assert isinstance(answer, Answer)
    return answer


def texts(answer: Answer) -> list[str]:
    """Return what is said in each passage."""
    return [passage.said.text for passage in answer.passages]
