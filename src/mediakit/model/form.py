"""A form: what another tool's list of sessions calls the things a session has.

Forms of KoBoToolbox and ODK name their questions as whoever made them liked, and
their answers by codes. ``mediakit.toml`` says which is which::

    [import.sessions]
    date = "group_a/date"
    languages = "group_a/langues"
    date_order = "day-first"
    present = { "female/18-35" = "group_b/femmes_jeunes" }
    values.kind = { fgd = "focus-group" }
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mediakit.errors.base import Reason, sentence
from mediakit.errors.typed import PresenceNotUnderstood
from mediakit.model.presence import Presence, parse_presence

FIELDS = (
    "id",
    "title",
    "kind",
    "date",
    "group",
    "community",
    "place",
    "region",
    "country",
    "languages",
    "facilitators",
    "partner",
    "people",
    "present",
    "notes",
    "source",
)
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"

_PRESENT, _VALUES, _DATE_ORDER = "present", "values", "date_order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What ``[import.sessions]`` of ``mediakit.toml`` says.

    Attributes:
        columns: The heading of the column of each field that was named.
        present: Whom each column counts whose number is of people of one sort.
        values: What the answers to a field mean, by field and by answer.
        date_order: How dates such as 12/03/2026 are to be read; empty if nobody has
            said: then those that can be read in two ways are refused.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    present: Mapping[str, Presence] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    date_order: str = ""


def form_from(said: Mapping[str, object]) -> Form:
    """Return the form that a table of ``mediakit.toml`` describes.

    Raises:
        TypeError: It says something that no form says; with a `Reason`.
    """
    said = dict(said)
    present: dict[str, Presence] = {}
    if isinstance(said.get(_PRESENT), dict):
        for who, heading in _texts(_PRESENT, said.pop(_PRESENT)).items():
            present[heading] = _who(who)
    values = {
        name: _texts(f"{_VALUES}.{_known(name)}", meanings)
        for name, meanings in _table(_VALUES, said.pop(_VALUES, {})).items()
    }
    order = said.pop(_DATE_ORDER, "")
    if not isinstance(order, str) or order not in {"", DAY_FIRST, MONTH_FIRST}:
        orders = f"'{DAY_FIRST}', '{MONTH_FIRST}'"
        reason = sentence("{key} must be one of {choices}")
        raise TypeError(Reason(reason, key=_DATE_ORDER, choices=orders))
    columns = {_known(name): one for name, one in _texts("sessions", said).items()}
    return Form(columns=columns, present=present, values=values, date_order=order)


def _table(key: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(Reason(sentence("{key} must be a table, [{key}]"), key=key))
    return value


def _texts(key: str, value: object) -> dict[str, str]:
    for name, text in _table(key, value).items():
        if not isinstance(text, str):
            raise TypeError(
                Reason(sentence("{key} must be a text in quotes"), key=f"{key}.{name}")
            )
    return {name: str(text) for name, text in _table(key, value).items()}


def _known(name: str) -> str:
    if name not in FIELDS:
        reason = sentence("{key} is nothing that a session has; it has {choices}")
        raise TypeError(Reason(reason, key=name, choices=", ".join(FIELDS)))
    return name


def _who(typed: str) -> Presence:
    try:
        return parse_presence(f"{typed}=0")
    except PresenceNotUnderstood as error:
        reason = sentence("'{who}' says nobody; write 'female/18-35' or 'male'")
        raise TypeError(Reason(reason, who=typed)) from error
