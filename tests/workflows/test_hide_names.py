"""Labels name nobody who does not want it, and nobody else instead."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.transcript import Segment
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.hide_names import hide_names, names_said
from tests.builders import a_clip
from tests.consents import DAY, agree, put_person, put_voice, put_voice_of, withdraw

CLIP = a_clip()


@pytest.fixture
def clip(catalog: Catalog) -> Clip:
    """Put a clip with two people: Awa may be named, Issa is called Mr B."""
    with catalog.change() as change:
        put = change.put(CLIP)
    put_voice_of(catalog, CLIP.id, (0, 2000), called="Awa")
    issa = put_person(catalog, "Issa")
    put_voice(catalog, CLIP.id, issa, (1000, 3000), speaker="SPEAKER_01")
    agree(catalog, issa, name=False, pseudonym="Mr B")
    return put


@pytest.mark.parametrize(
    ("label", "times", "shown"),
    [
        ("Awa", (0, 900), "Awa"),
        ("Awa", (1200, 1800), "Awa"),
        ("issa ", (2100, 2900), "Mr B"),
        ("SPEAKER_01", (1200, 1800), "Mr B"),
        # nobody else is there
        ("Speaker", (2100, 2900), "Mr B"),
        # it may be his
        ("Speaker", (1200, 1800), ""),
        ("Speaker", (0, 900), "Speaker"),
        # wherever somebody wrote it
        ("Issa", (5000, 6000), "Mr B"),
        ("ISSÀ", (5000, 6000), "Mr B"),
        ("", (2100, 2900), ""),
    ],
)
def test_labels(
    catalog: Catalog, clip: Clip, label: str, times: tuple[int, int], shown: str
) -> None:
    """By name, by the voice's label, by who is there; else by nothing."""
    said = Segment(start=times[0], end=times[1], text="Oui.", speaker=label)

    [hidden] = hide_names(gather_facts(catalog.read()), {}, clip, DAY, [said])

    assert shown == hidden.speaker


def test_nobody_is_called_what_they_are_really_called(
    catalog: Catalog, clip: Clip
) -> None:
    """Who may be named is called what they agreed to; others as without it."""
    facts = gather_facts(catalog.read())
    awa, issa = facts.people
    real = {awa: "Fanta Traoré", issa: "Amadou"}
    said = [
        Segment(start=0, end=900, text="Oui.", speaker="fanta  traoré"),
        Segment(start=2100, end=2900, text="Non.", speaker="Amadou"),
    ]

    hidden = hide_names(facts, real, clip, DAY, said)

    assert ["Awa", "Mr B"] == [segment.speaker for segment in hidden]


def test_a_real_name_in_the_words_is_told_and_not_repeated(
    catalog: Catalog, clip: Clip
) -> None:
    """Where it is said, and of whom; who agreed to be called so is."""
    facts = gather_facts(catalog.read())
    awa, issa = facts.people
    said = [Segment(start=4000, end=5000, text="Merci, Fanta Traoré, merci Awa.")]

    [told] = names_said(facts, {awa: "Fanta Traoré"}, clip, DAY, said).each
    agreed = names_said(facts, {awa: "AWA"}, clip, DAY, said)

    assert told.startswith(f"{CLIP.id} 0:04: the words say what Awa ({awa}) is really")
    assert "Fanta" not in f"{told} {told.values}"
    assert () == agreed.each
    assert issa != awa


def test_who_withdrew_is_not_named(catalog: Catalog, clip: Clip) -> None:
    """Not even by a label somewhere else in the clip."""
    withdraw(catalog, put_voice_of(catalog, CLIP.id, (0, 500), called="Mariam"))
    said = Segment(start=5000, end=6000, text="Oui.", speaker="Mariam")

    [hidden] = hide_names(gather_facts(catalog.read()), {}, clip, DAY, [said])

    assert "" == hidden.speaker
