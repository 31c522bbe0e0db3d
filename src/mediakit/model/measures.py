"""What was measured of a clip: how loud it is, where it is silent, where shots change.

Measures are derived: they may be deleted at any time, and are made again.
"""

from dataclasses import dataclass

from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True)
class Loudness:
    """How loud a clip is, as EBU R 128 measures it (https://tech.ebu.ch/docs/r/r128.pdf).

    Attributes:
        integrated: LUFS over the whole clip; ``None`` if there is nothing to hear.
        range: LU between its soft and its loud parts; 0 if it is shorter than 3 s.
        true_peak: dBTP, the loudest instant between samples too; ``None`` if all is
            zero.
    """

    integrated: float | None
    range: float
    true_peak: float | None


@dataclass(frozen=True, slots=True)
class SoundMeasures:
    """What was measured of a clip's first sound track.

    Attributes:
        loudness: How loud it is.
        silences: Where nothing is heard but the room, in order.
        threshold: What is softer counts as silence, in dBFS.
    """

    loudness: Loudness
    silences: tuple[TimeRange, ...]
    threshold: float

    @property
    def silent(self) -> int:
        """How much of the clip is silent, in milliseconds."""
        return sum(silence.duration for silence in self.silences)


@dataclass(frozen=True, slots=True)
class Filmstrip:
    """Small pictures of a clip at even distances, on one sheet, row by row.

    Each stands for an equal share of the clip, and shows about the middle of that.

    Attributes:
        count: How many there are.
        columns: How many stand in a row.
        width: Pixels of each.
        height: Pixels of each.
    """

    count: int
    columns: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PictureMeasures:
    """What was measured of a clip's pictures.

    Attributes:
        changes: When the first picture of another shot shows, in milliseconds.
        filmstrip: How its filmstrip is laid out.
    """

    changes: tuple[int, ...]
    filmstrip: Filmstrip


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of a clip, as far as it was.

    Attributes:
        sound: ``None`` if there is none, or nobody has measured it.
        pictures: The same of its pictures.
    """

    sound: SoundMeasures | None = None
    pictures: PictureMeasures | None = None
