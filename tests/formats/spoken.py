"""Transcripts for the tests of formats: one by hand, and many by chance."""

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from mediakit.model.transcript import Segment, Transcript, Word

SAMPLES = Path(__file__).parents[1] / "samples" / "transcripts"

SPOKEN = Transcript(
    language="fr",
    segments=(
        Segment(
            start=0,
            end=1_480,
            text="Bonjour à tous.",
            speaker="Awa",
            words=(
                Word(0, 620, "Bonjour", 0.98),
                Word(620, 800, "à", 0.99),
                Word(800, 1_480, "tous.", 0.97),
            ),
        ),
        Segment(
            start=1_900, end=3_520, text="Nous voulons\nla paix.", speaker="Moussa"
        ),
    ),
)

# what is most likely to be taken for something else
_TRAPS = (
    "-->",
    "00:00:01,000 --> 00:00:02,000",
    "#00:00:01-0#",
    "[00:01]",
    "&amp;",
    "&#9;",
    "<i>",
    "</v>",
    "<v Moussa>",
    "<00:00:01.000>",
    "{\\an8}",
    "NOTE",
    "WEBVTT",
    "1962",
    "2",
    "Awa:",
    "[Awa]: oui",
    '"',
    "'",
    "=1+1",
    "-",
    "\t",
    "\n",
    "\n\n",
    "السلام عليكم",
    "ɓiɗɗo",
    "👩‍👩‍👧",
    "\N{NO-BREAK SPACE}",
)
_LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))

texts = (
    st.lists(st.sampled_from(_TRAPS) | st.text(_LETTERS, max_size=8), max_size=6)
    .map(" ".join)
    .map(str.strip)
    .filter(bool)
)
names = st.sampled_from(("", "Awa", "Moussa Ag Ali", "A & B", "A --", "فاطمة"))


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """Return segments one after the other, with gaps of a tenth of a second or more."""
    segments, moment = [], 0
    for text in draw(st.lists(texts, min_size=1, max_size=4)):
        start = moment + draw(st.integers(0, 5_000))
        end = start + draw(st.integers(100, 9_000))
        words = tuple(Word(start, end, word) for word in text.split())
        segments.append(
            Segment(start=start, end=end, text=text, speaker=draw(names), words=words)
        )
        moment = end + 100
    return Transcript(segments=tuple(segments), language="fr")


# names that mean something beside a text, and any others; a tier called "notes" or
# "words" would be taken for one of ours, or an aligner's
anybody = st.sampled_from(
    ("", "A]b", "[x]", "A:B", 'A"B', "<v>", "A--", "-->", "1", "default")
) | st.text(_LETTERS, max_size=6).map(lambda name: " ".join(name.split()))


@st.composite
def conversations(draw: st.DrawFn) -> Transcript:
    """Return segments of people who talk at once, in several languages."""
    segments = []
    for text in draw(st.lists(texts, min_size=1, max_size=4)):
        start = draw(st.integers(0, 5_000))
        segment = Segment(
            start=start,
            end=start + draw(st.integers(1, 3_000)),
            text=text,
            speaker=draw(anybody),
            language=draw(st.sampled_from(("", "bm", "ar", "en-US"))),
        )
        segments.append(_without_noncharacters(segment))
    segments.sort(key=lambda segment: segment.start)
    return Transcript(segments=tuple(segments), language="fr")


def _without_noncharacters(segment: Segment) -> Segment:
    """Leave out the two signs that no XML may hold."""
    return replace(
        segment,
        text=segment.text.translate(_NO_XML),
        speaker=segment.speaker.translate(_NO_XML),
    )


_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "…")
