"""What a report leaves out because somebody wished so: said at its top."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.i18n.values import session_kind
from mediakit.reports.facts import Wish


def limits(wish: Wish) -> Iterator[str]:
    """Yield a sentence for everything that was wished for."""
    if wish.theme is not None:
        yield _("Only the theme {theme} and those below it.").format(
            theme=wish.theme.path
        )
    if wish.strong:
        yield _("Only strong quotes.")
    yield from _sessions(wish)


def _sessions(wish: Wish) -> Iterator[str]:
    some = wish.sessions
    if some.kind is not None:
        yield _("Only sessions of this sort: {kind}.").format(
            kind=session_kind(some.kind)
        )
    named = {
        _("Only sessions in the region {name}."): some.region,
        _("Only sessions at the place {name}."): some.place,
        _("Only sessions of the group {name}."): some.group,
        _("Only sessions of the community {name}."): some.community,
    }
    for text, name in named.items():
        if name:
            yield text.format(name=name)
    if some.first and some.last:
        yield _("Only sessions from {first} to {last}.").format(
            first=some.first, last=some.last
        )
    elif some.first:
        yield _("Only sessions on {day} or later.").format(day=some.first)
    elif some.last:
        yield _("Only sessions on {day} or earlier.").format(day=some.last)
