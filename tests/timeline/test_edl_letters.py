"""Edit decision lists hold plain letters, and stay as readable as can be."""

import pytest

from mediakit.timeline.edl_letters import plain_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("«\u202fÇa va, l\u2019aînée…\u202f»", '" Ca va, l\'ainee... "'),
        ("Ɲe tɛ dɔn Ɛ", "Nye te don E"),
        (
            "l'œuvre \u2013 une\nligne\tet une autre",
            "l'oeuvre - une ligne et une autre",
        ),
        ("لا", "??"),
        ("\x00\x1b[2J", "[2J"),
    ],
)
def test_a_text_is_one_plain_line(text: str, plain: str) -> None:
    """Without accents; what has no plain letter is a question mark."""
    assert plain == plain_text(text)
