"""Videos of a photograph in which there is a face, for what finds and hides faces."""

from pathlib import Path

from tests.media_files import made


def hopper() -> Path:
    """Return a photograph of Grace Hopper, a work of the US Navy, in public domain.

    Matplotlib brings it with it.
    """
    import matplotlib as mpl

    return Path(mpl.get_data_path(), "sample_data", "grace_hopper.jpg")


def filmed(*options: str, name: str = "hopper.mp4", then: str = "") -> Path:
    """Return a video of a second: a photograph in the middle of a grey wall.

    Args:
        options: Of ffmpeg, for what it writes.
        name: Of the file.
        then: More filters.
    """
    wall = "color=gray:size=640x360:rate=10:duration=1"
    placed = f"[1:v]scale=-2:300[face];[0:v][face]overlay=(W-w)/2:(H-h)/2{then}"
    return made(
        name,
        *("-f", "lavfi", "-i", wall, "-i", str(hopper())),
        *("-filter_complex", placed, "-pix_fmt", "yuv420p", *options),
    )
