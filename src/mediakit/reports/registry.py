"""The reports, by what people type."""

from collections.abc import Iterator
from typing import Protocol

from mediakit.reports import (
    consent,
    missing,
    quotes,
    screenings,
    theme_region,
    theme_session,
    theme_sex,
    theme_status,
    theme_theme,
    theme_time,
    transcription,
)
from mediakit.reports.facts import Material, Wish
from mediakit.reports.limits import limits
from mediakit.reports.need import Need, Takes
from mediakit.reports.table import Report, Table


class Subject(Protocol):
    """What a report is about.

    Attributes:
        NAME: As typed.
        NEEDS: What has to be gathered for it.
        TAKES: The wishes that change it.
    """

    NAME: str
    NEEDS: frozenset[Need]
    TAKES: frozenset[Takes]

    def title(self) -> str:
        """Return what it is about, in words."""
        ...

    def tables(self, material: Material, wish: Wish) -> Iterator[Table]:
        """Yield its tables, the one that it is about first."""
        ...


SUBJECTS: tuple[Subject, ...] = (
    theme_region,
    theme_sex,
    theme_session,
    theme_time,
    theme_theme,
    theme_status,
    missing,
    screenings,
    quotes,
    transcription,
    consent,
)
NAMES = tuple(subject.NAME for subject in SUBJECTS)


def subject_named(name: str) -> Subject:
    """Return the one with one of `NAMES`."""
    return next(subject for subject in SUBJECTS if name == subject.NAME)


def report(subject: Subject, material: Material, wish: Wish) -> Report:
    """Return a report."""
    return Report(
        name=subject.NAME,
        title=subject.title(),
        library=material.library,
        day=material.day,
        limits=tuple(limits(wish)),
        tables=tuple(subject.tables(material, wish)),
    )
