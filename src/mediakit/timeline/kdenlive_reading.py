"""Read where things lie in a Kdenlive project."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.timeline.found import Found, ReadBack, Source, laid_into
from mediakit.timeline.kdenlive_bin import OURS, PROJECT
from mediakit.timeline.reading import (
    Reading,
    bounded,
    counted,
    decimal,
    drawn,
    exact_rate,
    recorded_rate,
    shot,
    whole_number,
)

_TIME = re.compile(r"(\d{1,3}):(\d\d):(\d\d)[.,](\d{1,6})", re.ASCII)
_MADE = {"color", "colour", "kdenlivetitle", "qtext", "pango", "count", "noise"}
_WARPED = "timewarp"


@dataclass(frozen=True, slots=True)
class _Project:
    reading: Reading
    named: Mapping[str, Element]
    folder: str
    opened: set[str] = field(default_factory=set)

    def sequence(self, producer: Element, said: Mapping[str, str]) -> Element | None:
        """Return the sequence that a producer is or plays, if it is none of media."""
        if producer.tag == "tractor":
            return producer
        other = self.named.get(said.get("resource", ""))
        return other if other is not None and other.tag == "tractor" else None

    def path(self, said: Mapping[str, str]) -> str:
        """Return where a recording is; that itself, where a smaller copy is shown."""
        proxied = said.get("kdenlive:originalurl", "")
        path = proxied or said.get("warp_resource") or said.get("resource", "")
        is_whole = path.startswith("/") or path[1:2] == ":" or not self.folder
        return path if is_whole else f"{self.folder.rstrip('/')}/{path}"

    def frames(self, written: str) -> int:
        """Turn a number of frames, or a time, into frames of the film."""
        if match := _TIME.fullmatch(written.strip()):
            hours, minutes, seconds = (int(match[place]) for place in (1, 2, 3))
            part = Fraction(int(match[4]), 10 ** len(match[4]))
            time = (hours * 60 + minutes) * 60 + seconds + part
            return round(time * self.reading.rate.exact)
        return whole_number(written or "0")


def read_project(root: Element) -> ReadBack:
    """Return what a project says.

    Raises:
        ValueError: Something is missing, or beyond any film.
    """
    profile = root.find("profile")
    if profile is None:
        raise ValueError(Reason(sentence("it holds no profile")))
    numbers = [
        whole_number(profile.get(f"frame_rate_{part}", "")) for part in ("num", "den")
    ]
    if min(numbers) < 1:
        raise ValueError(Reason(sentence("it does not say its frames a second")))
    exact = exact_rate(Fraction(*numbers))
    named = {one.get("id", ""): one for one in root}
    bin_ = named.get("main_bin")
    said = _properties(bin_) if bin_ is not None else {}
    reading = Reading(counted(exact, drop=said.get(f"{PROJECT}drop") == "1"))
    project = _Project(reading, named, root.get("root", ""))
    film = _film(root, named)
    found = set(_sequence(project, film))
    for other in root.findall("tractor"):
        name = _properties(other).get("kdenlive:clipname", "")
        is_open = other is film or other.get("id", "") in project.opened
        if "kdenlive:uuid" in _properties(other) and not is_open:
            text = sentence("the sequence '{name}' was not read: it is not in the film")
            reading.note("", Fraction(0), text, name=name or other.get("id", ""))
    made = reading.read_back(said.get(f"{PROJECT}film", ""), found)
    return replace(made, files=frozenset(_files(root)))


def _film(root: Element, named: Mapping[str, Element]) -> Element | None:
    """Return the sequence that is the film: what is played if nothing is chosen."""
    tractors = root.findall("tractor")
    marked = [x for x in tractors if "kdenlive:projectTractor" in _properties(x)]
    if not marked:
        return tractors[-1] if tractors else None
    # since 23.04 a project holds its sequences
    held = marked[-1].find("track")
    return None if held is None else _of(named, held)


def _of(named: Mapping[str, Element], track: Element) -> Element | None:
    return named.get(track.get("producer", ""))


def _sequence(project: _Project, sequence: Element | None) -> Iterator[Found]:
    """Yield what is on the tracks of a sequence, by its own time."""
    count = {"V": 0, "A": 0}
    for track in () if sequence is None else sequence.iter("track"):
        held = _of(project.named, track)
        if held is None or held.tag not in {"tractor", "playlist"}:
            continue
        said = _properties(held)
        is_sound = "kdenlive:audio_track" in said or "shotcut:audio" in said
        letter = "A" if is_sound else "V"
        halves = [held] if held.tag == "playlist" else held.findall("track")
        if not halves:
            continue
        count[letter] += 1
        own = said.get("kdenlive:track_name", "")
        is_plain = re.fullmatch(r"[VA]\d{1,2}", own) is not None
        name = own if is_plain else f"{letter}{count[letter]}"
        hidden = [one.get("hide") == "both" for one in halves]
        if track.get("hide") == "both" or all(hidden):
            text = sentence("the track is switched off")
            project.reading.note(name, Fraction(0), text)
            continue
        for half in halves:
            lies = half if half.tag == "playlist" else _of(project.named, half)
            yield from _playlist(project, lies, name)


def _playlist(
    project: _Project, playlist: Element | None, track: str
) -> Iterator[Found]:
    at, rate = 0, project.reading.rate
    for item in () if playlist is None or playlist.tag != "playlist" else playlist:
        if item.tag == "blank":
            at += project.frames(item.get("length", ""))
        if item.tag != "entry":
            continue
        project.reading.count()
        producer = project.named.get(item.get("producer", ""))
        whole = {} if producer is None else producer.attrib
        begin = project.frames(item.get("in", whole.get("in", "")))
        end = item.get("out") or whole.get("out", "")
        length = max(0, project.frames(end) - begin + 1) if end else 0
        place, lasts = bounded(rate.seconds(at)), rate.seconds(length)
        yield from _entry(project, item, track, begin, place, lasts)
        at += length


def _entry(
    project: _Project,
    item: Element,
    track: str,
    begin: int,
    at: Fraction,
    lasts: Fraction,
) -> Iterator[Found]:
    name, reading = item.get("producer", ""), project.reading
    producer = project.named.get(name)
    if producer is None:
        text = sentence("'{name}' is not described in the file")
        reading.note(track, at, text, name=name)
        return
    said = _properties(producer)
    inner = project.sequence(producer, said)
    if inner is not None:
        yield from _nested(project, inner, track, begin, at, lasts)
        return
    service = said.get("mlt_service", "")
    if service in _MADE or not (said.get("resource") or service):
        yield drawn(track, at, lasts)
        return
    film, clip = reading.rate, said.get(f"{OURS}clip", "")
    first = _first(said) if clip else Fraction(0)
    source = Source(
        clip=clip,
        name=said.get("kdenlive:clipname", ""),
        path=project.path(said),
        rate=film,
        first=first,
        has_clock=bool(clip),
    )
    made = shot(track, at, lasts, source, first + film.seconds(begin))
    if service == _WARPED:
        made = _warped(reading, made, said, begin)
    if producer.find("link") is not None:
        reading.note(track, at, sentence("its speed is not understood"))
        made = replace(made, is_sure=False)
    yield made


def _nested(
    project: _Project,
    sequence: Element,
    track: str,
    begin: int,
    at: Fraction,
    lasts: Fraction,
) -> Iterator[Found]:
    """Yield what of another sequence lies in one: its pictures, or its sound."""
    reading = project.reading
    name = sequence.get("id", "")
    project.opened.add(name)
    with reading.inside(name, track, at):
        inner = [
            one for one in _sequence(project, sequence) if one.track[:1] == track[:1]
        ]
    for _one in inner:
        reading.count()
    start = reading.rate.seconds(begin)
    yield from laid_into(inner, track, begin=start, end=start + lasts, at=at)


def _first(said: Mapping[str, str]) -> Fraction:
    """Return the seconds by its recorder's clock at the first frame of our file.

    Raises:
        ValueError: They are none.
    """
    own = recorded_rate(said.get(f"{OURS}rate", ""))
    return bounded(own.seconds(whole_number(said.get(f"{OURS}first", ""))))


def _files(root: Element) -> Iterator[tuple[str, int]]:
    """Yield the clips of our own files, and the number of the first frame of each."""
    for producer in root.findall("producer"):
        said = _properties(producer)
        if clip := said.get(f"{OURS}clip"):
            yield clip, whole_number(said.get(f"{OURS}first", ""))


def _warped(
    reading: Reading, made: Found, said: Mapping[str, str], begin: int
) -> Found:
    """Return a shot of a recording that is played slower, faster or backwards."""
    written = said.get("warp_speed") or said.get("resource", "").partition(":")[0]
    try:
        speed = decimal(written)
    except ValueError:
        reading.note(made.track, made.at, sentence("its speed is not understood"))
        return replace(made, is_sure=False)
    reading.retimed(made.track, made.at, speed)
    # it begins in the recording as it is played, after what comes before its file
    start = made.start + reading.rate.seconds(begin) * (abs(speed) - 1)
    return replace(made, start=start, lasts=made.length * abs(speed), is_sure=speed > 0)


def _properties(element: Element) -> dict[str, str]:
    return {
        one.get("name", ""): one.text or "" for one in element if one.tag == "property"
    }
