"""The thread of a dialogue: from any clip of it, the whole of it, always ending."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.ids import ClipId
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening
from mediakit.model.thread import Branch, follow_thread
from tests.builders import a_reply, a_screening

Answers = Sequence[tuple[str, str]]

a_few_clips = st.sampled_from(["c-a", "c-b", "c-c", "c-d", "c-e"])


def told(clip: str, answers: Answers) -> list[Branch]:
    """Follow a thread in which each pair is an answer and what it answers."""
    screenings: dict[str, Screening] = {}
    replies: list[Reply] = []
    for number, (answer, stimulus) in enumerate(answers):
        shown = a_screening(f"sc-{number}", clip=stimulus)
        screenings[shown.id] = shown
        replies.append(a_reply(f"r-{number}", clip=answer, to=shown.id))
    found = {screening.id: screening for screening in screenings.values()}
    return follow_thread(ClipId(clip), replies, found)


def shape(branches: Sequence[Branch]) -> list[tuple[str, int]]:
    """Return what was told, without the records."""
    return [(branch.clip, branch.depth) for branch in branches]


def test_tells_the_whole_thread_from_its_middle() -> None:
    """What began it, every answer, and the answers to those, in their order."""
    answers = [("c-b", "c-a"), ("c-c", "c-b"), ("c-d", "c-a")]

    thread = told("c-b", answers)

    assert [("c-a", 0), ("c-b", 1), ("c-c", 2), ("c-d", 1)] == shape(thread)
    assert [None, "r-0", "r-1", "r-2"] == [b.reply and b.reply.id for b in thread]


def test_a_clip_alone_is_a_thread() -> None:
    """Neither question nor answer."""
    assert [("c-a", 0)] == shape(told("c-a", [("c-c", "c-b")]))


def test_a_clip_that_answers_two_belongs_to_both() -> None:
    """The second time it only points up."""
    thread = told("c-c", [("c-c", "c-a"), ("c-c", "c-b"), ("c-d", "c-c")])

    places = {("c-a", 0), ("c-b", 0)}
    assert places == {one for one in shape(thread) if one[1] == 0}
    assert 1 == len([branch for branch in thread if branch.clip == "c-d"])
    assert [True] == [branch.is_repeated for branch in thread if branch.is_repeated]


def test_answers_in_a_circle_come_to_an_end() -> None:
    """A mistake in the records hangs nobody."""
    thread = told("c-a", [("c-a", "c-b"), ("c-b", "c-a")])

    assert [("c-b", 0), ("c-a", 1), ("c-b", 2)] == shape(thread)
    assert thread[-1].is_repeated


def test_a_reply_to_a_missing_screening_is_left_out() -> None:
    """``check`` tells of it."""
    assert [("c-a", 0)] == shape(
        follow_thread(ClipId("c-a"), [a_reply(clip="c-b", to="sc-gone")], {})
    )


def test_a_thread_may_be_long() -> None:
    """Thousands of answers deep."""
    answers = [(f"c-{n + 1}", f"c-{n}") for n in range(2_000)]

    thread = told("c-1500", answers)

    assert (2_001, 2_000) == (len(thread), thread[-1].depth)


@given(st.lists(st.tuples(a_few_clips, a_few_clips), max_size=12), a_few_clips)
def test_any_replies_tell_a_tree_with_the_clip_in_it(
    answers: Answers, clip: str
) -> None:
    """It ends, tells what leads there and what follows, and expands nothing twice."""
    thread = told(clip, answers)
    expanded = [branch.clip for branch in thread if not branch.is_repeated]

    assert clip in expanded
    after = {answer for answer, stimulus in answers if stimulus == clip}
    before = {stimulus for answer, stimulus in answers if answer == clip}
    assert after | before <= set(expanded)
    begun = [branch for branch in thread if branch.depth == 0]
    assert all(branch.reply is None for branch in begun)
    inner = [b.clip for b in thread if not b.is_repeated and b.clip in _asked(answers)]
    assert len(inner) == len(set(inner))


def _asked(answers: Answers) -> set[str]:
    return {stimulus for _answer, stimulus in answers}
