"""The same searches with tantivy, in a Python of its own; see ``benchmarks.search``.

usage: python _tantivy.py index TEXTS FOLDER
       python _tantivy.py change FOLDER NUMBER TEXT
       python _tantivy.py ask FOLDER

TEXTS has a JSON line a segment: number, region, theme, text. ``ask`` answers each line
of standard input, a JSON list of kind, words and filters, with one: seconds that
passed, seconds of processor, hits.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import tantivy  # type: ignore[import-not-found,unused-ignore] # elsewhere

_HEAP = 100_000_000
_TOP = 20


# Any: tantivy is not installed where types are checked
def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", indexed=True)
    builder.add_text_field("region", tokenizer_name="raw")
    builder.add_text_field("theme", tokenizer_name="raw")
    builder.add_text_field("text", stored=True)
    return builder.build()


def _document(number: int, region: str, theme: str, text: str) -> Any:
    return tantivy.Document(number=number, region=region, theme=theme, text=text)


def _index(texts: Path, folder: Path) -> None:
    folder.mkdir()
    writer = tantivy.Index(_schema(), path=str(folder)).writer(_HEAP, 1)
    with texts.open("rb") as lines:
        for line in lines:
            writer.add_document(_document(*json.loads(line)))
    writer.commit()
    writer.wait_merging_threads()


def _change(folder: Path, number: int, text: str) -> None:
    writer = tantivy.Index.open(str(folder)).writer(_HEAP, 1)
    writer.delete_documents_by_term("number", number)
    writer.add_document(_document(number, "R0", "", text))
    writer.commit()


# Any: as above
def _prefix(schema: Any, begins: str, filters: dict[str, str]) -> Any:
    wanted = [
        tantivy.Query.regex_query(schema, "text", f"{begins}.*"),
        *(tantivy.Query.term_query(schema, *each) for each in filters.items()),
    ]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in wanted])


def _ask(folder: Path) -> None:
    index = tantivy.Index.open(str(folder))
    schema = index.schema
    for line in sys.stdin:
        kind, words, filters = json.loads(line)
        wall, cpu = time.perf_counter(), time.process_time()
        if kind == "prefix":
            query = _prefix(schema, words, filters)
        else:
            typed = [f'"{words}"'] if kind == "phrase" else words.split()
            asked = [*typed, *(f"{name}:{value}" for name, value in filters.items())]
            query = index.parse_query(" ".join(f"+{one}" for one in asked), ["text"])
        searcher = index.searcher()
        found = searcher.search(query, _TOP)
        for _score, address in found.hits:
            searcher.doc(address)
        took = time.perf_counter() - wall, time.process_time() - cpu
        print(json.dumps([*took, found.count]), flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["index", texts, folder]:
            _index(Path(texts), Path(folder))
        case ["change", folder, number, text]:
            _change(Path(folder), int(number), text)
        case ["ask", folder]:
            _ask(Path(folder))
