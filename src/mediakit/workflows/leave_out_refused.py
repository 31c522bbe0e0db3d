"""Leave out of a film what the gate refuses, instead of refusing the film."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.model.film import Film
from mediakit.model.film_order import without_codes
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Passed, Shown
from mediakit.model.mask import Masked
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import LeftOut
from mediakit.workflows.pass_gate import Purpose, refused
from mediakit.workflows.pass_masked import ask_gate_masked

_Entry = tuple[str, ClipId, TimeRange]
_LINE = sentence("consent refuses it, and its time stays empty: {why}")
_COVER = sentence("consent refuses it: {why}")
_WITH_LINE = sentence("it is seen over {line}, which is left out")


@dataclass(frozen=True, slots=True)
class Allowed:
    """What of a film may leave.

    Attributes:
        film: That: nothing in it tells of the rest.
        refused: The codes of lines and covers that the gate refuses.
        left_out: Why they are left out, and what goes with them.
    """

    film: Film
    refused: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def leave_out_refused(
    records: Records,
    film: Film,
    purpose: Purpose,
    shown: Shown,
    *,
    wished: bool,
    masks: Mapping[str, Masked] | None = None,
) -> Allowed:
    """Return what of a film may leave, or all of it if that is not wished.

    What is left must be asked for again, as a film is of which nothing was left out.

    Args:
        records: The catalog.
        film: The film.
        purpose: What it is for.
        shown: What of people can be met in it.
        wished: Whether anything is to be left out.
        masks: What hides its lines and covers, by code, where that is applied.

    Raises:
        ConsentRefused, ConsentWithdrawn: None of it may.
    """
    if not wished:
        return Allowed(film)
    hidden = masks or {}

    def ask(entries: Sequence[_Entry]) -> Passed:
        parts = [(clip, range_) for _code, clip, range_ in entries]
        over = [hidden.get(code, Masked()) for code, _clip, _range in entries]
        return ask_gate_masked(records, purpose, parts, over, shown)

    parts = list(film.parts)
    passed = ask(parts)
    # a masked one by itself: what is heard instead may be what is refused
    asked = (
        (one[0], ask([one]))
        for one in parts
        if one[1:] not in passed.parts or (passed.left_out and hidden)
    )
    why = {code: answer.reasons for code, answer in asked if answer.left_out}
    if why and len(why) == len(parts):
        raise refused(passed)
    told = tuple(_told(film, why))
    return Allowed(without_codes(film, why), tuple(why), told)


def _told(film: Film, why: Mapping[str, Reasons]) -> Iterator[LeftOut]:
    """Yield each thing that is left out, once for every reason."""
    for line in film.lines:
        for reason in why[line.code].each if line.code in why else ():
            yield LeftOut(line.code, Reason(_LINE, why=reason))
        for cover in line.covers:
            if cover.code in why:
                for reason in why[cover.code].each:
                    yield LeftOut(cover.code, Reason(_COVER, why=reason))
            elif line.code in why:
                yield LeftOut(cover.code, Reason(_WITH_LINE, line=line.code))
