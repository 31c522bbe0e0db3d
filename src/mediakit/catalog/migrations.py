"""What to do with catalogs that older versions of mediakit wrote.

A field with a default needs nothing here. When old documents must be changed to
be understood, or older versions must not touch new ones (a new value of an enum,
say), append one function to MIGRATIONS: the format number rises by itself. It
takes the tables of the format before and returns those of the next; it changes
nothing it was given.

Reading migrates in memory and leaves the files alone; the first change writes the
catalog in the new format, under the lock and in one piece.
"""

from collections.abc import Callable, Sequence

from mediakit.catalog.snapshot import Tables

Migration = Callable[[Tables], Tables]

MIGRATIONS: tuple[Migration, ...] = ()


def newest_format(migrations: Sequence[Migration]) -> int:
    """Return the number of the format that *migrations* lead to; the first is 1."""
    return len(migrations) + 1


def migrate(tables: Tables, found: int, migrations: Sequence[Migration]) -> Tables:
    """Return *tables* of the format *found* in the newest format."""
    for migration in migrations[found - 1 :]:
        tables = migration(tables)
    return tables
