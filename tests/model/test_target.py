"""What a programme means to do, as ``mediakit.toml`` says it."""

import pytest

from mediakit.errors.library import SettingsInvalid
from mediakit.library import Library
from mediakit.model.ids import PersonId
from mediakit.model.person import Person, Sex
from mediakit.model.session import SessionKind
from mediakit.model.target import Group, Target, shared
from mediakit.settings import read_settings


def test_a_hundred_groups_in_eight_regions_are_shared() -> None:
    """The first four regions take one more."""
    regions = ("Gao", "Kidal", "Kayes", "Ménaka", "Mopti", "Ségou", "Sikasso", "Tidi")

    assert [13, 13, 13, 13, 12, 12, 12, 12] == [*shared(100, regions).values()]


def test_targets_are_a_number_or_a_number_a_region(library: Library) -> None:
    """And groups are of one sex, of one age group, or of both."""
    library.settings_file.write_text(
        'regions = ["Gao", "Mopti"]\n'
        '[targets]\ngroups = ["female/18-35", "male", "60+"]\n'
        "[targets.sessions]\nfocus-group = 3\ninterview = { Mopti = 4 }\n"
    )

    targets = read_settings(library).targets

    assert (
        Target(SessionKind.FOCUS_GROUP, {"Gao": 2, "Mopti": 1}),
        Target(SessionKind.INTERVIEW, {"Mopti": 4}),
    ) == targets.sessions
    assert (
        Group(Sex.FEMALE, "18-35"),
        Group(Sex.MALE),
        Group(age_group="60+"),
    ) == targets.groups


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("[targets]\nfocus-group = 3", "targets.focus-group is no target"),
        ("[targets]\ngroups = 3", "targets.groups must be a list of texts"),
        ('[targets]\ngroups = ["elders"]', "'elders' says nobody"),
        ("[targets]\nsessions = 3", "targets.sessions must be a table"),
        ("[targets.sessions]\nfocusgroup = 3", "focusgroup is no kind of session"),
        ('[targets.sessions]\nfocus-group = "3"', "focus-group must be a number"),
        ("[targets.sessions]\nfocus-group = -3", "focus-group must be a number"),
        ("[targets.sessions]\nfocus-group = true", "focus-group must be a number"),
        (
            "[targets.sessions]\nfocus-group = { Gao = 1.5 }",
            "focus-group must be a number, or a number a region",
        ),
        ("[targets.sessions]\nfocus-group = 3", "cannot be shared: no regions"),
    ],
)
def test_a_target_that_says_nothing_is_refused(
    library: Library, lines: str, said: str
) -> None:
    """With one sentence that names it."""
    library.settings_file.write_text(f"{lines}\n")

    with pytest.raises(SettingsInvalid, match=said):
        read_settings(library)


@pytest.mark.parametrize(
    ("group", "belongs"),
    [
        (Group(Sex.FEMALE), True),
        (Group(Sex.MALE), False),
        (Group(Sex.FEMALE, "18-35 "), True),
        (Group(Sex.FEMALE, "60+"), False),
        (Group(age_group="18-35"), True),
    ],
)
def test_people_belong_to_groups_by_what_is_recorded(
    group: Group, *, belongs: bool
) -> None:
    """Ages are compared as names are."""
    mariam = Person(id=PersonId("p-1"), name="M", sex=Sex.FEMALE, age_group="18-35")

    assert belongs == group.has(mariam)
