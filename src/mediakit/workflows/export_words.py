"""Write the script of a film or its subtitles, and record that they left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.films import FilmEmpty
from mediakit.errors.library import TargetRefused
from mediakit.errors.timelines import TimelineNotPossible
from mediakit.files import safe_name
from mediakit.library import Library
from mediakit.model.film import Film, LineKind
from mediakit.model.language import normalize_tag
from mediakit.model.leaving import Shown
from mediakit.model.timeline import LeftOut
from mediakit.model.use import Use, UsedFile, UseKind
from mediakit.timeline import as_page, as_word
from mediakit.timeline.base import FIRST_TIMECODE, FROM_ZERO
from mediakit.timeline.script import Script
from mediakit.workflows.export_film import (
    FOLDER,
    ask_for_film,
    for_film,
    how_film,
    keep_as,
    ranges_of,
)
from mediakit.workflows.film_notes import Say, names_told
from mediakit.workflows.film_script import film_script
from mediakit.workflows.film_subtitles import as_srt, as_vtt, wordless
from mediakit.workflows.hide_film_names import without_real_names
from mediakit.workflows.keep_export import Export, exporting
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from mediakit.workflows.leave_out_refused import leave_out_refused
from mediakit.workflows.machine_words import marked_lines, marked_subtitles
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.place_export import place_export
from mediakit.workflows.record_use import record_use

SUBTITLES: Mapping[str, Callable[[LaidOut, str, str], bytes]] = {
    "srt": as_srt,
    "vtt": as_vtt,
}
SCRIPTS: Mapping[str, tuple[Callable[[Script], bytes], str]] = {
    "script": (as_page.write, as_page.SUFFIX),
    "docx": (as_word.write, as_word.SUFFIX),
}
WORDS = (*SCRIPTS, *SUBTITLES)
"""What of a film is words only, by what people type after ``--as``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsWish:
    """What of the words of a film is wanted.

    Attributes:
        kind: One of `WORDS`.
        language: Of subtitles, as typed; in every language of the film if empty.
        shown: BCP 47 tag of the headings of a script.
    """

    kind: str
    language: str = ""
    shown: str = "en"


@dataclass(frozen=True, slots=True)
class ExportedWords:
    """Words of a film that left.

    Attributes:
        paths: The files.
        use: The record that they left.
        version: What the film as it is now is called among its versions.
        duration: Milliseconds the film lasts.
        left_out: Lines and covers that are not in it.
        wordless: The codes of lines on which somebody is heard and nothing is
            written, by language.
        cautions: What people should know before they hand it on.
        by_machine: The codes of lines with a machine's words that nobody checked.
    """

    paths: tuple[Path, ...]
    use: Use
    version: str
    duration: int
    left_out: tuple[LeftOut, ...]
    wordless: Mapping[str, tuple[str, ...]]
    cautions: Reasons
    by_machine: tuple[str, ...]


def export_words(
    library: Library,
    catalog: Catalog,
    typed: str,
    wish: WordsWish,
    purpose: Purpose,
    *,
    say: Say,
    output: str = "",
    without_refused: bool = False,
) -> ExportedWords:
    """Write the script of a film, or its subtitles on the film's own time.

    Args:
        library: Where transcripts are.
        catalog: Where the use is recorded.
        typed: The film.
        wish: What is wanted.
        purpose: What it is for; without a scope, what the film is for.
        say: Says sentences in the language of whoever asks.
        output: A file that is not there yet, instead of one among the exports;
            subtitles in several languages have theirs in their names.
        without_refused: Leave out what the gate refuses; its time stays empty.

    Raises:
        FilmNotFound: There is no such film.
        FilmEmpty: There are no lines for a script.
        LanguageNotUnderstood: The language is no tag.
        ConsentRefused, ConsentWithdrawn: The gate says no.
        TimelineNotPossible: Nothing is written in a language.
        TargetRefused, FolderMissing: It cannot be put there.
        WriteFailed: It could not be written.
    """
    with exporting(library, catalog) as export:
        whole = export.change.find(Film, typed)
        purpose = for_film(purpose, whole)
        allowed = leave_out_refused(
            export.change, whole, purpose, Shown.WORDS, wished=without_refused
        )
        film = allowed.film
        passed = ask_for_film(export.change, film, purpose, Shown.WORDS)
        subtitled = _in_languages(whole, wish.language)
        said = lay_out_film(
            library, export.change, subtitled, purpose, without=allowed.refused
        )
        laid = without_real_names(library, export.change, said)
        called = keep_as(export.change, whole)
        written = _written(laid, wish, called, say)
        suffix = _suffix(wish)
        first = place_export(
            library, passed, FOLDER, safe_name(laid.film.title), suffix, output
        )
        files = _put(export, first, written)
        begins = FROM_ZERO if wish.kind in SUBTITLES else FIRST_TIMECODE
        use = record_use(
            *(export.change, passed, UseKind.TIMELINE, tuple(files.values())),
            how=how_film(film, called, " ".join((wish.kind, *filter(None, written)))),
            ranges=tuple(ranges_of(laid, begins)),
            film=film.id,
            refused=allowed.refused,
        )
    told = names_told(library, said, purpose.day)
    marked = (
        marked_lines(laid.timeline)
        if wish.kind in SCRIPTS
        else marked_subtitles(laid.timeline, written)
    )
    return ExportedWords(
        tuple(files),
        use,
        called,
        laid.timeline.duration,
        (*allowed.left_out, *laid.timeline.left_out),
        wordless(laid, filter(None, written)),
        Reasons(*passed.cautions.each, *told.each),
        marked,
    )


def _in_languages(film: Film, typed: str) -> Film:
    """Return a film as it is subtitled in the language that was typed, if one was."""
    tag = normalize_tag(typed) if typed else ""
    if not tag or tag in film.languages:
        return film
    return replace(film, languages=(*film.languages, tag))


def words_of(
    laid: LaidOut, wish: WordsWish, language: str, version: str, say: Say
) -> bytes:
    """Return the file of words in a language.

    Args:
        laid: The film in time.
        wish: What is wanted.
        language: Of subtitles.
        version: What the film is called among its versions.
        say: Says sentences.
    """
    if wish.kind in SCRIPTS:
        write, _suffix_of = SCRIPTS[wish.kind]
        return write(film_script(laid, version, wish.shown, say))
    return SUBTITLES[wish.kind](laid, language, next(iter(laid.film.languages), ""))


def _written(
    laid: LaidOut, wish: WordsWish, version: str, say: Say
) -> dict[str, bytes]:
    """Return the content of each file, by its language; a script is in none.

    Raises:
        TimelineNotPossible: Nothing is written in a language.
    """
    if wish.kind in SCRIPTS:
        if all(one.kind is LineKind.NOTE for one in laid.timeline.markers):
            raise FilmEmpty(film=laid.film.id)
        return {"": words_of(laid, wish, "", version, say)}
    wanted = (normalize_tag(wish.language),) if wish.language else laid.film.languages
    empty = [tag for tag in wanted if not laid.timeline.cues.get(tag)]
    if empty or not wanted:
        reason = Reason(
            sentence(
                "nothing of it is written in '{languages}'; '--language' names one in "
                "which there are words"
            ),
            languages=", ".join(empty) or "-",
        )
        raise TimelineNotPossible(film=laid.film.id, format=wish.kind, reason=reason)
    return {tag: words_of(laid, wish, tag, version, say) for tag in wanted}


def _suffix(wish: WordsWish) -> str:
    return SCRIPTS[wish.kind][1] if wish.kind in SCRIPTS else f".{wish.kind}"


def _put(
    export: Export, first: Path, written: Mapping[str, bytes]
) -> dict[Path, UsedFile]:
    """Write files, each language in its own; return how the catalog knows them.

    Raises:
        TargetRefused: One of them is there already.
        WriteFailed: One could not be written.
    """
    files = {}
    for language, content in written.items():
        path = first.with_name(f"{first.stem}.{language}{first.suffix}")
        path = path if language else first
        if path.exists():
            raise TargetRefused(path=str(path))
        files[path] = export.write(path, content)
    return files
