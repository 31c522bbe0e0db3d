"""Groups that were not heard: in a region, or there on a theme."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from gettext import gettext as _

from mediakit.i18n.values import sex as sex_called
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.ids import PersonId
from mediakit.model.ladder import INTERNAL
from mediakit.model.objections import objections
from mediakit.model.target import Group
from mediakit.model.voice import Voice
from mediakit.reports.counting import left_out
from mediakit.reports.crossing import theme_columns, themes_shown, with_those_below
from mediakit.reports.facts import Material, Wish
from mediakit.reports.places import Place, place_of, places
from mediakit.reports.table import Chart, Column, Drawn, Kind, Row, Table


@dataclass(frozen=True, slots=True)
class _Heard:
    """Who was heard where.

    Attributes:
        groups: Those that are to be heard, or that are, with what they are called.
        members: The groups that each person belongs to.
        places: Where sessions were held or are to be, as places are called.
        sessions: How many sessions were held at each place.
        people: Who was heard at each place.
    """

    groups: Mapping[Group, str]
    members: Mapping[PersonId, tuple[Group, ...]]
    places: Mapping[Place, str]
    sessions: Mapping[Place, int]
    people: Mapping[Place, set[PersonId]]

    def counted(self, people: Iterable[PersonId]) -> Counter[Group]:
        """Return how many of some people belong to each group."""
        return Counter(group for one in people for group in self.members.get(one, ()))


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield who was heard in which region, and the holes by theme."""
    heard = _heard(material)
    if heard.groups:
        yield _groups(heard)
        yield _holes(material, wish, heard)


def _heard(material: Material) -> _Heard:
    about = material.about
    people: defaultdict[Place, set[PersonId]] = defaultdict(set)
    for clip, voices in about.voices.items():
        found = about.clips.get(clip)
        if found is not None:
            home = about.sessions.get(found.session) if found.session else None
            people[place_of(home)] |= {
                v.person for v in voices if v.person and _counts(material, v)
            }
    everybody = set().union(*people.values())
    groups = _wanted_groups(material, everybody)
    known = material.known.people
    return _Heard(
        {group: _called(group) for group in groups},
        {
            one: tuple(group for group in groups if group.has(known[one]))
            for one in everybody & known.keys()
        },
        places(material.regions, about.sessions.values()),
        Counter(map(place_of, about.sessions.values())),
        people,
    )


def _counts(material: Material, voice: Voice) -> bool:
    """Tell whether somebody is heard, and keeps that not even from the team."""
    if voice.person is None or not voice.heard:
        return False
    told = material.known.consents.get(voice.person, ())
    said = consent_in_force(told, voice.clip, material.day)
    return not any(objections(said, material.rules.scopes, INTERNAL, material.day))


def _wanted_groups(material: Material, people: set[PersonId]) -> tuple[Group, ...]:
    if material.targets.groups:
        return material.targets.groups
    known = material.known.people
    met = (known[one] for one in people & known.keys())
    found = {Group(one.sex, one.age_group) for one in met} - {Group()}
    return tuple(sorted(found, key=lambda group: (group.sex or "", group.age_group)))


def _called(group: Group) -> str:
    if group.sex is None:
        return group.age_group
    if not group.age_group:
        return sex_called(group.sex)
    return _("{sex} {ages}").format(sex=sex_called(group.sex), ages=group.age_group)


def _groups(heard: _Heard) -> Table:
    rows: list[Row] = []
    for place, called in heard.places.items():
        some = heard.counted(heard.people.get(place, ()))
        figures = (some[group] for group in heard.groups)
        rows.append((called, heard.sessions.get(place, 0), *figures))
    columns = _group_columns(heard)
    return Table(
        name="groups",
        title=_("People heard, by region and group"),
        columns=(
            Column("region", _("Region"), Kind.TEXT),
            Column("sessions", _("Sessions")),
            *columns,
        ),
        rows=tuple(rows),
        notes=(
            _(
                "A figure is how many people are heard in clips that were recorded "
                "there; each counts once. Only voices that somebody named are known, "
                "and who withdrew is not counted."
            ),
        ),
        chart=Chart(Drawn.GRID, "region", tuple(one.name for one in columns)),
    )


def _holes(material: Material, wish: Wish, heard: _Heard) -> Table:
    grouped = with_those_below(material)
    there = {
        place: heard.counted(heard.people.get(place, ())) for place in heard.places
    }
    rows: list[Row] = []
    for theme in themes_shown(material, wish, grouped):
        said: defaultdict[Place, set[PersonId]] = defaultdict(set)
        for one in grouped.get(theme.id, ()):
            said[place_of(one.session)] |= one.people
        for place in (place for place in heard.places if heard.sessions.get(place)):
            some = heard.counted(said[place])
            cells = [some[g] if there[place][g] else None for g in heard.groups]
            if not all(cells):
                label = theme.label(wish.language)
                rows.append((theme.path, label, heard.places[place], *cells))
    return Table(
        name="holes",
        title=_("Themes on which a group was not heard"),
        columns=(
            *theme_columns(),
            Column("region", _("Region"), Kind.TEXT),
            *_group_columns(heard),
        ),
        rows=tuple(rows),
        notes=(
            _(
                "A figure is how many people of a group are heard on the theme, or one "
                "below it. 0: the group was heard there, but not on this theme. -: "
                "nobody of this group was heard there at all."
            ),
            _("Regions without any session are not among these rows."),
            *left_out(material),
        ),
    )


def _group_columns(heard: _Heard) -> tuple[Column, ...]:
    return tuple(
        Column(f"{group.sex or ''}/{group.age_group}".strip("/"), called)
        for group, called in heard.groups.items()
    )
