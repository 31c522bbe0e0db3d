"""Texts that go along in a kit, without what people are really called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mediakit.catalog.catalog import Records
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.person import Person
from mediakit.model.voice import Voice
from mediakit.model.writing import unbroken
from mediakit.search.folding import Token, fold, tokens

Names = Mapping[tuple[str, ...], str]
"""What somebody is really called, in folded words, and what to say instead."""


def names_in(
    records: Records, real_names: Mapping[PersonId, str], clips: Iterable[ClipId]
) -> dict[tuple[str, ...], str]:
    """Return what those who are in *clips* are really called, and agreed to."""
    wanted = set(clips)
    there = {v.person for v in records.all(Voice) if v.clip in wanted and v.person}
    agreed = {one.id: one.name for one in records.all(Person) if one.id in there}
    found = {}
    for person in there & set(real_names):
        words = tuple(w for part in real_names[person].split() for w in fold(part))
        name = agreed.get(person, "")
        if words and words != tuple(w for part in name.split() for w in fold(part)):
            found[words] = name
    return found


def discreet(text: str, names: Names) -> str:
    """Return *text* with the names that people agreed to, instead of real ones."""
    if not names:
        return text
    words = list(tokens(text))
    for start, end, instead in sorted(_found(words, names), reverse=True):
        text = text[:start] + instead + text[end:]
    return text


def discreet_texts(texts: Mapping[str, str], names: Names) -> dict[str, str]:
    """Return texts by language, each as `discreet` returns it, and `unbroken`."""
    return {tag: unbroken(discreet(text, names)) for tag, text in texts.items()}


def _found(words: Sequence[Token], names: Names) -> Iterator[tuple[int, int, str]]:
    """Yield where names begin and end, none over another: the longest there are."""
    longest_first = sorted(names, key=len, reverse=True)
    place = 0
    while place < len(words):
        for name in longest_first:
            here = words[place : place + len(name)]
            if tuple(word.folded for word in here) == name:
                yield here[0].start, here[-1].end, names[name]
                place += len(name) - 1
                break
        place += 1
