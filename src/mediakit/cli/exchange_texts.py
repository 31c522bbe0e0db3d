"""What is said of exchanges with other research tools."""

from collections.abc import Iterator, Mapping
from gettext import gettext as _

from mediakit.cli.output import say
from mediakit.cli.reasons import in_words
from mediakit.errors.base import Reasons


def say_lost(lost: Reasons) -> None:
    """Say what a file cannot hold, if anything."""
    if lost:
        say(_("The file cannot hold, so it is not in it:"))
        say(in_words(lost))


def counted(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield how much of what an import came to, one thing a line."""
    texts = {
        "themes_added": _("themes added: {count}"),
        "themes_known": _("themes there already: {count}"),
        "themes_different": _(
            "themes there already, but different: {count}; --update changes them"
        ),
        "themes_changed": _("themes changed: {count}"),
        "codings_added": _("codings added: {count}"),
        "codings_known": _("codings there already: {count}"),
        "transcripts_added": _("transcripts added: {count}"),
        "transcripts_known": _("transcripts there already: {count}"),
        "people_added": _("people added: {count}; nobody has asked them yet"),
        "voices_added": _("voices added: {count}"),
    }
    for thing, text in texts.items():
        if counts.get(thing):
            yield text.format(count=counts[thing])
