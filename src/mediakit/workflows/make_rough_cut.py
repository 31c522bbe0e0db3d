"""Render a film on paper as one to be watched, and remember that it left."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.masks import MaskNotPossible
from mediakit.files import safe_name
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.joining import SUFFIX
from mediakit.model.clip import Clip
from mediakit.model.film import Film
from mediakit.model.language import normalize_tag, primary
from mediakit.model.leaving import Passed
from mediakit.model.mask import Masked
from mediakit.model.timeline import LeftOut
from mediakit.model.use import Use, UseKind
from mediakit.workflows.even_loudness import even_loudness
from mediakit.workflows.export_film import (
    FOLDER,
    SHOWN,
    for_film,
    keep_as,
    require_length,
)
from mediakit.workflows.film_notes import names_told
from mediakit.workflows.film_subtitles import wordless
from mediakit.workflows.hide_film_names import without_real_names
from mediakit.workflows.keep_export import exporting, unnamed
from mediakit.workflows.keep_mask import masks_of
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from mediakit.workflows.machine_words import marked_subtitles
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.pass_masked import pass_gate_masked, shifted_voices
from mediakit.workflows.place_export import place_export
from mediakit.workflows.plan_rough_cut import RoughLook, plan_rough_cut
from mediakit.workflows.record_use import record_use
from mediakit.workflows.refuse_masks import refuse_half_hidden, refuse_unconfirmed
from mediakit.workflows.refuse_standing import refuse_standing
from mediakit.workflows.rendered_use import how_rendered, rendered_ranges
from mediakit.workflows.write_film import Rendering, write_film
from mediakit.workflows.write_subtitles import (
    paths_beside,
    subtitled_in,
    write_subtitles,
)

_CHANGED = sentence(
    "who is hidden in film {film}, or named, was changed while it was rendered; run "
    "'mediakit film render {film}' again"
)


@dataclass(frozen=True, slots=True)
class RenderedFilm:
    """A film that was rendered.

    Attributes:
        path: The file.
        subtitles: Files of subtitles beside it, by language.
        use: The record that it left.
        version: What the film as it was rendered is called, as ``v2``.
        duration: Milliseconds.
        left_out: Lines and covers that are not in it.
        wordless: The codes of lines on which somebody is heard without subtitles, by
            language.
        cautions: What people should know before they hand it on.
        by_machine: The codes of lines with a machine's words that nobody checked.
    """

    path: Path
    subtitles: Mapping[str, Path]
    use: Use
    version: str
    duration: int
    left_out: tuple[LeftOut, ...]
    wordless: Mapping[str, tuple[str, ...]]
    cautions: Reasons
    by_machine: tuple[str, ...]


def make_rough_cut(
    library: Library,
    catalog: Catalog,
    ffmpeg: Ffmpeg,
    typed: str,
    look: RoughLook,
    purpose: Purpose,
    *,
    usual: str,
    output: str = "",
) -> Generator[Rendering | RenderedFilm, None, None]:
    """Render a film on paper; yield how far it has come, then the film.

    Lines that were finished stay when the work is interrupted, and are taken up again.
    The gate is asked before the work, and again when it is done.

    Args:
        library: Where the recordings are.
        catalog: Where the use is recorded.
        ffmpeg: The program.
        typed: The film.
        look: How it is to look; without a language, in the first one of the film.
        purpose: What it is for; without a scope, what the film is for.
        usual: The language, if the film has none either.
        output: A file that is not there yet, instead of one among the exports.

    Raises:
        FilmNotFound: There is no such film.
        FilmEmpty: Nothing in it takes time.
        LanguageNotUnderstood: The language is no tag.
        MaskUnconfirmed: Nobody has looked at faces that were found.
        MaskNotPossible: What hides somebody hides a part of a line only, or was
            changed meanwhile.
        ConsentRefused, ConsentWithdrawn: The gate says no.
        TargetRefused: *output*, or subtitles beside it, exist.
        MediakitError: It cannot be made; see `plan_rough_cut` and `render_film`.
    """
    records = catalog.read()
    asked = _asked(library, records, typed, look, purpose, usual)
    film, masks, laid = asked.film, asked.masks, asked.laid
    name = safe_name(laid.film.title)
    target = place_export(library, asked.passed, FOLDER, name, SUFFIX, output)
    beside = paths_beside(laid, asked.look, target)
    clips = {one.id: one for one in records.all(Clip)}
    cut = plan_rough_cut(library, laid, asked.look, masks, clips)
    even, levels = even_loudness(library, cut.film)
    with unnamed(library, target) as new:
        written = yield from write_film(library, ffmpeg, even, new)
        with exporting(library, catalog) as export:
            passed = _ask_again(library, export.change, asked)
            files = write_subtitles(export, laid, asked.look, beside)
            version = keep_as(export.change, film)
            ranges = rendered_ranges(cut, laid.timeline, even.parts, levels, masks)
            use = record_use(
                export.change,
                passed,
                UseKind.FILM,
                (written.file, *files),
                how=how_rendered(cut, film, version, asked.look, masks),
                ranges=tuple(ranges),
                loudness=written.loudness,
                film=film.id,
            )
            export.let_go(new)
    told = names_told(library, asked.said, asked.purpose.day)
    spoken = subtitled_in(laid, asked.look)
    yield RenderedFilm(
        target,
        beside,
        use,
        version,
        even.duration,
        laid.timeline.left_out,
        wordless(laid, spoken),
        Reasons(*passed.cautions.each, *told.each, *_shifted(film, masks).each),
        marked_subtitles(laid.timeline, spoken),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A film of which the gate was asked, before it is rendered.

    Attributes:
        film: As it is on paper.
        worded: The same, written in the language of the rough cut, too.
        masks: What hides its lines and covers, by code.
        purpose: What it is for: with a scope.
        look: How it is to look: in a language.
        passed: What the gate said.
        said: The film in time.
        laid: The same, without what people are really called.
    """

    film: Film
    worded: Film
    masks: Mapping[str, Masked]
    purpose: Purpose
    look: RoughLook
    passed: Passed
    said: LaidOut
    laid: LaidOut


def _asked(
    library: Library,
    records: Records,
    typed: str,
    look: RoughLook,
    purpose: Purpose,
    usual: str,
) -> _Asked:
    """Return a film that may be rendered.

    Raises:
        MediakitError: It is not there, or may not be; see `make_rough_cut`.
    """
    film = records.find(Film, typed)
    purpose = for_film(purpose, film)
    masks = masks_of(records, film)
    passed = _ask(library, records, film, masks, purpose)
    look = replace(look, language=_language(film, look.language, usual))
    worded = film
    if look.language not in film.languages:
        worded = replace(film, languages=(*film.languages, look.language))
    said = lay_out_film(library, records, worded, purpose)
    require_length(said)
    return _Asked(
        film=film,
        worded=worded,
        masks=masks,
        purpose=purpose,
        look=look,
        passed=passed,
        said=said,
        laid=without_real_names(library, records, said),
    )


def _ask_again(library: Library, records: Records, asked: _Asked) -> Passed:
    """Return what the gate says of a film once it is rendered.

    While it was being made, a clip may have been removed, a voice withdrawn, a mask
    taken away or put on; also one before a part, under which a picture came that
    stands on.

    Raises:
        MediakitError: It may not leave any more; see `make_rough_cut`.
    """
    film, masks = asked.film, asked.masks
    for clip in asked.laid.timeline.clips:
        records.get(Clip, clip)
    now = lay_out_film(library, records, asked.worded, asked.purpose)
    if masks_of(records, film) != masks or _names(now) != _names(asked.laid):
        raise MaskNotPossible(reason=Reason(_CHANGED, film=film.id))
    return _ask(library, records, film, masks, asked.purpose)


def _ask(
    library: Library,
    records: Records,
    film: Film,
    masks: Mapping[str, Masked],
    purpose: Purpose,
) -> Passed:
    """Return what the gate says of a film, of each part as far as it is shown.

    Raises:
        ConsentRefused, ConsentWithdrawn: It says no.
        MaskUnconfirmed, MaskNotPossible: What is to be hidden cannot be.
    """
    refuse_unconfirmed(records, film)
    parts = [(clip, range_) for _code, clip, range_ in film.parts]
    hidden = [masks.get(code, Masked()) for code, _clip, _range in film.parts]
    passed = pass_gate_masked(records, purpose, parts, hidden, SHOWN)
    refuse_half_hidden(records, film)
    refuse_standing(library, records, parts, hidden, SHOWN)
    return passed


def _names(laid: LaidOut) -> list[tuple[str, ...]]:
    return [one.names for one in laid.timeline.markers]


def _shifted(film: Film, masks: Mapping[str, Masked]) -> Reasons:
    """Return what must be known of voices that are only shifted."""
    clips = {code: clip for code, clip, _range in film.parts}
    return shifted_voices([(clips[code], one) for code, one in masks.items()])


def _language(film: Film, typed: str, usual: str) -> str:
    """Return the language of a rough cut, as the film spells it."""
    if not typed:
        return next(iter(film.languages), usual)
    tag = normalize_tag(typed)
    same = (one for one in film.languages if primary(one) == primary(tag))
    return tag if tag in film.languages else next(same, tag)
