"""Films at random: rates, recordings, lines, covers, words in every script."""

from fractions import Fraction

from hypothesis import strategies as st

from mediakit.model.film import LineKind
from mediakit.model.frame_rate import RATES, FrameRate, parse_timecode
from mediakit.model.ids import ClipId
from mediakit.model.timeline import Card, Marker, Shot, Timeline, Track, TrackKind
from mediakit.timeline.base import Footage, HandOff

DROPPING = (RATES["29.97"], RATES["59.94"])
THREE_HOURS = 3 * 3600
_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=20,
)
_NAMES = st.sampled_from(
    ("Le puits", "a b#1%20.mp4", "été", "ɲɛ̀ & <Kidal>", "يوم", 'say "no"')
)


def film_rates() -> st.SearchStrategy[FrameRate]:
    """Return every rate a film may have."""
    return st.builds(
        lambda exact, drop: FrameRate(exact, drop and exact in DROPPING),
        st.sampled_from(list(RATES.values())),
        st.booleans(),
    )


@st.composite
def footage(
    draw: st.DrawFn, number: int, rates: st.SearchStrategy[FrameRate]
) -> Footage:
    """Return a recording of three hours, by a recorder whose clock may be on."""
    rate = draw(rates)
    seen = draw(st.booleans()) or number == 0
    hour = draw(st.sampled_from(("00:00:00:00", "01:00:00:00", "23:58:59:10")))
    # as much of it as is handed on may begin later
    offset = draw(st.one_of(st.just(0), st.integers(1, int(600 * rate.exact))))
    return Footage(
        clip=f"c-{number}x{draw(st.sampled_from('abc'))}",
        name=draw(_NAMES),
        path=f"media/{number} {draw(_NAMES)}.mp4",
        rate=rate,
        first=offset + (parse_timecode(hour, rate) if seen else 0),
        offset=offset,
        length=int(THREE_HOURS * rate.exact) - offset,
        width=1280 if seen else 0,
        height=720 if seen else 0,
        channels=draw(st.sampled_from((1, 2, 6)))
        if not seen
        else draw(st.sampled_from((0, 1, 2))),
    )


@st.composite
def films(
    draw: st.DrawFn,
    rates: st.SearchStrategy[FrameRate] | None = None,
    *,
    mixed: bool = True,
    lines: tuple[int, int] = (1, 12),
    least: int = 0,
) -> HandOff:
    """Return a film of some lines, each as long as ten minutes at most.

    Args:
        draw: Hypothesis'.
        rates: Those it may have.
        mixed: Its recordings may have others.
        lines: How many at least and at most.
        least: Seconds that each lasts at least.
    """
    rate = draw(rates or film_rates())
    own = film_rates() if mixed else st.just(rate)
    files = [
        draw(footage(number, own if number else st.just(rate))) for number in range(3)
    ]
    files = [file if file.width else _counted_as(file, rate) for file in files]
    kinds = draw(
        st.lists(
            st.sampled_from(("quote", "card", "said")),
            min_size=lines[0],
            max_size=lines[1],
        )
    )
    tracks: dict[str, list[Shot | Card]] = {"V1": [], "V2": [], "A1": [], "A2": []}
    used: dict[str, Footage] = {}
    markers: list[Marker] = []
    at = 0
    for number, kind in enumerate(kinds):
        length = draw(st.integers(1 + int(least * rate.exact), int(600 * rate.exact)))
        code = f"l{number}"
        if kind == "card":
            texts = {"fr": draw(_WORDS), "en": draw(_WORDS)}
            tracks["V1"].append(
                Card(code=code, kind=LineKind.CARD, at=at, length=length, texts=texts)
            )
        else:
            file = draw(st.sampled_from(files))
            shot = draw(_shots(code, file, at, length))
            used[code] = file
            if kind == "said" and file.channels:
                tracks["A2"].append(shot)
            else:
                tracks["V1"] += [shot] if file.width else []
                tracks["A1"] += [shot] if file.channels else []
            if length > 2 and draw(st.booleans()):
                begin = draw(st.integers(0, length - 1))
                lasts = draw(st.integers(1, length - begin))
                cover = draw(_shots(f"{code}c", files[0], at + begin, lasts))
                used[cover.code] = files[0]
                tracks["V2"].append(cover)
        markers.append(Marker(code=code, kind=LineKind.QUOTE, at=at, length=length))
        at += length
    timeline = Timeline(
        film="f-1ab",
        title=draw(_WORDS),
        rate=rate,
        width=1920,
        height=1080,
        languages=("fr", "en"),
        tracks=tuple(
            Track(
                name=name,
                kind=TrackKind.PICTURE if name[0] == "V" else TrackKind.SOUND,
                items=tuple(items),
            )
            for name, items in tracks.items()
        ),
        markers=tuple(markers),
    )
    return HandOff(
        timeline=timeline,
        footage=used,
        names={"l0": "Aïcha, l'aînée"},
        notes={"l0": "« Le puits »\nThe well < here & there > \x07"},
    )


def _counted_as(file: Footage, rate: FrameRate) -> Footage:
    return Footage(
        clip=file.clip,
        name=file.name,
        path=file.path,
        rate=rate,
        length=int(THREE_HOURS * rate.exact),
        channels=file.channels,
    )


def _shots(code: str, file: Footage, at: int, length: int) -> st.SearchStrategy[Shot]:
    return st.integers(file.offset, int(7200 * file.rate.exact)).map(
        lambda frame: Shot(
            code=code,
            clip=ClipId(file.clip),
            at=at,
            length=length,
            start=Fraction(frame) / file.rate.exact,
        )
    )
