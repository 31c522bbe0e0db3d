"""Record that something left the library, as the gate let it pass."""

from collections.abc import Sequence

from mediakit.catalog.catalog import Change
from mediakit.model.ids import FilmId, UseId
from mediakit.model.leaving import Passed, joined
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind


def record_use(
    change: Change,
    passed: Passed,
    kind: UseKind,
    files: Sequence[UsedFile],
    *,
    how: str,
    ranges: Sequence[UsedRange] = (),
    loudness: float | None = None,
    known_as: UseId | None = None,
    film: FilmId | None = None,
    refused: Sequence[str] = (),
) -> Use:
    """Put a use into the catalog and return it.

    Args:
        change: The catalog.
        passed: What the gate said, at this moment.
        kind: What was made.
        files: What it consists of.
        how: How it was made.
        ranges: What is in it, where more is known of that than the gate was told.
        loudness: How loud it is, where that was evened.
        known_as: The id that it has, where the files themselves say it.
        film: The film on paper that it was made from.
        refused: The codes of its lines and covers that the gate kept back.
    """
    return change.put(
        Use(
            id=known_as or UseId(change.new_id(Use)),
            kind=kind,
            files=tuple(files),
            ranges=tuple(ranges or (UsedRange(*part) for part in joined(passed.parts))),
            scope=passed.scope,
            how=how,
            film=film,
            refused=tuple(refused),
            loudness=loudness,
            audience=passed.audience,
            recipient=passed.recipient,
            warnings=passed.warnings,
            overridden=passed.overridden,
            override=passed.override,
        )
    )


def is_recorded(use: Use, passed: Passed) -> bool:
    """Tell whether *use* says all that a new one would say of the same files."""
    return (
        use.scope,
        use.audience,
        use.recipient,
        use.warnings,
        use.overridden,
        use.override,
    ) == (
        passed.scope,
        passed.audience,
        passed.recipient,
        passed.warnings,
        passed.overridden,
        passed.override,
    )
