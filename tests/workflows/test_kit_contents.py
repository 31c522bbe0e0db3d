"""What goes along in a kit: words, voices, pictures, in the languages wanted."""

from dataclasses import replace
from pathlib import Path

import av
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.kits import KitNotPossible
from mediakit.library import Library
from mediakit.model.ids import PersonId
from mediakit.model.person import Person
from mediakit.model.voice import Voice
from mediakit.workflows.real_names import keep_real_name
from tests.codebooks import a_coding, a_theme
from tests.consents import agree, put_person, put_voice, withdraw
from tests.kit_libraries import (
    FILMED,
    SPOKEN,
    Evening,
    an_evening,
    items_of,
    names_in,
    put_voiceover,
)
from tests.library_clips import put_words

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def evening(library: Library, catalog: Catalog) -> Evening:
    """Make a library with a playlist."""
    return an_evening(library, catalog)


def test_what_is_said_goes_along(evening: Evening) -> None:
    """As WebVTT, timed from the beginning of the item; of one language, one file."""
    _say(evening, (900, 1400, "Nous avons peur"), (1500, 1700, "la nuit"))

    made = evening.kit().path

    assert "01-K7P.fr.vtt" in names_in(made)
    written = (made / "01-K7P.fr.vtt").read_text()
    assert written.startswith("WEBVTT")
    assert "00:00:00.000 --> 00:00:00.400\nNous avons peur" in written
    assert "00:00:00.500 --> 00:00:00.700\nla nuit" in written


def test_no_subtitles_go_along_that_are_not_wanted(evening: Evening) -> None:
    """Others than those that are named, or any."""
    _say(evening, (1000, 1400, "Nous avons peur"))

    assert "01-K7P.fr.vtt" in names_in(evening.kit(subtitles=("fr",)).path)
    assert "01-K7P.fr.vtt" not in names_in(evening.kit(subtitles=()).path)
    with pytest.raises(KitNotPossible, match="nobody wrote any of it in en"):
        evening.kit(subtitles=("en",))


def test_withdrawn_words_are_never_in_it(evening: Evening) -> None:
    """Words that reach into an item from where somebody withdrew."""
    [voice, _other] = evening.catalog.read().all(Voice)
    with evening.catalog.change() as change:
        change.remove(Voice, voice.id)
    stays, gone = (
        put_person(evening.catalog, "Awa"),
        put_person(evening.catalog, "Issa"),
    )
    put_voice(evening.catalog, voice.clip, stays, (FILMED.start, 9000))
    put_voice(evening.catalog, voice.clip, gone, (0, FILMED.start))
    agree(evening.catalog, stays)
    withdraw(evening.catalog, gone)
    _say(evening, (500, 1400, "Chez nous au puits"), (1500, 1700, "la nuit"))

    written = (evening.kit().path / "01-K7P.fr.vtt").read_text()

    assert "la nuit" in written
    assert "puits" not in written


def test_real_names_are_never_in_it(evening: Evening) -> None:
    """Neither in what is said nor in what was written for the room."""
    person = _called_really(evening, "Fatoumata Traoré")
    _say(evening, (1000, 1700, "Je suis FATOUMATA  Traore, de Gao"))
    evening.change_item(
        0, titles={"fr": "Fatoumata Traoré parle"}, notes={"fr": "fatoumata traoré"}
    )

    made = evening.kit("page").path

    told = "".join(
        path.read_text(errors="replace")
        for path in made.rglob("*")
        if path.suffix in {".vtt", ".js", ".html", ".json"}
    )
    assert "Je suis Mariam, de Gao" in told
    assert "Mariam parle" in told
    assert "traor" not in told.lower()
    assert person


def test_a_voice_over_is_in_the_file_itself(evening: Evening) -> None:
    """Where it cannot be chosen while playing; the pictures are those of the cut."""
    plain = evening.kit(is_even=False).path
    put_voiceover(evening, items_of(evening)[0])

    made = evening.kit(is_even=False, voiceovers=("bm",))

    assert [("bm", ("A3C",))] == [(o.language, o.voiceovers) for o in made.lacking]
    assert names_in(plain) == names_in(made.path)
    assert _pictures(plain / "01-K7P.mp4") == _pictures(made.path / "01-K7P.mp4")
    before, after = (_sounds(one / "01-K7P.mp4") for one in (plain, made.path))
    assert before != after
    assert (plain / "02-A3C.m4a").read_bytes() == (
        made.path / "02-A3C.m4a"
    ).read_bytes()


def test_a_voice_over_is_a_file_where_it_can_be_chosen(evening: Evening) -> None:
    """As long as the item."""
    put_voiceover(evening, items_of(evening)[0])

    made = evening.kit("page").path

    with av.open(str(made / "media" / "01-K7P.bm.m4a")) as container:
        assert FILMED.duration * 1000 == pytest.approx(container.duration, abs=25_000)


def test_no_language_leads_out_of_a_kit(evening: Evening) -> None:
    """Records may come from strangers."""
    put_voiceover(evening, items_of(evening)[0], "x/../../../../bm")

    made = evening.kit("page").path

    voices = [name for name in names_in(made) if name.endswith("bm.m4a")]
    assert ["media"] == [Path(name).parent.as_posix() for name in voices]
    assert [made] == list(made.parent.iterdir())


@pytest.mark.parametrize("kind", ["folder", "page", "video", "sound"])
def test_a_voice_over_that_nobody_said_is_not_made_up(
    evening: Evening, kind: str
) -> None:
    """It says so, and makes nothing."""
    with pytest.raises(KitNotPossible, match="nobody says any of it in bm"):
        evening.kit(kind, voiceovers=("bm",))


def test_pictures_are_as_small_as_asked(evening: Evening) -> None:
    """For old laptops; those that are small enough stay as they are."""
    small = evening.kit(lines=60).path
    large = evening.kit(lines=540).path

    for path, height in ((small, 60), (large, 90)):
        with av.open(str(path / "01-K7P.mp4")) as container:
            assert height == container.streams.video[0].height


def test_the_video_has_words_and_voices_as_chosen(evening: Evening) -> None:
    """A title card, each excerpt, and a question card after it."""
    _say(evening, (1000, 1700, "Nous avons peur"))
    put_voiceover(evening, items_of(evening)[0])

    made = evening.kit("video", subtitles=("fr",), voiceovers=("bm",), lines=360)

    film = made.path / f"{evening.playlist}.mp4"
    length = 3000 + FILMED.duration + 3000 + SPOKEN.duration
    with av.open(str(film)) as container:
        assert length * 1000 == pytest.approx(container.duration, abs=100_000)
    assert [None, None] != [used.gain for used in made.use.ranges]
    assert 0o600 == film.stat().st_mode & 0o777


def test_the_sound_is_silent_while_people_talk(evening: Evening) -> None:
    """For as long as was set aside."""
    evening.change_item(0, pause=1000)

    made = evening.kit("sound")

    with av.open(str(made.path / f"{evening.playlist}.mp3")) as container:
        rate = container.streams.audio[0].rate
        frames = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    loud = [abs(value) > 0.01 for frame in frames for value in frame]
    begin, end = FILMED.duration + 100, FILMED.duration + 900
    after = FILMED.duration + 1100
    assert not any(loud[begin * rate // 1000 : end * rate // 1000])
    assert any(loud[after * rate // 1000 :])


def test_it_speaks_the_language_of_the_room(evening: Evening) -> None:
    """That in which something is written, unless another is named."""
    told = (evening.kit("m3u8").path / "playlist.m3u8").read_text()
    assert "#EXTINF:1,K7P" in told

    evening.change_item(0, titles={"fr": "Le puits", "en": "The well"})

    for language, title in (("", "Le puits"), ("en", "The well"), ("ar", "Le puits")):
        made = evening.kit("m3u8", language=language).path
        assert title in (made / "playlist.m3u8").read_text()


def test_themes_are_those_of_the_codebook(evening: Evening) -> None:
    """Of one that was merged, the theme that stands for it, once."""
    trust = replace(a_theme("trust"), labels={"fr": "Confiance"})
    doubt = a_theme("doubt", merged_into=trust.id)
    with evening.catalog.change() as change:
        for number, theme in enumerate((trust, doubt)):
            change.put(theme)
            change.put(a_coding(f"k-{number}", theme, clip=evening.clips[0].id))

    told = "".join(one.read_text() for one in evening.kit("page").path.glob("*/*.js"))

    assert 1 == told.count("Confiance")
    assert "doubt" not in told


def _say(evening: Evening, *segments: tuple[int, int, str]) -> None:
    put_words(evening.library, evening.catalog, evening.clips[0], *segments)


def _called_really(evening: Evening, name: str) -> PersonId:
    [person, _other] = evening.catalog.read().all(Person)
    keep_real_name(Catalog(evening.library.real_names, author="Awa"), person.id, name)
    return person.id


def _pictures(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(one) for one in container.demux(video=0) if one.size]


def _sounds(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(one) for one in container.demux(audio=0) if one.size]
