"""A program that changes a catalog without end, until it is killed.

What it does follows from the number of the change alone, so what a catalog holds
after *n* changes is known. Each is acknowledged with a line once it is done.
"""

import sys
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.model.ids import SessionId
from mediakit.model.session import Session

SIZE = 300
_COUNTER = "s-counter000"
_GUEST = "s-guest00000"
_FOLD_EACH = 5


def begin(catalog: Catalog) -> dict[str, str]:
    """Fill an empty catalog; return the notes of each of its sessions."""
    held = {_COUNTER: "0"} | {f"s-{number:010}": "" for number in range(SIZE)}
    with catalog.change() as change:
        for name, notes in held.items():
            _put(change, name, notes)
    catalog.close()
    return held


def after(held: dict[str, str], number: int) -> dict[str, str]:
    """Return what is held after change *number*: one edited, one come or gone."""
    notes = "x" * (number * 37 % 900)
    new = held | {_COUNTER: str(number), f"s-{number % SIZE:010}": notes}
    if number % 2:
        new[_GUEST] = notes
    else:
        new.pop(_GUEST, None)
    return new


def found(catalog: Catalog) -> dict[str, str]:
    """Return what a catalog holds."""
    return {session.id: session.notes for session in catalog.read().all(Session)}


def count(held: dict[str, str]) -> int:
    """Return how many changes were made."""
    return int(held[_COUNTER])


def run(path: Path) -> None:
    """Change the catalog until killed."""
    catalog = Catalog(path, author="Moussa")
    held = found(catalog)
    while True:
        number = count(held) + 1
        new = after(held, number)
        with catalog.change() as change:
            for name in new.keys() - held.keys() | {
                name for name in new.keys() & held.keys() if new[name] != held[name]
            }:
                _put(change, name, new[name])
            for name in held.keys() - new.keys():
                change.remove(Session, name)
        held = new
        print(number, flush=True)  # noqa: T201 this is how it acknowledges
        if number % _FOLD_EACH == 0:
            catalog.close()


def _put(change: Change, name: str, notes: str) -> None:
    change.put(Session(id=SessionId(name), title="Women of Gao", notes=notes))


if __name__ == "__main__":
    run(Path(sys.argv[1]))
