"""Films on paper, of real clips, to be rendered small."""

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.film import Cover, Film, FilmLine, LineKind
from mediakit.model.timecode import TimeRange
from mediakit.workflows.make_rough_cut import RenderedFilm, make_rough_cut
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.plan_rough_cut import RoughLook
from mediakit.workflows.write_film import Rendering
from tests.builders import a_film
from tests.consents import WORKING
from tests.media.programs import bundled

SMALL = RoughLook(language="", lines=90)


def a_line(
    code: str,
    clip: Clip,
    start: int,
    end: int,
    kind: LineKind = LineKind.QUOTE,
    covers: tuple[Cover, ...] = (),
    **texts: str,
) -> FilmLine:
    """Return a line of a part of a clip."""
    return FilmLine(
        code=code,
        kind=kind,
        clip=clip.id,
        range=TimeRange(start, end),
        covers=covers,
        texts=texts,
    )


def put_film(catalog: Catalog, *lines: FilmLine, **wishes: Any) -> Film:
    """Put a film of 160 x 90 into a library; *wishes* are fields of it."""
    with catalog.change() as change:
        plain = a_film("f-0000000001", *lines, scope="internal")
        return change.put(replace(plain, width=160, height=90, **wishes))


def rendering(
    library: Library,
    catalog: Catalog,
    look: RoughLook = SMALL,
    purpose: Purpose = WORKING,
    output: str = "",
) -> Generator[Rendering | RenderedFilm, None, None]:
    """Yield what rendering the film yields."""
    return make_rough_cut(
        library,
        catalog,
        bundled(),
        "f-0000000001",
        look,
        purpose,
        usual="fr",
        output=output,
    )


def render(library: Library, catalog: Catalog, **wishes: Any) -> RenderedFilm:
    """Render the film and return what was made."""
    *_steps, made = rendering(library, catalog, **wishes)
    assert isinstance(made, RenderedFilm)
    return made


def segments(library: Library) -> set[str]:
    """Return the parts that are kept."""
    return {
        f"{path.parent.name}/{path.name}" for path in library.segments.glob("*/*.nut")
    }
