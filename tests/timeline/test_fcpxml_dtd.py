"""Apple's own definition of FCPXML, where it is; see ``tests/samples/fcpxml.md``."""

import os
from pathlib import Path

from hypothesis import given, settings

from mediakit.timeline import as_fcpxml
from mediakit.timeline.base import HandOff
from tests.timeline.films import films

# read now: tests begin without mediakit's variables
_NAMED = os.environ.get("MEDIAKIT_TEST_FCPXML", "")


if _NAMED:

    @given(film=films())
    @settings(max_examples=100)
    def test_every_film_is_what_apple_allows(film: HandOff) -> None:
        """Final Cut Pro refuses a whole file for one element out of its place."""
        from lxml import etree

        with (Path(_NAMED) / "FCPXMLv1_10.dtd").open("rb") as file:
            definition = etree.DTD(file)

        definition.assertValid(etree.fromstring(as_fcpxml.write(film)))
