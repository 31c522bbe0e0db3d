"""The sentences of a kit, in the language of those it is for, whoever made it."""

from collections.abc import Callable

from mediakit.errors.base import Reason
from mediakit.i18n.language import known_languages, texts_in
from mediakit.kits.plan import KitPlan
from mediakit.model.language import primary


def words_of(plan: KitPlan) -> Callable[[str], str]:
    """Return what says a sentence in the first language of a plan that has texts.

    Who leads a talk in Bambara and asks in French too would rather not read English.
    """
    known = known_languages()
    tags = (tag for tag in plan.languages if primary(tag) in known)
    return words_in(next(tags, plan.language))


def words_in(tag: str) -> Callable[[str], str]:
    """Return what says a sentence in a language, or in English where it has no texts.

    Args:
        tag: BCP 47 tag.

    Returns:
        A function of a text as it stands in the code, or of a `Reason`.
    """
    texts = texts_in(tag)

    def say(text: str) -> str:
        if isinstance(text, Reason):
            return texts.gettext(text.text).format(**text.values)
        # gettext answers the empty text with its own header
        return texts.gettext(text) if text else ""

    return say
