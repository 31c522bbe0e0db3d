"""What was heard of a long recording outlives the program."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.engines.base import Heard
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Segment, Word
from mediakit.settings import Library
from mediakit.workflows.keep_parts import Begun, Parts, forget_parts

HEARD = Heard("fr", 0.9, iter(()))


def _said(*starts: int) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            start=start,
            end=start + 900,
            text=f"é\n{start}",
            words=(Word(start, start + 900, "é", 0.5),),
            flags=("repeated",),
        )
        for start in starts
    )


def _parts(folder: Path) -> Parts:
    return Parts(Library(folder).parts / "c-1-key.jsonl")


def _write(parts: Parts, *segments: Segment, begun: Begun | None = None) -> None:
    with parts.writing(HEARD, begun=begun or Begun()) as notes:
        for segment in segments:
            notes.add(segment)


def test_all_but_the_last_segment_is_known(tmp_path: Path) -> None:
    """The last one may go on: it is listened to again."""
    parts, said = _parts(tmp_path), _said(0, 1000, 2000)

    _write(parts, *said)

    expected = Begun(language="fr", probability=0.9, segments=said[:2], position=2000)
    assert expected == parts.read()


def test_what_is_heard_again_takes_the_place_of_what_was_heard(tmp_path: Path) -> None:
    """However often it was interrupted, nothing is there twice."""
    parts = _parts(tmp_path)
    _write(parts, *_said(0, 1000, 2000))
    _write(parts, *_said(2100, 3000), begun=parts.read())
    _write(parts, *_said(3100, 4000), begun=parts.read())

    begun = parts.read()

    assert ([0, 1000, 2100, 3100], 4000) == (
        [segment.start for segment in begun.segments],
        begun.position,
    )


def test_nothing_is_known_before_something_was_heard(tmp_path: Path) -> None:
    """No file, and no segment, mean to begin at the beginning."""
    parts = _parts(tmp_path)

    assert Begun() == parts.read()
    _write(parts)
    assert Begun() == parts.read()


def test_another_beginning_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    """The file begins anew."""
    parts = _parts(tmp_path)
    _write(parts, *_said(0, 1000, 2000))

    _write(parts, *_said(500, 1600))

    assert _said(500) == parts.read().segments


def test_it_is_deleted_for_the_clip_alone(tmp_path: Path) -> None:
    """Heard in whatever way; another clip's stays."""
    parts = _parts(tmp_path)
    others = [parts.path.with_name(name) for name in ("c-1-old.jsonl", "c-12-x.jsonl")]
    for path in (parts.path, *others):
        _write(Parts(path), *_said(0))

    forget_parts(Library(tmp_path), ClipId("c-1"))

    assert ["c-12-x.jsonl"] == [path.name for path in parts.path.parent.iterdir()]


def test_what_two_programs_wrote_at_once_is_not_mixed(tmp_path: Path) -> None:
    """Up to where the times run back, each line is true."""
    parts = _parts(tmp_path)

    _write(parts, *_said(0, 1000, 2000, 1000, 3000))

    assert (_said(0, 1000), 2000) == (parts.read().segments, parts.read().position)


@given(st.data())
def test_cut_anywhere_it_is_understood_and_goes_on(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A program that dies while it writes costs the last line, no more."""
    parts = _parts(tmp_path_factory.mktemp("cut"))
    said = _said(0, 1000, 2000, 3000)
    _write(parts, *said)
    content = parts.path.read_bytes()
    parts.path.write_bytes(content[: data.draw(st.integers(0, len(content)))])

    begun = parts.read()
    _write(parts, *_said(begun.position, 9000), begun=begun)

    assert begun.segments == said[: len(begun.segments)]
    again = parts.read()
    assert (*begun.segments, *_said(begun.position)) == again.segments
    assert 9000 == again.position
