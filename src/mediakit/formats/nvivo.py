"""NVivo's transcripts (``.txt``): timespan, words and speaker between tabs.

As NVivo exports its transcripts and imports them as rows, with beginnings, ends and
speakers (https://help-nv.qsrinternational.com, "Import transcripts"). It counts in
tenths of a second. Read with columns in any order, between tabs or commas.
"""

import csv
from collections.abc import Sequence

from mediakit.formats import table, tsv
from mediakit.formats.base import Draft
from mediakit.formats.cues import has_time_line
from mediakit.formats.letters import one_line
from mediakit.formats.table import is_transcript, read_rows, rows_of
from mediakit.model.transcript import Transcript

NAME = "nvivo"
SUFFIXES = (".txt",)
HOLDS_NOTES = False

_LOOKED_AT = 50  # lines


def recognizes(text: str) -> bool:
    """Tell whether *text* is a table with a column of times."""
    if text.lstrip()[:1] in {"{", "<"} or has_time_line(text) or tsv.recognizes(text):
        return False
    rows = _rows(text, _LOOKED_AT)
    return all(len(row) > 1 for row in rows) and is_transcript(rows)


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues; rows without a time are left out."""
    del file
    cues, repairs = read_rows(_rows(text))
    return Draft(cues=tuple(cues), repairs=tuple(repairs))


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file; notes have no place in it."""
    del notes
    rows = rows_of(transcript, decimals=1)
    return "\n".join(["\t".join(map(_cell, row)) for row in rows] + [""])


def _rows(text: str, most: int | None = None) -> list[table.Row]:
    """Return the cells of each line, also of empty ones but the last."""
    lines = text.rstrip("\n").split("\n")[:most]
    if "\t" in lines[0] or "," not in lines[0]:
        return [line.split("\t") for line in lines]
    try:
        return list(csv.reader(lines, strict=False))
    except csv.Error:
        # a quotation mark that is never closed
        return [line.split(",") for line in lines]


def _cell(text: str) -> str:
    return one_line(text).replace("\t", " ")
