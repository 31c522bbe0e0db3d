"""The errors as a family."""

import json
import pickle
from importlib import import_module
from pkgutil import iter_modules

import pytest

from mediakit import errors
from mediakit.errors.base import MediakitError, Reason
from mediakit.errors.batches import WorkFailed
from mediakit.errors.catalog import ClipNotFound

SUBJECTS = [
    import_module(f"{errors.__name__}.{found.name}")
    for found in iter_modules(errors.__path__)
]
FAMILY = MediakitError.__subclasses__()


def test_no_two_situations_share_an_exit_status() -> None:
    """A script can tell from the status alone what happened."""
    statuses = [kind.exit_status for kind in FAMILY]

    assert sorted(set(statuses)) == sorted(statuses)
    assert not {0, 1, 2, 130} & set(statuses)
    # shells say with the others that a program was not found, or was killed
    assert all(status < 126 or 165 < status < 255 for status in statuses)


@pytest.mark.parametrize("kind", FAMILY)
def test_each_situation_is_one_sentence_that_ends(kind: type[MediakitError]) -> None:
    """The text is for people, and stands with the others on its subject."""
    assert kind.message.endswith((".", "?"))
    assert kind.__doc__
    assert kind.__module__ in {subject.__name__ for subject in SUBJECTS}


def test_an_error_travels_between_processes() -> None:
    """Kind and details survive pickling."""
    error = pickle.loads(pickle.dumps(ClipNotFound(id="c-1")))  # noqa: S301 our own

    assert "clip_not_found" == error.code
    assert {"id": "c-1"} == error.details
    assert "No clip has the id c-1." in str(error)


def test_a_reason_travels_with_its_values() -> None:
    """The other process can say it in another language; as JSON it is a text."""
    reason = Reason("more than {text}, {{}} and {cls}", text="{1}", cls=3)

    error = WorkFailed(item="a", reason=reason)
    found = pickle.loads(pickle.dumps(error))  # noqa: S301 our own bytes

    assert f"{found}".endswith(": more than {1}, {} and 3.")
    assert (reason, reason.text, reason.values) == (
        found.details["reason"],
        found.details["reason"].text,
        found.details["reason"].values,
    )
    assert '"more than {1}, {} and 3"' == json.dumps(reason)
