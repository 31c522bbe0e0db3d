"""Words that may turn a sentence round, in languages of which it is known.

In French, 'plus' says 'no more' or 'more', and only the ear tells the two apart. It
is taken for a negation

* behind 'ne' in the same clause, with no other negation between: je ne viens plus;
* before 'jamais', 'rien', 'personne' and the like: plus jamais;
* as people speak who leave out the 'ne': behind je, tu, il, elle, on, ils, elles, ça
  or c' and one verb. Behind a verb of having, wanting or being able to, unless what
  follows compares: j'ai plus confiance, but j'ai plus de force. Behind another verb
  only where the clause ends or a place follows: on va plus au marché, but je suis
  plus fort. Who says 'nous' seldom leaves out the 'ne'.

So 'je veux plus', which may say both, is taken for what it says more often: no more.
'J'ai plus de force' may say both too, and is not; 'y a plus de' is. Nothing is hidden
by that: that a part of a sentence is cut off is told whatever is in it.
"""

import re

from mediakit.model.language import primary

_NEGATIONS = {
    "ar": r"لا|لم|لن|ليس|ليست|ما|غير|بدون",
    "bm": r"t[ɛeè]|ma|man|kana|ayi",
    "en": (
        r"not|no|never|nobody|nothing|none|neither|nor|nowhere|cannot|without"
        r"|hardly|barely|scarcely|rarely|\w+n't"
    ),
    "fr": (
        r"ne|n'|pas|jamais|rien|aucun|aucune|non|ni|sans|guère|nul|nulle|plus"
        r"|(?<!une )(?<!la )(?<!cette )(?<!chaque )personne"
    ),
}
_PLAIN = {
    "en": (
        r",\s*no\s*\?"
        r"|,\s*\w+n't (?:it|he|she|they|we|you|i|that|there)\s*(?=[?.!]|\Z)"
        r"|,\s*\w+ (?:it|he|she|they|we|you|i|that|there) not\s*\?"
    ),
    "fr": r",\s*non\s*\?|n'est[- ]ce pas(?=\s*(?:[?.!,]|\Z))|non plus(?!\w)",
}
"""What turns nothing round: questions behind a sentence whether it is so, and 'too'."""

_CLAUSE = r"[.,;:!?…]"
_NE = re.compile(r"(?<!\w)(?:ne(?!\w)|n')")
_UNTIL = re.compile(
    rf"{_CLAUSE}|(?<!\w)(?:pas|point|jamais|rien|aucune?|personne|guère|ni|que|qui"
    r"|plus)(?!\w)|(?<!\w)qu'"
)
"""What stands between 'ne' and a 'plus' that is not its own."""
_MEASURED = re.compile(
    r"(?<!\w)(?:de|en|l[ea]s?|au|aux|du|des|[mts]es|nos|vos|leurs?|non|bien|encore"
    r"|beaucoup|peu|fois|autant|toujours|une?) \Z"
)
"""Before 'plus', how much more, or the most: de plus en plus, un peu plus, le plus."""
_NONE = re.compile(r" (?:jamais|rien|personne|aucune?|du tout)(?!\w)")
_SPEAKS = (
    r"(?<!\w)(?:(?:je|tu|ils?|elles?|on|ça) |[jct]')"
    r"(?:(?:y|en|l[ea]s?|lui|leur|me|te|se|nous|vous) |[lmts]')*"
)
_HAS = re.compile(
    _SPEAKS + r"(?:ai|as|a|ont|avais|avait|avaient|peux|peut|peuvent|pouvais|pouvait"
    r"|pouvaient|veux|veut|veulent|voulais|voulait|voulaient|sais|sait|savent"
    r"|dois|doit|doivent) (?:même )?\Z"
)
_DOES = re.compile(_SPEAKS + r"\w+ (?:même )?\Z")
_THERE_IS = re.compile(r"(?<!\w)(?<!il )y(?: |')a \Z")
_COMPARED = re.compile(
    r" (?:de|que?|ou moins|souvent|vite|tard|tôt|loin|longtemps|fort|bien|haut)(?!\w)"
    r"| (?:d|qu)'"
)
_NEAR = 300
"""Letters before 'plus' in which what it says is looked for."""
_PLACE = re.compile(
    rf"\s*(?:\Z|{_CLAUSE})| (?:à|au|aux|dans|chez|sur|ici|là|comme)(?!\w)"
)


def negations(before: str, quote: str, after: str, language: str) -> tuple[str, ...]:
    """Return what was cut off a quote that may turn its sentence round, each once.

    Args:
        before: What is cut off before it.
        quote: What is not.
        after: What is cut off after it.
        language: The tag of their language.
    """
    pattern = _NEGATIONS.get(primary(language))
    if pattern is None:
        return ()
    plain = _PLAIN.get(primary(language), r"(?!)")
    begin, middle, end = (
        " ".join(text.casefold().split()) for text in (before, quote, after)
    )
    written = " ".join(filter(None, (begin, middle, end)))
    text = written.replace("\u2019", "'")
    # an elided word has no boundary of its own: n'ai
    negation = rf"(?P<negation>(?<!\w)(?:{pattern})(?:(?<=')|(?!\w)))"
    found = (
        written[one.start() : one.end()]
        for one in re.finditer(rf"{plain}|{negation}", text)
        if one["negation"]
        and (one.start() < len(begin) or one.end() > len(text) - len(end))
        and (one["negation"] != "plus" or _denies(text, one.start(), one.end()))
    )
    return tuple(dict.fromkeys(found))


def _denies(text: str, start: int, end: int) -> bool:
    """Tell whether 'plus' says 'no more'; see above."""
    # nothing that is further away is about it, and all before it is long
    near = max(0, start - _NEAR)
    if _NONE.match(text, end):
        return True
    if _MEASURED.search(text, near, start) or text.startswith(" ou moins", end):
        return False
    *_earlier, ne = [0, *(one.end() for one in _NE.finditer(text, near, start))]
    if ne and not _UNTIL.search(text, ne, start):
        return True
    if _HAS.search(text, near, start):
        return not _COMPARED.match(text, end)
    is_place = _PLACE.match(text, end) is not None
    does = is_place and _DOES.search(text, near, start)
    return bool(does or _THERE_IS.search(text, near, start))
