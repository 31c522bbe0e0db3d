"""What a quote was taken out of."""

import pytest

from mediakit.model.context import Context, context_of
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Word


def spoken(text: str, *, start: int = 0, speaker: str = "A") -> Segment:
    """Return words of half a second each, one after the other."""
    words = tuple(
        Word(start + 500 * place, start + 500 * place + 500, word)
        for place, word in enumerate(text.split())
    )
    return Segment(
        start=start, end=words[-1].end, text=text, words=words, speaker=speaker
    )


def taken(*segments: Segment, start: int, end: int, language: str = "fr") -> Context:
    """Return what surrounds a part in which somebody speaks."""
    found = context_of(segments, TimeRange(start, end), language)
    assert found is not None
    return found


def test_a_whole_sentence_lacks_nothing() -> None:
    """Whatever is said before and after it."""
    said = spoken("Il fait beau. Nous avons confiance. Merci.")

    found = taken(said, start=1500, end=3000)

    assert ("", "", "", ()) == (
        found.question,
        found.before,
        found.after,
        found.negations,
    )


def test_the_rest_of_a_sentence_is_told() -> None:
    """Before the quote, and after it."""
    said = spoken("Si Dieu veut nous avons confiance en vous tous.")

    found = taken(said, start=1500, end=3000)

    assert ("Si Dieu veut", "vous tous.") == (found.before, found.after[-10:])


@pytest.mark.parametrize(
    ("language", "text", "start", "negations"),
    [
        ("fr", "Je n'ai jamais dit : ils sont tous coupables.", 2500, ("n'", "jamais")),
        ("en", "I don\u2019t believe that they are guilty.", 2000, ("don\u2019t",)),
        ("fr", "J'ai plus confiance en personne.", 1000, ("plus",)),
        ("bm", "A tɛ se ka nyɛ.", 1000, ("tɛ",)),
        ("ar", "لا أقول إنهم مذنبون.", 1000, ("لا",)),
        ("xx", "Je ne dis rien de cela.", 1500, ()),
    ],
)
def test_a_negation_that_is_cut_off_is_told(
    language: str, text: str, start: int, negations: tuple[str, ...]
) -> None:
    """In the languages of which it is known how they say no."""
    said = spoken(text)

    found = taken(said, start=start, end=said.end, language=language)

    assert negations == found.negations


@pytest.mark.parametrize(
    ("language", "before", "quote", "after", "negations"),
    [
        ("fr", "", "Je ne veux", "pas partir.", ("pas",)),
        ("fr", "", "C'est dangereux ici,", "n'est-ce pas ?", ()),
        ("en", "", "It is hard,", "isn't it?", ()),
        ("fr", "Je n'ai jamais vu M.", "Traoré voler.", "", ("n'", "jamais")),
        ("fr", "Je ne dis pas...", "ils sont coupables.", "", ("ne", "pas")),
        ("fr", "", "Nous avons confiance.", "Pas en l'armée.", ("pas",)),
        ("en", "", "We trust them.", "Not the army.", ("not",)),
        ("en", "They barely", "came.", "", ("barely",)),
        ("fr", "De plus en plus,", "nous partons.", "", ()),
        ("fr", "", "Ils ont", "plus ou moins rendu les armes.", ()),
        ("fr", "C'est une personne", "bien.", "", ()),
        ("fr", "Personne", "n'a tiré.", "", ("personne",)),
        ("fr", "Non.", "Ils sont partis.", "", ("non",)),
        ("fr", "", "C'est dangereux ici,", "non ?", ()),
        ("fr", "", "Nous voulons être", "plus forts.", ()),
    ],
)
def test_what_turns_a_quote_round_is_told(
    language: str, before: str, quote: str, after: str, negations: tuple[str, ...]
) -> None:
    """Across the full stops of titles, doubts, answers and exceptions; no more."""
    said = spoken(f"Il fait beau. {before} {quote} {after} Nous dormons.")
    start = 500 * (3 + len(before.split()))

    found = taken(
        said, start=start, end=start + 500 * len(quote.split()), language=language
    )

    assert (before, after, negations) == (found.before, found.after, found.negations)


def test_an_answer_belongs_to_what_is_said_after_it() -> None:
    """Without it, the question seems to be answered otherwise."""
    asked = spoken("Avez-vous confiance ?", speaker="Q")
    answer = spoken("Non. Nous dormons dehors.", start=asked.end)
    longer = Segment(start=0, end=1000, text="Non, jamais de la vie.", speaker="A")

    found = taken(asked, answer, start=answer.start + 500, end=answer.end)

    assert ("Avez-vous confiance ?", "Non.") == (found.question, found.before)
    after = Segment(start=1000, end=2000, text="Il fait beau.", speaker="A")
    assert "" == taken(longer, after, start=1000, end=2000).before


def test_a_question_whether_it_is_so_is_no_answer() -> None:
    """What is said after it does not go on from it."""
    said = spoken("C'est dur. Non? Nous partons.")

    found = taken(said, start=1500, end=said.end)

    assert ("Non?", "", ()) == (found.question, found.before, found.negations)


def test_a_mark_that_is_cut_off_is_nothing() -> None:
    """French sets a space before some, and machines make a word of it."""
    said = spoken("Que pouvons-nous faire ensemble ?")

    assert "" == taken(said, start=0, end=2000).after


def test_words_that_look_like_a_negation_are_none() -> None:
    """Not a part of a word."""
    said = spoken("Nous nettoyons le passage et ensuite la paix.")

    assert () == taken(said, start=2500, end=said.end).negations


def test_an_answer_without_its_question_is_told() -> None:
    """Whoever asked it."""
    asked = spoken("Avez-vous peur des militaires ?", speaker="Q")
    answer = spoken("Oui, chaque nuit.", start=asked.end + 800, speaker="A")

    found = taken(asked, answer, start=answer.start, end=answer.end)

    assert "Avez-vous peur des militaires ?" == found.question
    assert "" == found.before


def test_a_question_of_long_ago_is_not_answered() -> None:
    """What is said a minute later is something else."""
    asked = spoken("Avez-vous peur ?", speaker="Q")
    later = spoken("Il fait beau.", start=asked.end + 60_000)

    assert "" == taken(asked, later, start=later.start, end=later.end).question


def test_a_quote_with_its_question_answers_nothing_else() -> None:
    """The question is heard."""
    asked = spoken("Avez-vous peur ?", speaker="Q")
    answer = spoken("Oui.", start=asked.end, speaker="A")

    assert "" == taken(asked, answer, start=0, end=answer.end).question


def test_speech_around_a_quote_is_measured() -> None:
    """As long as the same person goes on without a breath."""
    first = spoken("Une phrase ici.")
    quote = spoken("Le coeur du propos.", start=first.end + 500)
    last = spoken("Et la suite.", start=quote.end + 500)
    much_later = spoken("Autre chose.", start=last.end + 10_000)

    found = taken(first, quote, last, much_later, start=quote.start, end=quote.end)

    assert (2000, 2000) == (found.earlier, found.later)
    assert last.end == found.spoken


def test_without_full_stops_a_segment_is_a_sentence() -> None:
    """As machines write some languages."""
    first = Segment(start=0, end=2000, text="an bena")
    second = Segment(start=2000, end=4000, text="an taara")

    found = taken(first, second, start=2000, end=4000, language="bm")

    assert ("", "") == (found.before, found.after)


def test_a_cut_inside_a_segment_without_timed_words_is_told() -> None:
    """All of it may be meant: nobody knows where the words lie."""
    said = Segment(start=0, end=10_000, text="Nous avons confiance.")

    found = taken(said, start=2000, end=10_000)

    assert "Nous avons confiance." == found.before


@pytest.mark.parametrize(
    ("start", "end", "before", "after"),
    [
        (3000, 7000, "Nous n'avons pas confiance", ""),
        (7000, 9000, "Nous n'avons pas confiance", ""),
        (8000, 12_000, "Nous n'avons pas confiance", "en elle."),
        (11_000, 14_000, "Nous n'avons pas confiance en elle.", ""),
    ],
    ids=["its-middle", "beside-its-middle", "two", "the-end"],
)
def test_a_part_of_a_segment_without_timed_words_is_told_once(
    start: int, end: int, before: str, after: str
) -> None:
    """Wherever it is cut: all of the segments it touches."""
    said = (
        Segment(start=0, end=10_000, text="Nous n'avons pas confiance"),
        Segment(start=10_000, end=14_000, text="en elle."),
    )

    found = taken(*said, start=start, end=end)

    assert (before, ("n'", "pas")) == (found.before, found.negations)
    assert after in found.after


def test_silence_has_no_context() -> None:
    """There is nothing to take out of it."""
    assert context_of([spoken("Oui.")], TimeRange(9000, 9500), "fr") is None
