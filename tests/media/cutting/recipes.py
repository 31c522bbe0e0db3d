"""Videos whose pictures can be copied, of many kinds."""

from fractions import Fraction

from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, Track

BFRAMES = "bframes=3:b-pyramid=normal:b-adapt=0"


def x264(more: str = BFRAMES, **options: str) -> tuple[tuple[str, str], ...]:
    """Return an encoder's options: a key frame each 14 pictures, and *more*."""
    parameters = f"keyint=14:min-keyint=1:{more}"
    return (("preset", "veryfast"), *options.items(), ("x264-params", parameters))


PLAIN = Recipe(options=x264())
SHAKY = tuple(Fraction(40 * n + 5 * (7 * n % 5), 1000) for n in range(100))
SOURCES = {
    "25, B-frames that others lean on": PLAIN,
    "23.976, MOV, PCM": Recipe(
        suffix=".mov",
        rate=Fraction(24000, 1001),
        options=x264(),
        tracks=(Track(codec="pcm_s16le"),),
    ),
    "29.97, some GOPs open": Recipe(
        rate=Fraction(30000, 1001), options=x264(f"{BFRAMES}:open-gop=1:scenecut=0")
    ),
    "29.97, MKV": Recipe(
        suffix=".mkv", rate=Fraction(30000, 1001), options=x264(), tracks=(Track(),)
    ),
    "variable frame rate": Recipe(times=SHAKY, options=x264()),
    "variable frame rate, MKV": Recipe(suffix=".mkv", times=SHAKY, options=x264()),
    "MKV, Opus and AAC": Recipe(
        suffix=".mkv",
        options=x264(),
        tracks=(Track(codec="libopus"), Track(rate=44_100, language="fra")),
    ),
    "MKV that begins at 5 s": Recipe(
        suffix=".mkv", options=x264(), remux=((), ("-output_ts_offset", "5"))
    ),
    "in fragments": Recipe(
        options=x264(), remux=((), ("-movflags", "frag_keyframe+delay_moov"))
    ),
    "lying on its side": Recipe(
        suffix=".mov",
        options=x264(),
        turned=True,
        remux=(("-display_rotation", "-90"), ()),
    ),
    "no sound": Recipe(options=x264(), tracks=()),
    "5.1": Recipe(options=x264(), tracks=(Track(layout="5.1"),)),
    "full range": Recipe(options=x264(), pixels="yuvj420p"),
    "baseline, no B-frames, mono": Recipe(
        options=x264("bframes=0:cabac=0:ref=1", profile="baseline"),
        tracks=(Track(rate=22_050, layout="mono"),),
    ),
    "eight B-frames in a row": Recipe(
        options=x264("bframes=8:b-pyramid=normal:b-adapt=0", profile="main")
    ),
}
# its key frames but the first let pictures before them lean on those after
OPEN = "29.97, some GOPs open"
SPANS = [TimeRange(1310, 2477), TimeRange(0, 1007), TimeRange(2593, 4000)]
