"""The few letters that edit decision lists may hold."""

import unicodedata

_LIKE = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ŋ": "ng", "ɲ": "ny"}
    | {"Ŋ": "Ng", "Ɲ": "Ny", "Ɓ": "B", "Ɗ": "D", "Ɛ": "E", "Ɔ": "O", "Ƴ": "Y"}
    | {
        "ɓ": "b",
        "ɗ": "d",
        "ɛ": "e",
        "ɔ": "o",
        "ƴ": "y",
        "\u2019": "'",
        "\u2018": "'",
        "…": "...",
    }
    | {
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u202f": " ",
    }
)


def plain_text(text: str) -> str:
    """Return *text* on one line, in ASCII: letters without accents, others as ``?``."""
    apart = unicodedata.normalize("NFKD", text.translate(_LIKE))
    base = "".join(letter for letter in apart if not unicodedata.combining(letter))
    plain = base.encode("ascii", "replace").decode()
    return " ".join("".join(x if x.isprintable() else " " for x in plain).split())
