"""Language tags (BCP 47), as short as they can be written.

Two-letter codes of ISO 639-1 where there is one, else three-letter codes of
ISO 639-3; region and script are kept (``fr-ML``). The three-letter codes of
languages spoken where mediakit is used are brought to their short form, so that
``bam`` and ``bm`` are one language in every list and search.
"""

import re

from mediakit.errors import LanguageNotUnderstood

_TAG = re.compile(r"([a-z]{2,3})((?:-[a-z0-9]{2,8})*)", re.ASCII | re.IGNORECASE)

# ISO 639-3 (and 639-2) to ISO 639-1
_SHORT = {
    "ara": "ar",
    "arb": "ar",
    "bam": "bm",
    "deu": "de",
    "eng": "en",
    "ful": "ff",
    "ffm": "ff",
    "fuv": "ff",
    "fra": "fr",
    "fre": "fr",
    "hau": "ha",
    "kin": "rw",
    "lin": "ln",
    "por": "pt",
    "run": "rn",
    "spa": "es",
    "swa": "sw",
    "swh": "sw",
    "wol": "wo",
}

_SCRIPT, _REGION = 4, 2


def normalize_tag(typed: str) -> str:
    """Return the tag in its usual spelling: ``FRA`` is ``fr``, ``fr-ml`` is ``fr-ML``.

    Raises:
        LanguageNotUnderstood: The text is no language tag.
    """
    match = _TAG.fullmatch(typed.strip().replace("_", "-"))
    if match is None:
        raise LanguageNotUnderstood(text=typed)
    language = match[1].lower()
    parts = [_SHORT.get(language, language)]
    for part in match[2].lstrip("-").split("-") if match[2] else []:
        if len(part) == _SCRIPT and part.isalpha():
            parts.append(part.title())
        elif len(part) == _REGION:
            parts.append(part.upper())
        else:
            parts.append(part.lower())
    return "-".join(parts)


def primary(tag: str) -> str:
    """Return the language of a tag without region and script: ``fr`` of ``fr-ML``."""
    return tag.split("-", 1)[0]
