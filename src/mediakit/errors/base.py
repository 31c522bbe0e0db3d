"""The root of every error, and the sentences it is told in."""

import re
from typing import Any, ClassVar, Self

INTERRUPTED = 130
"""The exit status of what Ctrl-C ended, as shells have it."""


def sentence(text: str) -> str:
    """Mark *text* as one to translate, and return it as it is."""
    return text


class Reason(str):
    """A sentence with values: it reads in English, and can be said otherwise.

    Attributes:
        text: The sentence, marked, with the names of its values.
        values: By name.
    """

    __slots__ = ("text", "values")

    text: str
    values: dict[str, object]

    def __new__(cls, text: str, /, **values: object) -> Self:
        """Fill the values in, in English."""
        reason = super().__new__(cls, text.format(**values))
        reason.text, reason.values = text, values
        return reason

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Keep the values when an error travels between processes."""
        return (self.text,), self.values


class Reasons(str):
    """Several sentences with values, one a line.

    Attributes:
        each: The sentences.
    """

    __slots__ = ("each",)

    each: tuple[Reason, ...]

    def __new__(cls, *each: Reason) -> Self:
        """Put the sentences below one another, in English."""
        reasons = super().__new__(cls, "\n".join(each))
        reasons.each = each
        return reasons

    def __getnewargs_ex__(self) -> tuple[tuple[Reason, ...], dict[str, object]]:
        """Keep the sentences when an error travels between processes."""
        return self.each, {}


class MediakitError(Exception):
    """The root of every error mediakit raises on purpose.

    Attributes:
        details: The values of the message, by name; they go into ``--json``.
    """

    message: ClassVar[str]
    exit_status: ClassVar[int]

    # Any: values of every type a message can show
    def __init__(self, **details: Any) -> None:
        super().__init__(details)
        self.details = details

    def __str__(self) -> str:
        return self.message.format(**self.details)

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the details when an error travels between processes."""
        return _rebuild, (type(self), self.details)

    @property
    def code(self) -> str:
        """The stable name of the situation, as ``clip_not_found``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


def _rebuild(kind: type[MediakitError], details: dict[str, Any]) -> MediakitError:
    return kind(**details)
