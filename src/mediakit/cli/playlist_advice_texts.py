"""Lines that tell what a check of a playlist found."""

from collections.abc import Iterable, Iterator
from gettext import gettext as _

from mediakit.cli.labels import session_line
from mediakit.cli.playlist_texts import time_taken
from mediakit.cli.reasons import in_words
from mediakit.i18n.values import trait_value
from mediakit.model.balance import Balance, Trait
from mediakit.model.timecode import format_time
from mediakit.workflows.check_playlist import CheckedPlaylist
from mediakit.workflows.playlist_advice import Advice


def advice_line(advice: Advice) -> str:
    """Return what something to do is about, what it is, and what to do."""
    told = in_words(advice.reason)
    if advice.remedy:
        told = f"{told} {in_words(advice.remedy)}"
    if not advice.items:
        return told
    return _("{name}: {told}").format(name=" ".join(advice.items), told=told)


def advice_lines(advice: Iterable[Advice]) -> Iterator[str]:
    """Yield what is to be done: what blocks, and what is advised."""
    found = list(advice)
    for head, blocks in ((_("In the way:"), True), (_("To think of:"), False)):
        some = [one for one in found if one.blocks is blocks]
        if some:
            yield head
        yield from (f"  {advice_line(one)}" for one in some)


def advice_json(checked: CheckedPlaylist) -> dict[str, object]:
    """Return what programs read."""
    return {
        "playlist": checked.playlist,
        "session": checked.session and checked.session.id,
        "scope": checked.scope,
        "day": checked.day,
        "duration": checked.duration,
        "budget": checked.budget,
        "blocked": bool(checked.blocking),
        "advice": [
            {
                "matter": one.matter,
                "items": one.items,
                "blocks": one.blocks,
                "text": advice_line(one),
            }
            for one in checked.advice
        ],
        "balance": checked.balance,
    }


def check_lines(checked: CheckedPlaylist) -> Iterator[str]:
    """Yield what was found: what blocks, what is advised, who is heard."""
    yield f"{checked.playlist}  {checked.title}"
    room = session_line(checked.session) if checked.session else "-"
    yield _("Session: {session}").format(session=room)
    yield _("Scope: {scope}").format(scope=checked.scope)
    time = time_taken(checked.duration, checked.budget)
    yield _("Time: {time}").format(time=time)
    yield from advice_lines(checked.advice)
    if checked.balance:
        yield _("Who and what is heard:")
        for one in checked.balance:
            yield from (f"  {line}" for line in _balance_lines(one))
    if any(one.missing for one in checked.balance):
        yield _(
            "Find who is missing with 'mediakit search WORDS --add-to {playlist}'."
        ).format(playlist=checked.playlist)
    if not checked.advice:
        yield _("Nothing speaks against it.")


def _balance_lines(balance: Balance) -> Iterator[str]:
    heard = ", ".join(
        f"{trait_value(balance.trait, value)} {format_time(max(1000, round(time, -3)))}"
        for value, time in balance.heard.items()
    )
    yield _trait(balance.trait).format(heard=heard or "-")
    if balance.missing:
        missing = (trait_value(balance.trait, value) for value in balance.missing)
        yield "  " + _("not heard: {missing}").format(missing=", ".join(missing))
    if balance.unknown:
        codes = " ".join(balance.unknown)
        yield "  " + _unknown(balance.trait).format(items=codes)


def _trait(trait: Trait) -> str:
    return {
        Trait.REGION: _("Regions: {heard}"),
        Trait.SEX: _("Women and men: {heard}"),
        Trait.AGE_GROUP: _("Age groups: {heard}"),
        Trait.LANGUAGE: _("Languages: {heard}"),
        Trait.THEME: _("Themes: {heard}"),
    }[trait]


def _unknown(trait: Trait) -> str:
    """Return how it can be said what nobody has said."""
    if trait is Trait.LANGUAGE:
        return _("not said for {items}: 'mediakit clip edit CLIP --language LANG'")
    if trait is Trait.THEME:
        return _("none for {items}: 'mediakit clip theme CLIP THEME'")
    return _("not said for {items}: 'mediakit voice add', 'mediakit person edit'")
