"""What is known here, as a script that a page can load from a stick."""

import json


def script(name: str, value: object) -> bytes:
    """Return a script that makes *value* known to those after it as *name*.

    The value is a text within the script, all of it ASCII and without an angle
    bracket: no title or question ends the script or becomes part of it, whatever
    encoding the browser takes it to be in.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    literal = json.dumps(text).replace("<", "\\u003c").replace(">", "\\u003e")
    return f'"use strict";\nconst {name} = JSON.parse({literal});\n'.encode("ascii")
