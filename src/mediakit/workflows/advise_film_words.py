"""Advise on what is said in a film: out of context, unchecked, not translated."""

from collections.abc import Iterator
from dataclasses import dataclass

from mediakit.errors.base import Reason, sentence
from mediakit.model.context import Context, context_of
from mediakit.model.film import FilmLine, LineKind
from mediakit.model.ids import ClipId
from mediakit.model.language import primary
from mediakit.model.timecode import TimeRange
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.playlist_advice import Advice, Matter, reason_of


@dataclass(frozen=True, slots=True)
class LineContext:
    """A quote, and what it was taken out of."""

    code: str
    length: int
    context: Context


def line_contexts(laid: LaidOut) -> tuple[LineContext, ...]:
    """Return what each quote was taken out of, as far as it is written."""
    found = []
    for line, clip, part in _quotes(laid):
        record = laid.words.speech(clip)
        if record is None:
            continue
        segments = laid.words.load(record).segments
        context = context_of(segments, part, record.language)
        if context is not None:
            found.append(LineContext(line.code, part.duration, context))
    return tuple(found)


def advise_context(
    laid: LaidOut, contexts: tuple[LineContext, ...]
) -> Iterator[Advice]:
    """Yield where something is cut off that a quote may not mean the same without."""
    for one in contexts:
        cut = one.context
        if cut.negations:
            reason = Reason(
                sentence(
                    "A word that may turn the sentence round is cut off ({words}): "
                    "{sentence}"
                ),
                words=", ".join(cut.negations),
                sentence=_around(cut),
            )
            yield _out_of_context(laid, one, reason)
        elif cut.before or cut.after:
            reason = Reason(
                sentence("A part of the sentence is cut off: {sentence}"),
                sentence=_around(cut),
            )
            yield _out_of_context(laid, one, reason)
        if cut.question:
            text = sentence("It answers a question that is cut off: {question}")
            reason = Reason(text, question=cut.question)
            yield _out_of_context(laid, one, reason)


def advise_checked(laid: LaidOut) -> Iterator[Advice]:
    """Yield where nobody has written what is said, or checked what a machine wrote."""
    for line, clip, part in _quotes(laid):
        records = [laid.words.speech(clip)]
        records += [laid.words.in_language(clip, tag) for tag in laid.film.languages]
        if records[0] is None:
            yield Advice(
                matter=Matter.WORDS,
                items=(line.code,),
                reason=Reason(sentence("Nobody has written what is said.")),
                remedy=Reason(
                    sentence("Run 'mediakit transcribe {clip}', and check it."),
                    clip=clip,
                ),
            )
        unchecked = {
            record.language: record
            for record in records
            if record and not laid.words.is_checked(record, part)
        }
        for language in unchecked:
            yield Advice(
                matter=Matter.UNCHECKED,
                items=(line.code,),
                reason=Reason(
                    sentence("Nobody has checked the words in {language}."),
                    language=language,
                ),
                remedy=Reason(
                    sentence("Run 'mediakit transcript review --clip {clip}'."),
                    clip=clip,
                ),
            )
    for error in laid.words.unreadable.values():
        yield Advice(matter=Matter.WORDS, reason=reason_of(error))


def advise_translations(laid: LaidOut) -> Iterator[Advice]:
    """Yield what is not there in a language of the film, and who is not recorded."""
    for line in laid.film.lines:
        if line.kind is LineKind.NARRATION and line.part is None:
            yield _unrecorded(laid, line)
        if line.code in laid.withdrawn:
            continue
        for language in laid.film.languages:
            if _is_missing(laid, line, language):
                yield _untranslated(laid, line, language)


def _quotes(laid: LaidOut) -> Iterator[tuple[FilmLine, ClipId, TimeRange]]:
    """Yield the lines of which the words may be read."""
    for line in laid.film.lines:
        if (
            line.kind is LineKind.QUOTE
            and line.part
            and line.code not in laid.withdrawn
            and line.part[0] in laid.facts.clips
        ):
            yield line, *line.part


def _around(cut: Context) -> str:
    """Return what is cut off, with a mark in the place of the quote."""
    return " ".join(filter(None, (cut.before, "[...]", cut.after)))


def _out_of_context(laid: LaidOut, one: LineContext, reason: Reason) -> Advice:
    return Advice(
        matter=Matter.CONTEXT,
        items=(one.code,),
        reason=reason,
        remedy=Reason(
            sentence(
                "Listen to it, and let more be heard with 'mediakit film edit {film} "
                "{line} --from TIME --to TIME', or say it in narration."
            ),
            film=laid.film.id,
            line=one.code,
        ),
    )


def _is_missing(laid: LaidOut, line: FilmLine, language: str) -> bool:
    """Tell whether the words of a line are not there in a language."""
    if line.kind is LineKind.NOTE:
        return False
    if line.kind is not LineKind.QUOTE:
        seen = line.kind is not LineKind.HEADING or line.duration
        return bool(seen) and language not in line.texts
    if line.part is None or line.part[0] not in laid.facts.clips:
        return False
    clip, part = line.part
    speech = laid.words.speech(clip)
    if speech is None or primary(speech.language) == primary(language):
        return False
    return not laid.words.said(laid.words.in_language(clip, language), part)


def _untranslated(laid: LaidOut, line: FilmLine, language: str) -> Advice:
    if line.kind is LineKind.QUOTE:
        remedy = Reason(
            sentence("Run 'mediakit translation add {clip} --to {language}'."),
            clip=line.clip,
            language=language,
        )
    else:
        remedy = Reason(
            sentence("Run 'mediakit film edit {film} {line} --text {language}:TEXT'."),
            film=laid.film.id,
            line=line.code,
            language=language,
        )
    return Advice(
        matter=Matter.TRANSLATION,
        items=(line.code,),
        reason=Reason(
            sentence("Its words are not there in {language}."), language=language
        ),
        remedy=remedy,
    )


def _unrecorded(laid: LaidOut, line: FilmLine) -> Advice:
    return Advice(
        matter=Matter.NARRATION,
        items=(line.code,),
        reason=Reason(sentence("Nobody has recorded the narration.")),
        remedy=Reason(
            sentence(
                "Record it, add it with 'mediakit add', and run 'mediakit film edit "
                "{film} {line} --recording CLIP'."
            ),
            film=laid.film.id,
            line=line.code,
        ),
    )
