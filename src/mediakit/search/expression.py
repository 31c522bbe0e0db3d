"""From a query to the language of SQLite's FTS5.

Every word is written in quotes, and folding has left nothing in it but letters,
digits and marks: no text a person types reaches SQLite as a command. The index
has two columns, ``words`` (folded, in their order) and ``keys`` (stems).
"""

from mediakit.search.query import Both, Either, Node, Phrase, Query, Word
from mediakit.search.stemming import query_keys


def expression(query: Query) -> str:
    """Return what FTS5 is asked, or an empty text if there is nothing to ask.

    Words in a row are asked for a second time as a phrase: that finds nothing
    more, but ranks first what was perhaps meant as one.
    """
    if query.node is None:
        return ""
    asked = asked_of(query.node)
    if query.in_a_row:
        return f"{asked} OR {asked_of(Phrase(query.in_a_row))}"
    return asked


def asked_of(node: Node) -> str:
    """Return what FTS5 is asked for a part of a query."""
    match node:
        case Word(token):
            # what is written exactly so counts twice, and comes first
            forms = " OR ".join(f'"{key}"' for key in query_keys(token))
            return f'(words : "{token.folded}" OR keys : ({forms}))'
        case Phrase(words, begins):
            return f'words : "{" ".join(words)}"{" *" if begins else ""}'
        case Either(choices):
            return f"({' OR '.join(map(asked_of, choices))})"
        case Both(wanted, unwanted):
            found = f"({' AND '.join(map(asked_of, wanted))})"
            if not unwanted:
                return found
            return f"({found} NOT ({' OR '.join(map(asked_of, unwanted))}))"
