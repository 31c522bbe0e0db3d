"""Language tags (BCP 47), as short as they can be written.

Two-letter codes of ISO 639-1 where there is one, else three-letter codes of
ISO 639-3; region and script are kept (``fr-ML``). The three-letter codes of
languages spoken where mediakit is used are brought to their short form, so that
``bam`` and ``bm`` are one language in every list and search.
"""

import re

from mediakit.errors.typed import LanguageNotUnderstood

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

# ISO 639-1
_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr "
    "cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu "
    "gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk "
    "kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms "
    "mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro "
    "ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl "
    "tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)

_SCRIPT, _REGION = 4, 2
# Arabic with Hassaniya and its other forms, Hebrew, Persian, Urdu, Pashto...
_LEFTWARDS = {
    "ar",
    "aeb",
    "apd",
    "arq",
    "ary",
    "dv",
    "fa",
    "he",
    "mey",
    "ps",
    "ur",
    "yi",
}
# ... and what is written in N'Ko, Adlam, or Arabic letters
_LEFTWARD_SCRIPTS = {"Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa"}


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


def tag_or_nothing(text: str) -> str:
    """Return the tag that *text* is, or nothing: files of others may say anything."""
    try:
        return normalize_tag(text)
    except LanguageNotUnderstood:
        return ""


def is_known(tag: str) -> bool:
    """Tell whether the language of a tag has a code of two letters."""
    return primary(tag) in _TWO_LETTERS.split()


def primary(tag: str) -> str:
    """Return the language of a tag without region and script: ``fr`` of ``fr-ML``."""
    return tag.split("-", 1)[0]


def is_written_leftwards(tag: str) -> bool:
    """Tell whether the language of a tag is written from right to left."""
    scripts = [part for part in tag.split("-")[1:] if len(part) == _SCRIPT]
    if scripts:
        return scripts[0] in _LEFTWARD_SCRIPTS
    return primary(tag) in _LEFTWARDS
