"""The dialogue thread: a clip, the clips that answer it, and those that answer them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mediakit.model.ids import ClipId, ScreeningId
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening

Screenings = Mapping[ScreeningId, Screening]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A clip in a thread.

    Attributes:
        clip: The clip.
        depth: How many answers lie between it and what began the thread.
        reply: What makes it an answer; ``None`` for what began the thread.
        is_repeated: It stands further up already, with what answers it.
    """

    clip: ClipId
    depth: int
    reply: Reply | None = None
    is_repeated: bool = False


def follow_thread(
    clip: ClipId, replies: Sequence[Reply], screenings: Screenings
) -> list[Branch]:
    """Return the whole thread that a clip is part of, each clip before its answers.

    It goes up to what began it, which may be several clips, then down. Clips that
    answer each other in a circle, which only a mistake can make, are told once.

    Args:
        clip: Any clip of the thread.
        replies: All there are, in the order in which answers are to be told.
        screenings: By id; a reply to one that is missing is left out.
    """
    answers: dict[ClipId, list[Reply]] = {}
    answered: dict[ClipId, list[ClipId]] = {}
    for reply in replies:
        if reply.screening in screenings:
            stimulus = screenings[reply.screening].clip
            answers.setdefault(stimulus, []).append(reply)
            answered.setdefault(reply.clip, []).append(stimulus)
    branches: list[Branch] = []
    told: set[ClipId] = set()
    for beginning in _beginnings(clip, answered):
        if beginning in told:
            continue
        waiting = [Branch(clip=beginning, depth=0)]
        while waiting:
            branch = waiting.pop()
            if branch.clip in told:
                branches.append(_repeated(branch, answers))
                continue
            told.add(branch.clip)
            branches.append(branch)
            waiting += [
                Branch(clip=reply.clip, depth=branch.depth + 1, reply=reply)
                for reply in reversed(answers.get(branch.clip, ()))
            ]
    return branches


def _repeated(branch: Branch, answers: Mapping[ClipId, Sequence[Reply]]) -> Branch:
    return Branch(
        clip=branch.clip,
        depth=branch.depth,
        reply=branch.reply,
        is_repeated=bool(answers.get(branch.clip)),
    )


def _beginnings(
    clip: ClipId, answered: Mapping[ClipId, Sequence[ClipId]]
) -> list[ClipId]:
    """Return the clips that lead to *clip*, and itself.

    First come those that answer nothing, then those that are farther from it: from
    them everything is told that goes in circles.
    """
    above: dict[ClipId, None] = {}
    waiting = [clip]
    while waiting:
        found = waiting.pop()
        if found not in above:
            above[found] = None
            waiting += answered.get(found, ())
    first = [one for one in above if one not in answered]
    return [*first, *reversed(above)]
