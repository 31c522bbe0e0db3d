"""What was heard of a long recording outlives the program."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.engines.base import Detected
from mediakit.library import Library
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Segment, Word
from mediakit.workflows.keep_parts import Begun, Parts, forget_parts

FOUND = ("fr", 0.9)


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
    return Parts(Library(folder).parts, "c-1-key")


def _write(parts: Parts, *segments: Segment, begun: Begun | None = None) -> None:
    known = begun.segments if begun else ()
    with parts.writing(*FOUND, known) as notes:
        for segment in segments:
            notes.add(segment)


def test_all_but_the_last_segment_is_known(tmp_path: Path) -> None:
    """The last one may go on: it is listened to again, and a little before it."""
    parts, said = _parts(tmp_path), _said(0, 1000, 2500)

    _write(parts, *said)

    begun = parts.read()
    assert Begun(language="fr", probability=0.9, segments=said[:2], position=2100) == (
        begun
    )
    assert Detected("fr", 0.9, said[1]) == begun.detected


def test_what_was_said_before_is_not_heard_again(tmp_path: Path) -> None:
    """However soon the last segment followed."""
    parts = _parts(tmp_path)

    _write(parts, *_said(0, 1000, 2000))

    assert 1900 == parts.read().position


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
    assert parts.read().detected is None


def test_two_programs_at_once_are_not_mixed(tmp_path: Path) -> None:
    """Each writes for itself, and who came furthest is gone on from."""
    parts = _parts(tmp_path)
    one, other = _said(0, 1000, 2000), _said(500, 1500, 2500, 3500)

    with parts.writing(*FOUND, ()) as first, parts.writing(*FOUND, ()) as second:
        first.add(*one[:2])
        second.add(*other[:1])
        first.add(*one[2:])
        second.add(*other[1:])

    assert other[:3] == parts.read().segments


def test_a_file_that_was_deleted_is_begun_with_all_that_is_known(
    tmp_path: Path,
) -> None:
    """Another program was done with the clip meanwhile, and threw the parts away."""
    parts, said = _parts(tmp_path), _said(0, 1000, 2000)
    _write(parts, *said)
    begun = parts.read()
    forget_parts(Library(tmp_path), ClipId("c-1"))

    _write(parts, *_said(2100, 3000), begun=begun)

    assert [0, 1000, 2100] == [segment.start for segment in parts.read().segments]


def test_it_is_deleted_for_the_clip_alone(tmp_path: Path) -> None:
    """Heard in whatever way; another clip's stays."""
    folder = _parts(tmp_path).folder
    for name in ("c-1-key", "c-1-old", "c-12-x"):
        _write(Parts(folder, name), *_said(0))

    forget_parts(Library(tmp_path), ClipId("c-1"))

    (left,) = folder.iterdir()
    assert left.name.startswith("c-12-x-")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_full_disk_is_told_as_one(tmp_path: Path) -> None:
    """Whatever closing the file says once more."""
    script = f"""
        import resource, signal
        from pathlib import Path
        from mediakit.errors.library import WriteFailed
        from mediakit.workflows.keep_parts import Parts
        from tests.workflows.test_keep_parts import FOUND, _said

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with_room = 400
        resource.setrlimit(resource.RLIMIT_FSIZE, (with_room, with_room))
        try:
            with Parts(Path({str(tmp_path)!r}), "c-1").writing(*FOUND, ()) as notes:
                for segment in _said(*range(0, 90_000, 1000)):
                    notes.add(segment)
        except WriteFailed:
            print("told")
    """

    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )

    assert b"told" == ended.stdout.strip()


@given(st.data())
def test_cut_anywhere_it_is_understood_and_goes_on(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A program that dies while it writes costs the last line, no more."""
    parts = _parts(tmp_path_factory.mktemp("cut"))
    said = _said(0, 1000, 2000, 3000)
    _write(parts, *said)
    (path,) = parts.folder.iterdir()
    content = path.read_bytes()
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])

    begun = parts.read()
    _write(parts, *_said(begun.position, 9000), begun=begun)

    assert begun.segments == said[: len(begun.segments)]
    again = parts.read()
    assert (*begun.segments, *_said(begun.position)) == again.segments
