"""Two groups who answer each other, for tests of the dialogue."""

from mediakit.catalog.catalog import Change
from mediakit.model.coding import Coding
from mediakit.model.ids import (
    ClipId,
    CodingId,
    PersonId,
    ThemeId,
    VoiceId,
)
from mediakit.model.person import Person
from mediakit.model.theme import Theme
from mediakit.model.voice import Voice
from tests.builders import a_clip, a_screening, a_session

GAO, MOPTI, BACK = "s-0000000001", "s-0000000002", "s-0000000003"
ASKED, ANSWER = "c-0000000001", "c-0000000002"
SHOWN = "sc-0000000001"
AWA = PersonId("p-0000000001")


def put_two_groups(change: Change) -> None:
    """Put Gao, who asked; Mopti, who saw it and answered; and Gao, who meets again."""
    change.put(a_session(GAO, group="Women", region="Gao", community="Songhay"))
    change.put(a_session(MOPTI, title="Youth", place="Mopti", date="2026-04-01"))
    change.put(
        a_session(
            BACK,
            title="Women again",
            group="women",
            date="2099-05-01",
            community="Songhay",
        )
    )
    change.put(a_clip(ASKED, title="Who keeps us?", session=GAO))
    change.put(a_clip(ANSWER, title="We do", session=MOPTI))
    change.put(a_screening(SHOWN, clip=ASKED, session=MOPTI))
    change.put(Person(id=AWA, name="Awa", community="Songhay"))
    change.put(Voice(id=VoiceId("v-1"), clip=ClipId(ASKED), person=AWA))
    change.put(Theme(id=ThemeId("th-1"), path="security/trust", labels={}))
    change.put(Coding(id=CodingId("k-1"), clip=ClipId(ASKED), theme=ThemeId("th-1")))
