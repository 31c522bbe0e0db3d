"""The language of everything people read: chosen once, before commands load.

All texts, Click's own among them, are in gettext's default domain
``messages``: Click asks for its words there and nowhere else.
"""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

LOCALES = Path(__file__).with_name("locale")
DOMAIN = "messages"
SOURCE = "en"

_VARIABLES = ("MEDIAKIT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def known_languages() -> tuple[str, ...]:
    """Return the languages texts can be shown in: English and each folder of texts."""
    return (SOURCE, *sorted(path.name for path in LOCALES.iterdir() if path.is_dir()))


def machine_language() -> str:
    """Return what Windows is set to, as ``French_France``; elsewhere, nothing.

    Other systems say it in the environment.
    """
    if os.name != "nt":
        return ""
    import locale

    return locale.getlocale()[0] or ""


def wanted_language(environ: Mapping[str, str], machine: str = "") -> str:
    """Return the known language a person asks for, or English.

    Args:
        environ: ``MEDIAKIT_LANG`` comes first in it, then the variables of gettext
            in their order.
        machine: What the machine is set to, for when the environment says nothing.
    """
    known = known_languages()
    wishes = [wish for name in _VARIABLES for wish in environ.get(name, "").split(":")]
    for wish in (*wishes, machine):
        # fr_ML.UTF-8 and, on Windows, French_France.1252
        language = wish.replace("-", "_").split(".")[0].split("_")[0].lower()
        language = {"french": "fr", "english": "en"}.get(language, language)
        if language in known:
            return language
        if language in {"c", "posix"}:
            return SOURCE
    return SOURCE


def choose_language(language: str) -> None:
    """Show every text from now on in *language*.

    Must come before Click and the modules with commands are imported: they take
    the functions of gettext as they load, and translate their help.
    """
    texts = gettext.translation(DOMAIN, LOCALES, [language], fallback=True)
    # the module's own functions search the disk again for every single text
    vars(gettext).update(gettext=texts.gettext, ngettext=texts.ngettext)


def texts_in(tag: str) -> gettext.NullTranslations:
    """Return the texts in a language, for what speaks to others than who makes it.

    Args:
        tag: BCP 47 tag; English is spoken where there are no texts.
    """
    language = tag.split("-", maxsplit=1)[0].lower()
    return gettext.translation(DOMAIN, LOCALES, [language], fallback=True)
