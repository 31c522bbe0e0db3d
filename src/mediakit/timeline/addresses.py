"""Where a file is, as the addresses in timelines have it.

Every byte that is not plain is escaped: a blank, ``#``, ``%`` or an accent in a name is
what makes programs look for media that lie beside the timeline.
"""

import re
from urllib.parse import quote, unquote

_DRIVE = re.compile(r"[A-Za-z]:/")
_SAFE = "/-._~"


def as_address(path: str) -> str:
    """Return a path with forward slashes as an address, escaped.

    Absolute ones become ``file://`` addresses; others stay relative to the timeline.
    """
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{quote(path[2:], safe=_SAFE)}"
    if path.startswith("//"):
        return f"file:{quote(path, safe=_SAFE)}"
    if path.startswith("/"):
        return f"file://{quote(path, safe=_SAFE)}"
    escaped = quote(path, safe=_SAFE)
    return escaped if escaped.startswith("../") else f"./{escaped}"


def as_path(address: str) -> str:
    """Return the path that an address of `as_address` stands for."""
    path = unquote(address)
    for prefix in ("file://localhost", "file://"):
        if path.startswith(prefix):
            path = path.removeprefix(prefix)
            return path.removeprefix("/") if _DRIVE.match(path[1:]) else path
    return path.removeprefix("file:").removeprefix("./")
