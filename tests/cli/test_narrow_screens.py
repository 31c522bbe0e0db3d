"""Lists of what left and of people can be read on a narrow screen."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.model.ids import ClipId, UseId
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from tests.builders import a_clip
from tests.conftest import Run
from tests.consents import put_voice_of

GAO = ClipId("c-0000000001")
LONG = "La coordination des associations de femmes du cercle de Ménaka " * 2


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_wider_than_eighty_columns(
    run: Run, catalog: Catalog, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """However long names are; what is cut off is marked."""
    monkeypatch.setenv("MEDIAKIT_LANG", language)
    monkeypatch.setenv("LANGUAGE", language)
    with catalog.change() as change:
        change.put(a_clip(GAO))
    person = put_voice_of(catalog, GAO, called=LONG)
    with catalog.change() as change:
        change.put(replace(person, community=LONG))
        change.put(
            Use(
                id=UseId("u-0000000001"),
                kind=UseKind.CUT,
                files=(UsedFile(f"exports/{LONG}.mp4", "0" * 64),),
                ranges=(UsedRange(GAO, TimeRange(0, 1000)),),
                recipient=LONG,
            )
        )

    withdrawn = run("consent", "withdraw", person.id)[1]
    lists = [run(*words)[1] for words in (("use", "list"), ("use", "recall"))]
    people = run("person", "list")[1]

    for out in (withdrawn, *lists, people):
        assert "…" in out
        assert [] == [line for line in out.splitlines() if len(line) > 80]
