"""Write the subtitles of a rough cut as files beside it."""

from collections.abc import Mapping
from pathlib import Path

from mediakit.errors.library import TargetRefused
from mediakit.model.use import UsedFile
from mediakit.workflows.film_subtitles import as_srt
from mediakit.workflows.keep_export import Export
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.plan_rough_cut import RoughLook, Subtitles


def subtitled_in(laid: LaidOut, look: RoughLook) -> tuple[str, ...]:
    """Return the languages in which a film is subtitled, burnt in or beside it."""
    if look.subtitles is Subtitles.NONE:
        return ()
    if look.subtitles is Subtitles.BURNT:
        return (look.language,)
    return laid.timeline.languages


def paths_beside(laid: LaidOut, look: RoughLook, target: Path) -> dict[str, Path]:
    """Return the files of subtitles beside a film, by language.

    Raises:
        TargetRefused: One is there already.
    """
    if look.subtitles is not Subtitles.SEPARATE:
        return {}
    paths = {
        tag: target.with_name(f"{target.stem}.{tag}.srt")
        for tag in subtitled_in(laid, look)
    }
    for path in paths.values():
        if path.exists():
            raise TargetRefused(path=str(path))
    return paths


def write_subtitles(
    export: Export, laid: LaidOut, look: RoughLook, paths: Mapping[str, Path]
) -> list[UsedFile]:
    """Write the subtitles of a film that leaves, and return them as its use has them.

    Args:
        export: What leaves.
        laid: The film in time.
        look: How it looks.
        paths: Where they go, by language.
    """
    files = []
    for language, path in paths.items():
        content = as_srt(laid, language, look.language)
        files.append(export.write(path, content))
    return files
