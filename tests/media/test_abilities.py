"""What an ffmpeg is asked for is what is used, and both programs have it."""

import re
from pathlib import Path

import pytest

import mediakit
from mediakit.media.abilities import abilities
from mediakit.media.cutting.sound import FORMATS
from tests.media.programs import BOTH, Program, bundled

pytestmark = pytest.mark.ffmpeg

MEDIA = Path(mediakit.__file__).with_name("media")


@BOTH
def test_nothing_is_lacking(program: Program) -> None:
    """The programs that tests run can do everything."""
    assert () == abilities(program()).lacking


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        (
            "filters",
            r"\.filter(?:_multi_output)?\((?:\s*\[[^]]*\],|\s*\w+,)?\s*\"(\w+)\"",
        ),
        ("encoders", r"\"c:[av]\": \"(\w+)\""),
    ],
)
def test_whatever_is_used_is_asked_for(kind: str, pattern: str) -> None:
    """A filter or encoder that is new in the code is one that doctor looks for."""
    code = "".join(path.read_text("utf-8") for path in MEDIA.rglob("*.py"))

    used = set(re.findall(pattern, code))

    assert used
    assert set() == used - set(getattr(abilities(bundled()), kind))


def test_every_sound_format_has_its_encoder_asked_for() -> None:
    """Doctor tells of each that cannot be made."""
    encoders = set(abilities(bundled()).encoders)

    assert {form.codec for form in FORMATS.values()} <= encoders
