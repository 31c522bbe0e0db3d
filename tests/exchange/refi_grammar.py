"""What the REFI-QDA standard allows, as far as mediakit writes it.

Told anew from version 1.5 of the standard: the elements of each element in their
order, and its attributes: fewer than the official schema allows.
"""

import re
from xml.etree.ElementTree import Element

_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TYPES = {
    "guid": _GUID,
    "text": re.compile(r".*", re.DOTALL),
    "number": re.compile(r"-?[0-9]+"),
    "yes": re.compile(r"true|false|0|1"),
    "colour": re.compile(r"#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})"),
    "moment": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?"),
    "kind": re.compile(r"Text|Boolean|Integer|Float|Date|DateTime"),
}
_STAMPED = "creatingUser:guid creationDateTime:moment"
_RECORDING = (
    "Transcript* {kind}Selection* Coding* NoteRef* VariableValue*",
    "guid!:guid name:text path:text",
)
_SELECTION = (
    "Coding* NoteRef*",
    f"guid!:guid name:text begin!:number end!:number {_STAMPED}",
)
_REFERENCE = ("", "targetGUID!:guid")

# children in order (one, ? none or one, * any number, + one at least); attributes,
# with ! where they must be there
GRAMMAR = {
    "Project": (
        "Users? CodeBook? Variables? Cases? Sources? Notes?",
        "name!:text origin:text",
    ),
    "Users": ("User+", ""),
    "User": ("", "guid!:guid name:text id:text"),
    "CodeBook": ("Codes", "origin:text"),
    "Codes": ("Code+", ""),
    "Code": ("Description? Code*", "guid!:guid name!:text isCodable!:yes color:colour"),
    "Description": ("", ""),
    "Variables": ("Variable+", ""),
    "Variable": ("", "guid!:guid name!:text typeOfVariable!:kind"),
    "Cases": ("Case+", ""),
    "Case": ("VariableValue* SourceRef* SelectionRef*", "guid!:guid name:text"),
    "VariableValue": ("VariableRef TextValue", ""),
    "TextValue": ("", ""),
    "Sources": ("VideoSource* AudioSource*", ""),
    "VideoSource": (_RECORDING[0].format(kind="Video"), _RECORDING[1]),
    "AudioSource": (_RECORDING[0].format(kind="Audio"), _RECORDING[1]),
    "VideoSelection": _SELECTION,
    "AudioSelection": _SELECTION,
    "Transcript": (
        "SyncPoint* TranscriptSelection*",
        "guid!:guid name:text plainTextPath!:text",
    ),
    "SyncPoint": ("", "guid!:guid timeStamp:number position:number"),
    "TranscriptSelection": (
        "Coding* NoteRef*",
        f"guid!:guid fromSyncPoint:guid toSyncPoint:guid {_STAMPED}",
    ),
    "Coding": ("CodeRef NoteRef*", f"guid!:guid {_STAMPED}"),
    "Notes": ("Note+", ""),
    "Note": ("PlainTextContent", "guid!:guid name:text"),
    "PlainTextContent": ("", ""),
    **dict.fromkeys(
        ("CodeRef", "NoteRef", "SourceRef", "SelectionRef", "VariableRef"), _REFERENCE
    ),
}


def faults(element: Element) -> list[str]:
    """Return everything in an element that the standard does not allow."""
    name = element.tag.rpartition("}")[2]
    if name not in GRAMMAR:
        return [f"{name} is unknown"]
    children, attributes = GRAMMAR[name]
    found = _order(name, children, [one.tag.rpartition("}")[2] for one in element])
    found += _attributes(name, attributes, element)
    return found + [fault for one in element for fault in faults(one)]


def referred(root: Element) -> list[str]:
    """Return the GUIDs that are referred to and are nowhere."""
    there = {one.get("guid") for one in root.iter()}
    names = ("targetGUID", "creatingUser", "fromSyncPoint", "toSyncPoint")
    said = {one.get(name) for one in root.iter() for name in names} - {None}
    return [str(one) for one in said - there]


def _order(name: str, children: str, there: list[str]) -> list[str]:
    if name == "Sources":
        # in any order
        return [] if there else ["Sources is empty"]
    pattern = "".join(
        f"(?:{one.rstrip('?*+')} ){one[-1] if one[-1] in '?*+' else ''}"
        for one in children.split()
    )
    told = "".join(f"{one} " for one in there)
    return [] if re.fullmatch(pattern, told) else [f"{name} holds {told}"]


def _attributes(name: str, attributes: str, element: Element) -> list[str]:
    known = dict(one.split(":") for one in attributes.split())
    types = {key.rstrip("!"): kind for key, kind in known.items()}
    found = [
        f"{name} lacks {key}"
        for key in known
        if key.endswith("!") and key.rstrip("!") not in element.attrib
    ]
    for key, value in element.attrib.items():
        if key not in types:
            found.append(f"{name} has {key}")
        elif not _TYPES[types[key]].fullmatch(value):
            found.append(f"{name} says {key}={value}")
    return found
