"""Which language people are answered in."""

import pytest

from mediakit.i18n.language import known_languages, wanted_language


def test_knows_english_and_french() -> None:
    """The two languages promised are there."""
    assert known_languages() == ("en", "fr")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"MEDIAKIT_LANG": "fr"}, "fr"),
        ({"MEDIAKIT_LANG": "FR"}, "fr"),
        ({"LANG": "fr_ML.UTF-8"}, "fr"),
        ({"LANG": "fr_FR@euro"}, "fr"),
        ({"LANG": "French_France.1252"}, "fr"),
        ({"LANG": "English_United States.1252"}, "en"),
        ({"LANG": "fr-ML"}, "fr"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "xx"}, "en"),
        ({"LANG": ""}, "en"),
        ({"LANGUAGE": "bm:fr:en"}, "fr"),
        ({"LC_MESSAGES": "fr_ML.UTF-8"}, "fr"),
    ],
)
def test_reads_what_the_environment_asks_for(
    environ: dict[str, str], language: str
) -> None:
    """Names of locales from every system are understood; the unknown is English."""
    assert language == wanted_language(environ)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("MEDIAKIT_LANG", "LANGUAGE"),
        ("LANGUAGE", "LC_ALL"),
        ("LC_ALL", "LC_MESSAGES"),
        ("LC_MESSAGES", "LANG"),
    ],
)
def test_asks_the_variables_in_the_order_of_gettext(first: str, then: str) -> None:
    """The more particular variable decides."""
    assert wanted_language({first: "fr", then: "en"}) == "fr"
    assert wanted_language({first: "en", then: "fr"}) == "en"


def test_an_unknown_wish_leaves_the_choice_to_the_next() -> None:
    """Somebody who asks for Bambara on a French machine reads French."""
    assert wanted_language({"MEDIAKIT_LANG": "bm", "LANG": "fr_ML"}) == "fr"


def test_plain_c_asks_for_english_whatever_comes_after() -> None:
    """Scripts that set LC_ALL=C read English."""
    assert wanted_language({"LC_ALL": "C", "LANG": "fr_ML"}) == "en"


def test_the_machine_decides_when_the_environment_says_nothing() -> None:
    """A French Windows, which sets none of the variables, is answered in French."""
    assert wanted_language({}, "French_France") == "fr"
    assert wanted_language({"MEDIAKIT_LANG": "en"}, "French_France") == "en"
