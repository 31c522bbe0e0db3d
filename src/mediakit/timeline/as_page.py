"""The script of a film as a page, made for paper: it asks for nothing, runs nothing."""

from pathlib import Path

from mediakit.html_page import html_page
from mediakit.timeline.script import Script

SUFFIX = ".html"

_TEMPLATES = Path(__file__).with_name("templates")


def write(script: Script) -> bytes:
    """Return the page; the same script gives the same bytes."""
    return html_page(
        _TEMPLATES,
        "script.html",
        script=script,
        rows=[(line, script.kinds[line.kind]) for line in script.lines],
    ).encode()
