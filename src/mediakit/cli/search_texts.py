"""How the passages that a search found are shown."""

import sys
from collections.abc import Callable, Iterator
from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.cli.labels import session_line, sources
from mediakit.cli.output import columns
from mediakit.cli.reasons import described, in_words, translated
from mediakit.i18n.values import doubt, origin, session_kind, sex, state
from mediakit.model.leaving import WITHHELD, is_withheld
from mediakit.model.person import Sex
from mediakit.model.printable import printable
from mediakit.model.session import SessionKind
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import Origin, State
from mediakit.search.parsing import MOST_WORDS
from mediakit.search.question import Order, Passage
from mediakit.workflows.count_passages import By
from mediakit.workflows.search_transcripts import Found, Hit


def as_lines(found: Found) -> Iterator[str]:
    """Yield what people read of each passage, and what must go with the words."""
    for hit in found.hits:
        yield from _hit_lines(hit)
    yield from notices(found)


def notices(found: Found) -> Iterator[str]:
    """Yield what must go with the words, wherever they are shown."""
    for notice in dict.fromkeys(hit.transcript.notice for hit in found.hits):
        if notice:
            yield printable(_(notice))


def as_json(found: Found) -> dict[str, object]:
    """Return what programs read.

    ``total`` counts all passages, ``order`` says which come first (``best-first``,
    ``too-many``: as the library holds them, ``in-a-row``: the same, and each is two
    segments made one), ``hits`` are those that were asked for. Each has its ``clip``,
    ``transcript`` and ``session``, its ``themes``, ``start`` and ``end`` in
    milliseconds, ``speaker``, ``language`` and ``text``, ``marks`` (pairs of
    characters before and up to the end of what was looked for), and the segments
    ``before`` and ``after``, ``withheld`` where their words are closed. ``unread`` says
    which transcripts could not be searched, ``withheld`` why words are not shown, and
    ``unsearched`` where and why nothing was looked for.
    ``added`` are terms that were looked for besides what was typed; ``alike`` tells
    whether words were said that sound like it.
    """
    return {
        "total": found.answer.total,
        "order": found.answer.order,
        "hits": [_hit_json(hit) for hit in found.hits],
        "unread": list(map(described, found.unread)),
        "withheld": found.gate.left_out,
        "unsearched": found.unsearched,
        "added": found.added,
        "alike": found.answer.alike,
    }


def as_counts(found: Found, by: By) -> list[str]:
    """Return what people read of passages that were counted."""
    rows = [
        (_label(by, one.label), str(one.passages), str(one.clips))
        for one in found.tallies
    ]
    return columns([("", _("passages"), _("clips")), *rows]) if rows else []


def remarks(found: Found, narrowing: str) -> Iterator[str]:
    """Yield what is said beside the result: how much there is, what went wrong.

    Args:
        found: The result.
        narrowing: The options that leave something out, as typed.
    """
    for error in found.unread:
        yield _("Not searched: {reason}").format(reason=translated(error))
    if found.answer.not_kept:
        yield _(
            "The search index could not be kept ({reason}); this search was made "
            "without it, which takes longer."
        ).format(reason=in_words(found.answer.not_kept))
    if found.shortened:
        yield _("Only the first {count} words were looked for.").format(
            count=MOST_WORDS
        )
    if found.added:
        yield _("Also looked for: {words}").format(words=", ".join(found.added))
    if found.gate.reasons:
        yield _("Not shown:")
        yield in_words(found.gate.reasons)
    clips = len({one.clip for one in found.unsearched})
    if clips:
        yield ngettext(
            "Not searched: the words of people who said no, in {count} clip.",
            "Not searched: the words of people who said no, in {count} clips.",
            clips,
        ).format(count=clips)
    yield _result(found) if found.answer.total else _no_result(found, narrowing)
    if found.answer.alike:
        yield _("Words that sound alike were said: --similar looks for them, too.")


def _label(by: By, label: str) -> str:
    """Return what people call what was counted."""
    if not label:
        return _("(not known)")
    names: dict[By, Callable[[str], str]] = {
        By.KIND: lambda kind: session_kind(SessionKind(kind)),
        By.ORIGIN: lambda value: origin(Origin(value)),
        By.STATE: lambda value: state(State(value)),
        By.SEX: lambda value: sex(Sex(value)),
    }
    return names[by](label) if by in names else label


def _result(found: Found) -> str:
    total, shown = found.answer.total, len(found.hits) + found.withheld
    if found.is_count:
        shown = total
    if found.answer.order is Order.IN_A_ROW:
        return ngettext(
            "In no single segment; {count} time in two segments in a row.",
            "In no single segment; {count} times in two segments in a row.",
            total,
        ).format(count=total)
    if shown == total:
        return ngettext("{count} passage.", "{count} passages.", total).format(
            count=total
        )
    if found.answer.order is Order.BEST_FIRST:
        text = ngettext(
            "The best of {total} passages; --all shows every one.",
            "The best {shown} of {total} passages; --all shows every one.",
            shown,
        )
    else:
        text = ngettext(
            "The first of {total} passages: words as common as these do not tell the "
            "best. Add a word or a filter; --all shows every one.",
            "The first {shown} of {total} passages: words as common as these do not "
            "tell the best. Add a word or a filter; --all shows every one.",
            shown,
        )
    return text.format(shown=shown, total=total)


def _no_result(found: Found, narrowing: str) -> str:
    if not found.searched:
        return _(
            "There are no transcripts to search yet. Make some with 'mediakit "
            "transcribe', or import them with 'mediakit transcript import'."
        )
    if not found.has_words:
        return _("There is no word to look for. Type one at least.")
    if narrowing:
        return _(
            "Nothing was found with {options}. Try without, with fewer words, or with "
            "the beginning of one and a star: migr*."
        ).format(options=narrowing)
    return _(
        "Nothing was found. Try fewer words, or the beginning of one and a star: migr*."
    )


def _hit_lines(hit: Hit) -> Iterator[str]:
    said, record = hit.passage.said, hit.transcript
    times = f"{format_time(said.start)} - {format_time(said.end)}"
    yield printable(f"{hit.clip.id}  {times}  {hit.clip.title}")
    words = ", ".join([*sources(record), state(record.state)])
    facts = [said.language, said.speaker, words]
    if hit.session:
        facts.append(session_line(hit.session))
    yield printable("  " + " | ".join(filter(None, facts)))
    if hit.themes:
        paths = ", ".join(theme.path for theme in hit.themes)
        yield printable("  " + _("Themes: {themes}").format(themes=paths))
    yield from ("      " + _around(segment) for segment in hit.passage.before)
    yield "    > " + highlighted(hit.passage)
    yield from ("      " + _around(segment) for segment in hit.passage.after)
    yield ""


def highlighted(passage: Passage) -> str:
    """Return what is said, what was looked for in bold, or in [[ ]] on no terminal."""
    text, parts, end = passage.said.text, [], 0
    for start, stop in passage.marks:
        parts += [_on_one_line(text[end:start]), marked(_on_one_line(text[start:stop]))]
        end = stop
    return "".join([*parts, _on_one_line(text[end:])])


def marked(text: str) -> str:
    """Return what was looked for, in bold, or in [[ ]] on no terminal."""
    return click.style(text, bold=True) if is_terminal() else f"[[{text}]]"


def is_terminal() -> bool:
    """Tell whether a person sees the result on a screen."""
    return sys.stdout.isatty()


def _around(segment: Segment) -> str:
    return doubt(WITHHELD) if is_withheld(segment) else _on_one_line(segment.text)


def _on_one_line(text: str) -> str:
    return printable(text).replace("\n", " ").replace("\t", " ")


def _hit_json(hit: Hit) -> dict[str, object]:
    session, record = hit.session, hit.transcript
    return {
        "clip": {"id": hit.clip.id, "title": hit.clip.title},
        "transcript": {
            "id": record.id,
            "origin": record.origin,
            "state": record.state,
            "by": record.by,
            "date": record.date,
            "notice": record.notice,
        },
        "session": session
        and {
            "id": session.id,
            "title": session.title,
            "date": session.date,
            "place": session.place,
        },
        "themes": [{"id": theme.id, "path": theme.path} for theme in hit.themes],
        **_segment_json(hit.passage.said),
        "marks": hit.passage.marks,
        "before": [_segment_json(segment) for segment in hit.passage.before],
        "after": [_segment_json(segment) for segment in hit.passage.after],
    }


def _segment_json(segment: Segment) -> dict[str, object]:
    return {
        "start": segment.start,
        "end": segment.end,
        "speaker": segment.speaker,
        "language": segment.language,
        "text": segment.text,
        "withheld": is_withheld(segment),
    }
