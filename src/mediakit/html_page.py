"""Pages: one file with its pictures, that asks for nothing and runs nothing.

Templates escape whatever people typed, and the page forbids browsers everything but
its own styles and the pictures in it.
"""

import base64
import hashlib
from pathlib import Path
from typing import Any


# Any: what templates are given is of every kind
def html_page(folder: Path, template: str, style: str = "", **values: Any) -> str:
    """Return a page.

    Args:
        folder: Where templates are, each with a style sheet beside it.
        template: The name of its template.
        style: What else goes into its one style sheet, made of nothing that people
            typed.
        values: What the template is given.
    """
    # not needed by most commands
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    whole = (folder / template.replace(".html", ".css")).read_text("utf-8") + style
    return environment.get_template(template).render(
        style=Markup(whole),  # noqa: S704 ours
        policy=_policy(whole),
        **values,
    )


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"img-src data:; style-src 'sha256-{digest}'"
    )
