"""The languages Whisper was trained on, under their BCP 47 tags.

The table of https://github.com/openai/whisper/blob/main/whisper/tokenizer.py,
in the order of the models' language tokens. None of Bambara, Fulfulde, Songhay
and Tamasheq is in it.
"""

_TABLE = """
en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da
hu ta no th ur hr bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy
ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht
ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jv su yue
"""
TAGS = tuple(_TABLE.split())
ENGLISH_ONLY = TAGS[:1]

# where Whisper's own code is not the tag
_CODES = {"jv": "jw"}


def code(tag: str) -> str | None:
    """Return Whisper's code of a language, or ``None`` if it has no token for it."""
    return _CODES.get(tag, tag) if tag in TAGS else None
