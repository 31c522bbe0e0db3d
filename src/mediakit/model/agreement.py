"""Whether two people code alike: Cohen's kappa and Krippendorff's alpha on time.

Every millisecond of the clips that are compared is one unit. Each coder says of each
unit, for each theme, whether it is about that theme or not. Nothing is sampled or
rounded: what is counted is time, so that two codings that end half a second apart
differ for half a second. Libraries that compute these figures (krippendorff,
scikit-learn, NLTK) want a value for every unit, hours of milliseconds; with two coders
and yes or no, four sums say the same.

- Kappa: J. Cohen, A coefficient of agreement for nominal scales, Educational and
  Psychological Measurement 20 (1960), 37-46.
- Alpha, nominal, two coders, no missing values: K. Krippendorff, Computing
  Krippendorff's Alpha-Reliability (2011), section B.
- Several themes in one figure: the means of what was observed and of what was
  expected are compared, not the means of the figures of the themes. For kappa: H. de
  Vries and others, Using pooled kappa to summarize interrater agreement across many
  items, Field Methods 20 (2008), 272-282.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediakit.model.spans import union
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What two coders say of the same time, in milliseconds.

    Attributes:
        both: It is about the theme, say both.
        first: Only the first one says so.
        second: Only the second one says so.
        neither: Neither says so.
    """

    both: int
    first: int
    second: int
    neither: int

    @property
    def time(self) -> int:
        """Milliseconds in all."""
        return self.both + self.first + self.second + self.neither

    @property
    def observed(self) -> float:
        """The share of time of which both say the same."""
        return (self.both + self.neither) / self.time

    @property
    def kappa_expected(self) -> float:
        """The share by chance, were each to code as often as they do."""
        yes = (self.both + self.first) * (self.both + self.second)
        no = (self.second + self.neither) * (self.first + self.neither)
        return (yes + no) / self.time**2

    @property
    def alpha_expected(self) -> float:
        """The share of unequal pairs by chance, whoever said what."""
        values = 2 * self.time
        yes = 2 * self.both + self.first + self.second
        return 2 * yes * (values - yes) / (values * (values - 1))


def compare(
    first: Iterable[TimeRange], second: Iterable[TimeRange], duration: int
) -> Table:
    """Return what two coders say of a clip of so many milliseconds, for one theme."""
    one, other = _spans(first, duration), _spans(second, duration)
    either = _length(union((*one, *other)))
    mine, theirs = _length(one), _length(other)
    both = mine + theirs - either
    return Table(
        both=both, first=mine - both, second=theirs - both, neither=duration - either
    )


def together(tables: Iterable[Table]) -> Table:
    """Return what two coders say of several clips."""
    known = list(tables)
    return Table(
        both=sum(one.both for one in known),
        first=sum(one.first for one in known),
        second=sum(one.second for one in known),
        neither=sum(one.neither for one in known),
    )


def kappa(tables: Sequence[Table]) -> float | None:
    """Return Cohen's kappa of one theme, or the pooled one of several.

    Returns:
        At most 1; 0 for chance; ``None`` where both say the same of all there is, so
        that nothing could have been said otherwise.
    """
    if not tables:
        return None
    observed = sum(one.observed for one in tables) / len(tables)
    expected = sum(one.kappa_expected for one in tables) / len(tables)
    return None if expected == 1 else (observed - expected) / (1 - expected)


def alpha(tables: Sequence[Table]) -> float | None:
    """Return Krippendorff's alpha of one theme, or the pooled one of several.

    Returns:
        At most 1; 0 for chance; ``None`` where only one thing was ever said.
    """
    expected = sum(one.alpha_expected for one in tables)
    if not expected:
        return None
    return 1 - sum(1 - one.observed for one in tables) / expected


def _spans(ranges: Iterable[TimeRange], duration: int) -> tuple[TimeRange, ...]:
    inside = (TimeRange(one.start, min(one.end, duration)) for one in ranges)
    return union(inside)


def _length(spans: Iterable[TimeRange]) -> int:
    return sum(span.duration for span in spans)
