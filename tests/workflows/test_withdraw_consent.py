"""A withdrawal names every place to go to, and the list stays true afterwards."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import PersonNotFound
from mediakit.errors.typed import DateNotUnderstood
from mediakit.library import Library
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import (
    ClipId,
    ExcerptId,
    ScreeningId,
    SubmissionId,
    TranscriptId,
    UseId,
)
from mediakit.model.person import Person
from mediakit.model.recall import Recall
from mediakit.model.screening import Outcome, Screening
from mediakit.model.submission import Submission
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.list_recalls import open_recalls, refresh_recalls, stale
from mediakit.workflows.withdraw_consent import (
    Wish,
    try_withdrawal,
    withdraw_consent,
)
from tests.builders import VIDEO, a_clip, a_session
from tests.consents import DAY, RULES, agree, put_person, put_voice, put_voice_of

GAO, MOPTI = ClipId("c-0000000001"), ClipId("c-0000000002")
SESSION = a_session()
EARLY, LATE = TimeRange(0, 5000), TimeRange(5000, 9000)
X_EARLY, X_LATE = ExcerptId("x-0000000001"), ExcerptId("x-0000000002")


def a_use(id_: str, kind: UseKind, *parts: tuple[ClipId, TimeRange]) -> Use:
    """Return a use of parts of clips, which Radio Gao has."""
    return Use(
        id=UseId(id_),
        kind=kind,
        files=(UsedFile(f"exports/{id_}", "0" * 64),),
        ranges=tuple(UsedRange(*part) for part in parts),
        recipient="Radio Gao",
    )


def a_screening(id_: str, excerpt: ExcerptId | None, outcome: Outcome) -> Screening:
    """Return a screening of the first clip or an excerpt of it."""
    return Screening(
        id=ScreeningId(id_),
        clip=GAO,
        session=SESSION.id,
        excerpt=excerpt,
        outcome=outcome,
    )


@pytest.fixture
def mariam(catalog: Catalog) -> Person:
    """Fill a library with things of all kinds; she is in the first five seconds."""
    with catalog.change() as change:
        for record in (a_clip(GAO), a_clip(MOPTI), SESSION):
            change.put(record)
        change.put(Excerpt(id=X_EARLY, clip=GAO, range=EARLY))
        change.put(Excerpt(id=X_LATE, clip=GAO, range=LATE))
        change.put(a_use("u-0000000001", UseKind.CUT, (GAO, EARLY)))
        change.put(a_use("u-0000000002", UseKind.CUT, (GAO, LATE)))
        both = ((MOPTI, EARLY), (GAO, EARLY))
        change.put(a_use("u-0000000003", UseKind.DATA, *both))
        change.put(a_screening("sc-0000000001", X_EARLY, Outcome.SHOWN))
        change.put(a_screening("sc-0000000002", X_LATE, Outcome.SHOWN))
        change.put(a_screening("sc-0000000003", None, Outcome.STOPPED))
        change.put(a_screening("sc-0000000004", None, Outcome.SKIPPED))
        for number, clip in enumerate((GAO, MOPTI), start=1):
            change.put(
                TranscriptRecord(
                    id=TranscriptId(f"t-000000000{number}"),
                    clip=clip,
                    path="",
                    sha256="",
                    language="fr",
                    origin=Origin.MACHINE,
                    state=State.MACHINE,
                    segments=1,
                )
            )
    return put_voice_of(catalog, GAO, (0, 5000))


def test_everything_that_holds_the_voice_is_listed(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """What left comes first, with who has it; what she is not in is not there."""
    done = withdraw_consent(
        library, catalog, RULES, mariam.id, Wish(why="Fear."), today=DAY
    )

    assert [
        ("u-0000000001", "Radio Gao"),
        ("u-0000000003", "Radio Gao"),
        ("sc-0000000001", "2026-03-01, Women of Gao, Gao"),
        ("sc-0000000003", "2026-03-01, Women of Gao, Gao"),
        (X_EARLY, ""),
        ("t-0000000001", ""),
        (GAO, ""),
    ] == [(one.target, one.holder) for one in done.asked]
    recalls = catalog.read().all(Recall)
    assert [one.recall for one in done.asked] == recalls
    assert {(done.event.id, mariam.id, None)} == {
        (recall.withdrawal, recall.person, recall.done) for recall in recalls
    }
    event = catalog.read().all(ConsentEvent)[-1]
    assert (ConsentKind.WITHDRAWN, DAY, "Fear.") == (event.kind, event.day, event.why)


def test_a_trial_lists_the_same_and_records_nothing(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """Neither the event nor the list."""
    before = catalog.read().all(ConsentEvent)

    tried = try_withdrawal(library, catalog, mariam.id, Wish(), today=DAY)

    assert 7 == len(tried.asked)
    assert [None] * 7 == [one.recall for one in tried.asked]
    assert before == catalog.read().all(ConsentEvent)
    assert [] == catalog.read().all(Recall)


def test_a_withdrawal_may_be_for_one_clip(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """The others stay as open as they were."""
    put_voice(catalog, MOPTI, mariam)

    done = withdraw_consent(
        library, catalog, RULES, mariam.id, Wish(clips=[MOPTI]), today=DAY
    )

    assert ["u-0000000003", "t-0000000002", MOPTI] == [x.target for x in done.asked]


def test_what_is_on_the_list_is_told_again_and_listed_once(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """Withdrawn again, what was not taken back yet is not passed over."""
    first = withdraw_consent(library, catalog, RULES, mariam.id, Wish(), today=DAY)
    taken_back = first.asked[0].recall
    assert taken_back is not None
    with catalog.change() as change:
        change.put(replace(taken_back, done=taken_back.created))
        change.put(a_use("u-0000000009", UseKind.CUT, (GAO, EARLY)))

    again = withdraw_consent(library, catalog, RULES, mariam.id, Wish(), today=DAY)

    before = [one.target for one in first.asked]
    told = ["u-0000000003", "u-0000000009", *before[2:]]
    assert told == [one.target for one in again.asked]
    assert [*before, "u-0000000009"] == [r.target for r in catalog.read().all(Recall)]


def test_a_voice_that_is_found_later_is_traced_too(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """It has no line on the list yet, and gets one."""
    withdraw_consent(library, catalog, RULES, mariam.id, Wish(), today=DAY)
    put_voice(catalog, MOPTI, mariam)

    found = [one for one in open_recalls(catalog.read(), DAY) if not one.recall]
    listed = refresh_recalls(catalog, DAY)

    assert ["t-0000000002", MOPTI] == [one.target for one in found]
    assert all(one.recall for one in listed)
    assert 9 == len(listed) == len(catalog.read().all(Recall))
    assert listed == refresh_recalls(catalog, DAY)


def test_a_use_made_in_spite_of_a_withdrawal_is_stale(
    catalog: Catalog, mariam: Person
) -> None:
    """Whose voice is in what is known without any list."""
    agree(catalog, mariam, "", kind=ConsentKind.WITHDRAWN, day=DAY)

    found = stale(open_recalls(catalog.read(), DAY))

    assert (mariam.id,) == found["u-0000000001"]
    assert "u-0000000002" not in found
    assert {} == stale(open_recalls(catalog.read(), "2026-02-28"))


def test_consent_given_again_needs_no_list_but_leaves_the_one_there(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """What was asked for is closed by a person, not by itself."""
    withdraw_consent(library, catalog, RULES, mariam.id, Wish(), today=DAY)
    agree(catalog, mariam, "web", day=DAY)
    put_voice(catalog, MOPTI, mariam)

    assert 7 == len(open_recalls(catalog.read(), DAY))


def test_what_somebody_sent_in_is_traced(library: Library, catalog: Catalog) -> None:
    """A file that waits to be accepted is theirs, whoever is in it."""
    person = put_person(catalog)
    with catalog.change() as change:
        change.put(
            Submission(
                id=SubmissionId("b-0000000001"),
                title="Our river",
                path="submissions/b-0000000001.mp4",
                sha256="0" * 64,
                size=1,
                media=VIDEO,
                contributor=person.id,
                sender="Radio Gao",
            )
        )

    done = withdraw_consent(library, catalog, RULES, person.id, Wish(), today=DAY)

    assert [("b-0000000001", "Radio Gao")] == [(x.target, x.holder) for x in done.asked]


@pytest.mark.parametrize(
    ("person", "wish", "error"),
    [
        ("p-none", Wish(), PersonNotFound),
        ("", Wish(day="2026-02-30"), DateNotUnderstood),
    ],
)
def test_what_is_typed_wrongly_changes_nothing(
    library: Library,
    catalog: Catalog,
    mariam: Person,
    person: str,
    wish: Wish,
    error: type[Exception],
) -> None:
    """No event, no list."""
    before = catalog.read().all(ConsentEvent)

    with pytest.raises(error):
        withdraw_consent(library, catalog, RULES, person or mariam.id, wish, today=DAY)

    assert before == catalog.read().all(ConsentEvent)
    assert [] == catalog.read().all(Recall)
