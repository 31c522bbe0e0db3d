"""Whether a playlist can be heard and understood."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ExcerptId, VoiceoverId
from mediakit.model.timecode import TimeRange
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.playlist_advice import Matter
from mediakit.workflows.prepared_files import (
    measures_of,
)
from tests.builders import a_session, an_item
from tests.library_clips import put_words
from tests.playlists import (
    FIRST,
    SECOND,
    about,
    check,
    measure,
    put_two_clips,
)


@pytest.fixture(autouse=True)
def _two_clips(library: Library, catalog: Catalog) -> None:
    put_two_clips(library, catalog)


def test_files_block(library: Library, catalog: Catalog) -> None:
    """A missing one, and one that is not what was added."""
    library.resolve(FIRST.path).unlink()
    library.resolve(SECOND.path).write_bytes(b"longer")

    checked = check(library, catalog, an_item(), an_item("D4D", clip=SECOND.id))

    assert [("K7P",), ("D4D",)] == [one.items for one in checked.blocking]
    assert "is missing" in checked.blocking[0].reason
    assert "is not what was added" in checked.blocking[1].reason


def test_a_clip_that_is_gone_blocks(library: Library, catalog: Catalog) -> None:
    """A catalog may come from elsewhere."""
    with catalog.change() as change:
        change.remove(Clip, FIRST.id)

    assert Matter.FILE in {one.matter for one in check(library, catalog).blocking}


class TestLanguages:
    """What a room that speaks Bambara understands."""

    @pytest.fixture
    def room(self, catalog: Catalog) -> str:
        """Add a room."""
        with catalog.change() as change:
            return change.put(a_session(place="Ségou", languages=("bm-ML", "ff"))).id

    def test_what_is_missing(
        self, library: Library, catalog: Catalog, room: str
    ) -> None:
        """Subtitles or a voice-over, with the commands that add them."""
        item = an_item(excerpt="x-0000000001")

        [told] = check(library, catalog, item, session=room).advice

        assert "said in fr" in told.reason
        assert "voiceover add x-0000000001 FILE --language bm-ML" in (told.remedy or "")
        assert f"translation add {FIRST.id} --to bm-ML" in (told.remedy or "")

    def test_words_in_the_very_part(
        self, library: Library, catalog: Catalog, room: str
    ) -> None:
        """A translation of another part is no help."""
        words = put_words(library, catalog, FIRST, (5000, 6000, "I ni ce"))
        with catalog.change() as change:
            change.put(replace(words, language="bm"))

        def told(start: int) -> bool:
            item = an_item(range=TimeRange(start, start + 1500))
            found = check(library, catalog, item, session=room)
            return bool(about(found, Matter.WORDS))

        assert (True, False) == (told(0), told(5500))

    def test_a_voice_over(self, library: Library, catalog: Catalog, room: str) -> None:
        """One that is heard whole over what is shown."""

        def told(end: int) -> bool:
            said = Voiceover(
                id=VoiceoverId("vo-0000000001"),
                clip=FIRST.id,
                range=TimeRange(0, end),
                excerpt=ExcerptId("x-0000000001"),
                language="ff",
                path="voiceovers/a.opus",
                sha256="0" * 64,
                duration=end,
            )
            with catalog.change() as change:
                change.put(said)
            return bool(about(check(library, catalog, session=room), Matter.WORDS))

        assert (True, False) == (told(3000), told(2000))

    def test_a_question(self, library: Library, catalog: Catalog, room: str) -> None:
        """One in another language is not understood."""
        asked = an_item(questions={"fr": "Et ici ?"})
        told = about(check(library, catalog, asked, session=room), Matter.QUESTION)
        assert "--ask bm-ML:TEXT" in (told[0].remedy or "")

        asked = an_item(questions={"ff": "…"})
        told = about(check(library, catalog, asked, session=room), Matter.QUESTION)
        assert [] == told

    def test_a_room_of_which_nobody_said(
        self, library: Library, catalog: Catalog
    ) -> None:
        """What was not looked at is said."""
        with catalog.change() as change:
            room = change.put(a_session()).id

        [told] = about(check(library, catalog, session=room), Matter.ROOM)

        assert f"session edit {room} --language" in (told.remedy or "")


class TestLoudness:
    """What a room hears."""

    ITEMS = (an_item(), an_item("D4D", clip=SECOND.id))

    def test_a_spread(self, library: Library, catalog: Catalog) -> None:
        """Who is softest and who is loudest."""
        measure(library, SECOND, -31.5)

        [told] = about(check(library, catalog, *self.ITEMS), Matter.LOUDNESS)

        assert "differs by 8.5 LU: D4D is the softest (-31.5 LUFS)" in told.reason

    def test_what_is_not_measured(self, library: Library, catalog: Catalog) -> None:
        """With the command that does; what is silent counts for nothing."""
        measure(library, FIRST, None)
        measures_of(library, SECOND.id).unlink()

        [told] = about(check(library, catalog, *self.ITEMS), Matter.LOUDNESS)

        assert (("D4D",), f"Run 'mediakit clip prepare {SECOND.id}'.") == (
            told.items,
            told.remedy,
        )
