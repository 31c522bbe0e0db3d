"""Of the transcripts of a clip in one language, one counts."""

from mediakit.model.current import current_transcripts, preferred
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.transcript_record import Origin, State, TranscriptRecord

FIRST = "c-0000000001"


def a_record(  # noqa: D103 named as what it returns
    name: str,
    origin: Origin = Origin.MACHINE,
    *,
    state: State = State.UNCHECKED,
    language: str = "fr",
    clip: str = FIRST,
) -> TranscriptRecord:
    return TranscriptRecord(
        id=TranscriptId(name),
        clip=ClipId(clip),
        path=f"transcripts/{name}.json",
        sha256=name,
        language=language,
        origin=origin,
        state=state,
        segments=1,
    )


def names(*records: TranscriptRecord) -> list[str]:
    """Return the ids of those that are current."""
    return [record.id for record in current_transcripts(records)]


def test_the_newest_counts_among_equals() -> None:
    """A better model's words take the place of a worse one's."""
    assert ["new"] == names(a_record("old"), a_record("new"))


def test_what_people_did_counts_more_than_what_is_newer() -> None:
    """Corrected before imported before a machine's, in whatever order they came."""
    machine = a_record("machine")
    imported = a_record("imported", Origin.IMPORTED)
    corrected = a_record("corrected", Origin.CORRECTED)

    assert ["corrected"] == names(corrected, imported, machine)
    assert ["imported"] == names(imported, machine)
    assert ["corrected"] == names(machine, imported, corrected)


def test_checked_counts_more_than_corrected() -> None:
    """Who checked a transcript decided on it."""
    checked = a_record("checked", state=State.CHECKED)
    approved = a_record("approved", state=State.APPROVED)
    corrected = a_record("corrected", Origin.CORRECTED)

    assert ["checked"] == names(checked, corrected)
    assert ["approved"] == names(approved, checked)


def test_each_clip_and_language_has_its_own() -> None:
    """A region does not make another language."""
    assert ["fr", "en", "other"] == names(
        a_record("fr"),
        a_record("en", language="en"),
        a_record("other", clip="c-0000000002"),
    )
    assert ["new"] == names(a_record("old", language="fr-ML"), a_record("new"))


def test_translations_do_not_supersede_what_was_said() -> None:
    """Nor do they supersede each other's kind."""
    records = (
        a_record("said", Origin.CORRECTED),
        a_record("oral", Origin.ORAL_TRANSLATION),
        a_record("old", Origin.TRANSLATION),
        a_record("new", Origin.TRANSLATION),
    )

    assert ["said", "oral", "new"] == names(*records)


def test_a_machines_translation_does_not_supersede_a_persons() -> None:
    """Nor is it taken first, however new it is."""
    human = a_record("human", Origin.TRANSLATION)
    machine = a_record("machine", Origin.MACHINE_TRANSLATION, state=State.CHECKED)

    assert ["human", "machine"] == names(human, machine)
    assert ["human", "machine"] == [one.id for one in preferred([human, machine])]


def test_none_has_none() -> None:
    """No transcripts, none that count."""
    assert [] == names()


def test_the_one_to_take_first_is_current_speech() -> None:
    """Then translations, then what is superseded, newer before older."""
    checked = a_record("checked", state=State.CHECKED)
    again = a_record("again")
    translated = a_record("translated", Origin.TRANSLATION, language="en")

    order = [record.id for record in preferred([checked, again, translated])]

    assert ["checked", "translated", "again"] == order
