"""What no record can say is damage, for it would open what is closed."""

import json
from typing import Any

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.catalog.records import Record
from mediakit.errors.catalog import CatalogDamaged
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film
from mediakit.model.ids import (
    ClipId,
    CodingId,
    ConsentId,
    ExcerptId,
    PersonId,
    ThemeId,
    UseId,
    VoiceId,
)
from mediakit.model.playlist import Playlist
from mediakit.model.session import Session
from mediakit.model.submission import Submission
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedRange, UseKind
from mediakit.model.voice import Voice
from tests.builders import (
    a_clip,
    a_film,
    a_playlist,
    a_quote,
    a_session,
    a_submission,
    an_item,
)
from tests.conftest import Run

CLIP, PERSON = ClipId("c-0000000001"), PersonId("p-0000000001")
PART = TimeRange(1000, 5000)
BACKWARDS = {"start": 5000, "end": 1000}
EARLY = {"start": -1, "end": 1000}

RECORDS: tuple[Record, ...] = (
    a_clip(CLIP),
    a_session(),
    a_submission(until="2027-01-01"),
    Voice(id=VoiceId("v-0000000001"), clip=CLIP, person=PERSON, range=PART),
    Excerpt(id=ExcerptId("x-0000000001"), clip=CLIP, range=PART),
    Coding(
        id=CodingId("k-0000000001"),
        clip=CLIP,
        theme=ThemeId("th-0000000001"),
        range=PART,
    ),
    ConsentEvent(
        id=ConsentId("co-0000000001"),
        person=PERSON,
        kind=ConsentKind.WITHDRAWN,
        day="2026-07-31",
        until="2027-01-01",
        embargo="2026-08-01",
    ),
    Use(
        id=UseId("u-0000000001"),
        kind=UseKind.CUT,
        files=(),
        ranges=(UsedRange(CLIP, PART),),
    ),
    a_playlist(items=(an_item("A2A"), an_item("C3C"))),
    a_film("f-0000000001", a_quote("A2A"), a_quote("C3C")),
)


@pytest.fixture(autouse=True)
def _records(catalog: Catalog) -> None:
    with catalog.change() as change:
        for record in RECORDS:
            change.put(record)
    catalog.close()


def write(catalog: Catalog, table: str, place: str, value: object) -> None:
    """Change a field of the one record in a table, as a person with an editor does."""
    file = json.loads(catalog.path.read_text())
    [document] = file[table].values()
    *above, field = place.split(".")
    inner: Any = document  # what JSON can hold
    for name in above:
        inner = inner[int(name) if name.isdigit() else name]
    inner[field] = value
    catalog.path.write_text(json.dumps(file))


@pytest.mark.parametrize(
    ("kind", "place", "value", "said"),
    [
        (Voice, "range", BACKWARDS, "from 5000 to 1000 is no part"),
        (Voice, "range", EARLY, "from -1 to 1000 is no part"),
        (Excerpt, "range", BACKWARDS, "from 5000 to 1000 is no part"),
        (Coding, "range", BACKWARDS, "from 5000 to 1000 is no part"),
        (Use, "ranges.0.range", BACKWARDS, "from 5000 to 1000 is no part"),
        (ConsentEvent, "day", "31/07/2025", "'31/07/2025' is no day"),
        (ConsentEvent, "day", "", "'' is no day"),
        (ConsentEvent, "until", "31/12/2020", "'31/12/2020' is no day"),
        (ConsentEvent, "embargo", "2026-02-30", "'2026-02-30' is no day"),
        (ConsentEvent, "embargo", "20260228", "'20260228' is no day"),
        (ConsentEvent, "created.at", "31/07/2025", "'31/07/2025' is no day"),
        (Session, "date", "31/12/2020", "'31/12/2020' is no day"),
        (Submission, "until", "never", "'never' is no day"),
        (Submission, "created.at", "today", "'today' is no day"),
        (Playlist, "items.0.range", BACKWARDS, "from 5000 to 1000 is no part"),
        (Playlist, "items.0.code", "../A2A", "'../A2A' is no code"),
        (Playlist, "items.1.code", "A2A", "'A2A' is no code of an item, or is there"),
        (Playlist, "items.0.notes", {"../fr": "x"}, "'../fr' is no language tag"),
        (Playlist, "items.0.pause", -1, "-1 milliseconds is no time"),
        (Playlist, "budget", -1, "-1 milliseconds is no time"),
        (Film, "lines.0.range", BACKWARDS, "from 5000 to 1000 is no part"),
        (Film, "lines.0.kind", "card", "'card', is not what it says"),
        (Film, "lines.1.code", "A2A", "'A2A' is no code of an item, or is there"),
        (Film, "lines.0.duration", -1, "-1 milliseconds is no time"),
        (Film, "rate", "29.5", "'29.5' is none of 23.976"),
        (Film, "drop", True, "drop-frame timecode is for 29.97"),
        (Film, "width", 0, "0 x 1080 is no size"),
    ],
)
def test_it_is_refused_with_its_place_and_the_rest_opens(
    catalog: Catalog, kind: type[Record], place: str, value: object, said: str
) -> None:
    """Neither the gate nor a check takes it for what it is not."""
    table = {
        Voice: "voices",
        Excerpt: "excerpts",
        Coding: "codings",
        Use: "uses",
        ConsentEvent: "consents",
        Session: "sessions",
        Submission: "submissions",
        Playlist: "playlists",
        Film: "films",
    }[kind]
    write(catalog, table, place, value)
    [damaged] = [one for one in RECORDS if isinstance(one, kind)]

    with pytest.raises(CatalogDamaged, match=said) as refused:
        catalog.read().all(kind)

    assert f"{table}/{damaged.id}" == refused.value.details["place"]
    assert [CLIP] == [clip.id for clip in catalog.read().all(Clip)]


def test_a_damaged_consent_closes_what_asks_and_nothing_else(
    run: Run, catalog: Catalog
) -> None:
    """The list of clips stands; the check and the gate say what is wrong."""
    write(catalog, "consents", "day", "31/07/2025")

    listed = run("list")
    checked = run("check", "--quick")
    asked = run("consent", "spans", CLIP, "--scope", "internal")

    assert (0, "") == (listed[0], listed[2])
    for status, _out, err in (checked, asked):
        assert CatalogDamaged.exit_status == status
        assert "consents/co-0000000001" in err
    assert "'31/07/2025' is no day" in checked[2]
