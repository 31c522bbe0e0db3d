"""Words that turn a sentence round, and those that only look like it."""

import pytest

from mediakit.model.negation import negations

TURNED = [
    ("fr", "", "Les enfants ne viennent", "plus à l'école.", ("plus",)),
    ("fr", "Nous n'avons plus", "confiance.", "", ("n'", "plus")),
    ("fr", "", "Il n\u2019y a", "plus d\u2019eau.", ("plus",)),
    ("fr", "", "Je ne suis", "plus fort.", ("plus",)),
    ("fr", "", "La paix est là.", "Plus jamais la guerre.", ("plus", "jamais")),
    ("fr", "J'ai plus", "confiance en lui.", "", ("plus",)),
    ("fr", "", "On va", "plus au marché.", ("plus",)),
    ("fr", "", "Ils viennent", "plus.", ("plus",)),
    ("fr", "", "On peut", "plus sortir.", ("plus",)),
    ("fr", "", "Je veux", "plus.", ("plus",)),
    ("fr", "", "Y a", "plus de travail.", ("plus",)),
    ("fr", "", "C'est", "pas plus fort.", ("pas",)),
    ("fr", "Je ne crois", "plus en eux, ni en vous.", "", ("ne",)),
    ("fr", "", "Ils ont dit", "non ?", ("non",)),
    ("fr", "N'est-ce pas", "dangereux ?", "", ("n'", "pas")),
    ("en", "Why didn't they", "come?", "", ("didn't",)),
    ("en", "I know they aren't there,", "it is a pity.", "", ("aren't",)),
    ("en", "", "They answered", "no?", ("no",)),
    ("en", "", "They come", "no more.", ("no",)),
]
PLAIN = [
    ("fr", "", "C'est dangereux ici,", "non ?"),
    ("fr", "", "Vous avez confiance", ", non ?"),
    ("fr", "", "C'est dangereux,", "n'est-ce pas, et nous partons."),
    ("fr", "", "Aujourd'hui nous sommes", "plus forts."),
    ("fr", "C'est plus", "grand qu'avant.", ""),
    ("fr", "De plus en plus,", "nous partons.", ""),
    ("fr", "", "Les jeunes partent,", "et nous non plus."),
    ("fr", "", "Ils ont", "plus ou moins rendu les armes."),
    ("fr", "", "Il y a", "plus de gens au marché."),
    ("fr", "", "J'ai", "plus de force."),
    ("fr", "", "Nous avons", "plus confiance."),
    ("fr", "", "Il n'est pas", "plus grand que moi."),
    ("fr", "", "Ceux qui ne dorment pas, ils ont", "plus de peine."),
    ("fr", "", "Je ne dis rien", "de plus."),
    ("fr", "", "C'est le village le", "plus sûr."),
    ("fr", "", "Un peu", "plus tard ils sont venus."),
    ("fr", "", "Il court", "plus vite."),
    ("en", "", "It is hard,", "no?"),
    ("en", "", "They came,", "didn't they?"),
    ("en", "", "It is hard,", "is it not?"),
    ("en", "More and more,", "we leave.", ""),
]


@pytest.mark.parametrize(("language", "before", "quote", "after", "found"), TURNED)
def test_what_may_turn_a_sentence_round_is_found(
    language: str, before: str, quote: str, after: str, found: tuple[str, ...]
) -> None:
    """As it is written, and as people speak who leave out the 'ne'."""
    assert found == negations(before, quote, after, language)


@pytest.mark.parametrize(("language", "before", "quote", "after"), PLAIN)
def test_what_turns_nothing_round_is_not(
    language: str, before: str, quote: str, after: str
) -> None:
    """A question whether it is so, what compares, and more of something."""
    assert () == negations(before, quote, after, language)


def test_what_is_in_the_quote_itself_is_not_cut_off() -> None:
    """Whatever it says."""
    assert () == negations("Nous savons que", "je ne viens plus", "demain.", "fr")


def test_what_stands_far_before_is_not_looked_through() -> None:
    """All of a long text again for each 'plus' in it would take minutes."""
    far = "Je ne " + "sais " * 100

    assert negations("", far, "plus tard", "fr") == ()
    assert negations("", far[:60], "plus tard", "fr") == ("plus",)
