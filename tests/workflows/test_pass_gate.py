"""The one step of every way out: in the code, there is no way round it."""

import ast
from pathlib import Path
from typing import Any

import pytest

import mediakit
from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reasons
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.model.cause import Cause
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Shown
from mediakit.model.timecode import TimeRange
from mediakit.workflows.pass_gate import ask_gate, pass_gate, pass_parts
from tests.builders import a_clip, a_session
from tests.consents import agree, purpose, put_person, put_voice, put_voice_of, withdraw

PACKAGE = Path(mediakit.__file__).parent
# where things lie, what makes and clears that place, what a use says
MAY_NAME_EXPORTS = {
    "library.py",
    "place_export.py",
    "init_library.py",
    "close_recall.py",
}
GAO = ClipId("c-0000000001")
FIRST, SECOND = (GAO, TimeRange(0, 1000)), (GAO, TimeRange(1000, 2000))


@pytest.fixture(autouse=True)
def _clip(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_clip(GAO))


def test_only_what_asked_has_a_place_among_the_exports() -> None:
    """`place_export` wants what the gate said; nothing else names that folder."""
    naming = {
        path.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr == "exports")
        or (isinstance(node, ast.Constant) and node.value == "exports")
    }

    assert set() == naming - MAY_NAME_EXPORTS


def test_only_one_step_makes_uses() -> None:
    """It wants what the gate said, too."""
    making = {
        path.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Use"
    }

    assert {"record_use.py"} == making


def test_whole_things_pass_or_are_refused(catalog: Catalog) -> None:
    """One person in one second of two keeps all of it."""
    put_voice_of(catalog, GAO, (0, 1500))
    put_voice_of(catalog, GAO, (1500, 2000), up_to="national")

    passed = pass_gate(
        catalog.read(), purpose("national"), (FIRST, SECOND), Shown.SOUND
    )
    with pytest.raises(ConsentRefused):
        pass_gate(catalog.read(), purpose("film"), (FIRST, SECOND), Shown.SOUND)

    assert (FIRST, SECOND) == passed.parts
    assert Reasons() == passed.reasons


def test_parts_pass_one_by_one(catalog: Catalog) -> None:
    """Those that somebody is in who did not agree stay, with the reason."""
    put_voice_of(catalog, GAO, (0, 1000))
    person = put_voice_of(catalog, GAO, (1500, 2000), up_to="national")
    parts = (FIRST, SECOND)
    put_voice(catalog, GAO, None, (1000, 1500))

    passed = pass_parts(catalog.read(), purpose("film"), parts, Shown.WORDS)
    with pytest.raises(ConsentRefused):
        pass_parts(catalog.read(), purpose("film"), (SECOND,), Shown.WORDS)

    assert (FIRST,) == passed.parts
    assert [(person.id, TimeRange(1500, 2000))] == [
        (found.person, found.range) for found in passed.left_out
    ]


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("face", Shown.PICTURES),
        ("voice", Shown.SOUND),
        ("name", Shown.NAMES),
    ],
)
def test_a_condition_closes_what_cannot_keep_it(
    catalog: Catalog, wish: str, shown: Shown
) -> None:
    """And nothing else; an override opens it, and says so."""
    person = put_person(catalog)
    put_voice(catalog, GAO, person)
    wishes: Any = {wish: False}  # Any: fields of the event
    agree(catalog, person, **wishes)
    others = Shown.PICTURES | Shown.SOUND | Shown.NAMES | Shown.WORDS
    records = catalog.read()

    with pytest.raises(ConsentRefused):
        pass_gate(records, purpose("film"), (FIRST,), shown)
    decided = purpose("film", override="He asked for it.")

    assert pass_gate(records, purpose("film"), (FIRST,), others & ~shown)
    passed = pass_gate(records, decided, (FIRST,), shown)
    assert [f"no-{wish}"] == [noted.cause for noted in passed.overridden]


def test_an_override_lets_all_pass_but_withdrawn_voices(catalog: Catalog) -> None:
    """Where nothing needs it, it is not recorded."""
    withdraw(catalog, put_voice_of(catalog, GAO, (0, 1000)))
    put_voice_of(catalog, GAO, (1000, 2000), up_to="national")
    decided = purpose("film", override="We decided.")
    records = catalog.read()

    passed = pass_parts(records, decided, (FIRST, SECOND), Shown.SOUND)
    with pytest.raises(ConsentWithdrawn):
        pass_gate(records, decided, (FIRST, SECOND), Shown.SOUND)

    assert (SECOND,) == passed.parts
    assert {Cause.WITHDRAWN} == {found.cause for found in passed.left_out}
    assert ["beyond-scope"] == [noted.cause for noted in passed.overridden]
    needless = ask_gate(
        records, purpose("national", override="?"), (SECOND,), Shown.SOUND
    )
    assert "" == needless.override


def test_who_it_is_for_is_kept(catalog: Catalog) -> None:
    """The session by its id, the recipient in words."""
    session = a_session()
    with catalog.change() as change:
        change.put(session)
    put_voice_of(catalog, GAO)
    wanted = purpose("film", audience=session.id[:6], recipient="ORTM")

    passed = pass_gate(catalog.read(), wanted, (FIRST,), Shown.SOUND)

    assert (session.id, "ORTM") == (passed.audience, passed.recipient)


def test_consent_must_last_until_the_session_it_is_for(catalog: Catalog) -> None:
    """Parts whose people agreed only until some day before are left out."""
    session = a_session(date="2026-06-01")
    with catalog.change() as change:
        change.put(session)
    put_voice_of(catalog, GAO, (0, 1000))
    person = put_voice_of(catalog, GAO, (1000, 2000))
    agree(catalog, person, until="2026-05-01")
    parts = (FIRST, SECOND)

    then = purpose("regional", audience=session.id)
    now = pass_parts(catalog.read(), purpose("regional"), parts, Shown.SOUND)
    passed = pass_parts(catalog.read(), then, parts, Shown.SOUND)
    with pytest.raises(ConsentRefused):
        pass_gate(catalog.read(), then, parts, Shown.SOUND)

    assert (FIRST, SECOND) == now.parts
    assert (FIRST,) == passed.parts
    assert [person.id] == [found.person for found in passed.left_out]
    assert 1 == len(passed.reasons.each)
