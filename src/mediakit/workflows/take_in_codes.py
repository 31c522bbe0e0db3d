"""Find or make the themes that the codes of another tool are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from mediakit.catalog.catalog import Records
from mediakit.errors.themes import ThemePathInvalid
from mediakit.exchange.refi_codes import Code
from mediakit.model.codebook import codebook
from mediakit.model.guid import guid_of, id_of
from mediakit.model.ids import ThemeId, is_id
from mediakit.model.theme import Theme, theme_path

_LETTER = "th"
_NOBODYS = "und"
_LONGEST = 8  # of a GUID, where a name has no letter that a path may have


class HowThemed(StrEnum):
    """What became of a code."""

    ADDED = "added"
    KNOWN = "known"
    DIFFERENT = "different"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class TakenCode:
    """A code that was read.

    Attributes:
        theme: The theme that it is, as the catalog has it afterwards.
        how: Whether it is new, known, says something else, or changed that.
        different: The fields in which code and catalog differ, or differed.
    """

    theme: Theme
    how: HowThemed
    different: tuple[str, ...] = ()


class CodesTakenIn:
    """The codes of one file and the themes they are.

    A code that was written here is known again wherever it is in the tree; any other
    by its place there. One that only holds others is no theme of its own, unless
    it says what it means.

    Args:
        records: The catalog.
        keep: What keeps a theme and returns it as kept.
        tag: The language that names are in; empty if nobody says.
        update: Change known themes of which the file says something else.

    Attributes:
        taken: What became of each code, by its GUID.
    """

    def __init__(
        self,
        records: Records,
        keep: Callable[[Theme], Theme],
        *,
        tag: str = "",
        update: bool = False,
    ) -> None:
        themes = records.all(Theme)
        book = codebook(themes)
        self._records, self._keep = records, keep
        self._tag, self._update = tag, update
        self._by_guid = {guid_of(one.id): book.standing[one.id] for one in themes}
        self._by_path = {one.path: one for one in reversed(book.themes)}
        self._new: set[str] = set()
        self._numbers: dict[str, count[int]] = {}
        self.taken: dict[str, TakenCode] = {}

    def take(self, codes: Iterable[Code], above: str = "") -> None:
        """Take codes in, and those below them."""
        for code in codes:
            path = self._path(code, above)
            if code.codable or code.description or code.colour or not code.below:
                path = self._take(code, path)
            self.take(code.below, path)

    def _path(self, code: Code, above: str) -> str:
        try:
            level = theme_path(code.name.replace("/", " "))
        except ThemePathInvalid:
            level = f"theme-{code.guid[:_LONGEST]}"
        return f"{above}/{level}".lstrip("/")

    def _take(self, code: Code, path: str) -> str:
        """Take in a code, and return the path of its theme."""
        known = self._by_guid.get(code.guid) or self._by_path.get(path)
        if known is None or (path in self._new and code.guid not in self._by_guid):
            theme = self._keep(self._made(code, path))
            self._new.add(theme.path)
            self._by_path[theme.path] = theme
            self.taken[code.guid] = TakenCode(theme, HowThemed.ADDED)
            return theme.path
        self.taken[code.guid] = self._compared(code, known)
        return known.path

    def _made(self, code: Code, path: str) -> Theme:
        free, numbers = path, self._numbers.setdefault(path, count(2))
        while free in self._by_path:
            free = f"{path}-{next(numbers)}"
        id_ = id_of(code.guid)
        if not is_id(_LETTER, id_):
            id_ = self._records.new_id(Theme)
        return Theme(
            id=ThemeId(id_),
            path=free,
            labels={self._tag or _NOBODYS: code.name or free},
            definition=code.description,
            colour=code.colour,
        )

    def _compared(self, code: Code, known: Theme) -> TakenCode:
        said = replace(
            known,
            definition=code.description or known.definition,
            colour=code.colour or known.colour,
        )
        if code.name and code.name not in {*known.labels.values(), known.level}:
            said = replace(
                said, labels=known.labels | {self._tag or _NOBODYS: code.name}
            )
        fields = ("labels", "definition", "colour")
        different = tuple(
            name for name in fields if getattr(said, name) != getattr(known, name)
        )
        if not different:
            return TakenCode(known, HowThemed.KNOWN)
        if not self._update:
            return TakenCode(known, HowThemed.DIFFERENT, different)
        kept = self._keep(said)
        return TakenCode(kept, HowThemed.CHANGED, different)
