"""Voice-overs are kept as they were recorded, if they fit their excerpt."""

from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.catalog import ExcerptNotFound
from mediakit.errors.interpreting import RecordingSilent
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.errors.voiceovers import VoiceoverTooLong
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId
from mediakit.model.timecode import TimeRange
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.keep_voiceover import Kept, keep_voiceover
from mediakit.workflows.list_voiceovers import list_voiceovers, voiceovers_of
from tests.consents import WORKING, put_voice_of, withdraw
from tests.library_media import put_media
from tests.media_files import picture, sound
from tests.voiceovers import X, put_excerpt, put_voiceover, say


@pytest.fixture
def excerpt(library: Library, catalog: Catalog) -> Excerpt:
    """Choose two seconds of a clip."""
    [clip] = put_media(library, catalog, sound(".wav", seconds=4))
    return put_excerpt(catalog, clip, 1000, 3000)


def _keep(library: Library, catalog: Catalog, path: Path, language: str = "BM") -> Kept:
    return keep_voiceover(
        library, catalog, X, path, language=language, by="Fanta", purpose=WORKING
    )


def test_is_kept_as_it_is(
    library: Library, catalog: Catalog, excerpt: Excerpt, tmp_path: Path
) -> None:
    """Under a name that tells nothing of whose voice it is; the same one once."""
    said = say(tmp_path / "Fanta Traoré.WAV", 1.5)

    kept, again = (_keep(library, catalog, said) for _ in range(2))

    one = kept.voiceover
    assert (True, False, one) == (kept.is_new, again.is_new, again.voiceover)
    assert [one] == catalog.read().all(Voiceover)
    assert ("bm", "Fanta", 1500) == (one.language, one.by, one.duration)
    assert (excerpt.id, excerpt.range) == (one.excerpt, one.range)
    assert f"voiceovers/{excerpt.clip}/{one.sha256[:32]}.wav" == one.path
    assert checksum(said) == one.sha256 == checksum(library.resolve(one.path))


@pytest.mark.usefixtures("excerpt")
def test_what_takes_too_long_is_refused(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """It is said by how much; silence at the end takes nothing from the room."""
    with pytest.raises(VoiceoverTooLong, match="is 0:01 longer") as long:
        _keep(library, catalog, say(tmp_path / "long.wav", 3))
    with pytest.raises(RecordingSilent):
        _keep(library, catalog, say(tmp_path / "nothing.wav", 1, level=-200))
    rests = _keep(library, catalog, say(tmp_path / "rests.wav", 1.9, rest=2))

    assert "0:02" == long.value.details["duration"]
    assert [rests.voiceover] == catalog.read().all(Voiceover)
    assert 1 == len([*library.voiceovers.rglob("*.wav")])


@pytest.mark.usefixtures("excerpt")
def test_only_what_can_be_heard_is_kept(library: Library, catalog: Catalog) -> None:
    """A picture is none; nothing is left of what was refused."""
    with pytest.raises(MediakitError):
        _keep(library, catalog, picture())
    with pytest.raises(ExcerptNotFound):
        keep_voiceover(library, catalog, "x-9", sound(), language="bm", purpose=WORKING)

    assert not library.voiceovers.exists()


def test_no_words_of_a_withdrawn_voice_are_taken_in(
    library: Library, catalog: Catalog, excerpt: Excerpt, tmp_path: Path
) -> None:
    """In no language."""
    withdraw(catalog, put_voice_of(catalog, excerpt.clip))

    with pytest.raises(ConsentWithdrawn):
        _keep(library, catalog, say(tmp_path / "said.wav", 1))

    assert not library.voiceovers.exists()


def test_the_newest_in_a_language_is_taken(
    library: Library, catalog: Catalog, excerpt: Excerpt, tmp_path: Path
) -> None:
    """Also for a part that begins with the excerpt and has room for all of it."""
    first = _keep(library, catalog, say(tmp_path / "1.wav", 1)).voiceover
    french = _keep(library, catalog, say(tmp_path / "2.wav", 1.1), "fr").voiceover
    better = _keep(library, catalog, say(tmp_path / "3.wav", 1.2)).voiceover

    records = catalog.read()
    found = voiceovers_of(records, excerpt.clip, excerpt.range)
    assert {"bm": better, "fr": french} == found
    assert found == voiceovers_of(records, excerpt.clip, TimeRange(1000, 4000))
    listed = [one.voiceover for one in list_voiceovers(catalog, language="bm")]
    assert [first, better] == listed
    assert 3 == len(list_voiceovers(catalog, typed_excerpt=excerpt.id))


def test_lists_no_words(
    library: Library, catalog: Catalog, excerpt: Excerpt, tmp_path: Path
) -> None:
    """What is said in an excerpt is not what it is called."""
    put_voiceover(library, catalog, tmp_path)

    [listed] = list_voiceovers(catalog)

    assert replace(excerpt, quote="") == listed.excerpt


def test_is_taken_only_where_it_is_heard_whole(
    library: Library, catalog: Catalog, excerpt: Excerpt, tmp_path: Path
) -> None:
    """Neither late nor cut off; silence at its end takes no room."""
    said = say(tmp_path / "said.wav", 1.5, rest=3)
    one = _keep(library, catalog, said).voiceover

    assert one.fits(excerpt.clip, excerpt.range)
    assert not one.fits(excerpt.clip, TimeRange(1000, 2900))
    assert not one.fits(excerpt.clip, TimeRange(1001, 4000))
    assert not one.fits(ClipId("c-9"), excerpt.range)
