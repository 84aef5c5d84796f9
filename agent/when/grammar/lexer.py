"""From characters to items: shapes give numbers and clocks, the catalogue gives words their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.languages.patterns.remembered import remember
from agent.when.grammar.engine.items import Item
from agent.when.grammar.tokens import tokens_of
from agent.when.values import TOO_MUCH, Doubt
from agent.when.vocabulary.catalogue import Meaning
from agent.when.vocabulary.time_vocabulary import TimeVocabulary

# Nothing a customer writes about time is longer; the rest of a pasted text is left unread.
LONGEST_TEXT = 10_000
# Nor does anybody tell so much of it: of more, only the beginning and the end are read, and that it was too
# much is said.
MOST_ITEMS = 200
# Words with a value of their own (in capitals) say something about time, and so do these; of all others as
# many matter as a rule can reach.
_TELLING = frozenset(
    {"earlier", "later", "earliest", "latest", "first_free", "now", "move", "quarter", "lunch_word"}
)
_LOOKED_AT = 12

# Arabic writes its own digits; each is one character, so spans stay true.
_ASCII_DIGITS = {
    ord(digit): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)
}

NOTHING: Meaning = (("word", None),)


def items_of(text: str, catalogue: TimeVocabulary) -> list[Item]:
    """The items of a sentence, in order; quotes and spaces are dropped."""
    return list(_all_items(text, catalogue))


@remember
def _all_items(text: str, catalogue: TimeVocabulary) -> tuple[Item, ...]:
    tokens = list(tokens_of(text[:LONGEST_TEXT].translate(_ASCII_DIGITS), catalogue))
    return tuple(_limit_items(_drop_far_words(list(_with_meaning(tokens, catalogue)))))


def _drop_far_words(items: Sequence[Item]) -> list[Item]:
    """The items that say something about time and those around them: the length of a story costs nothing."""
    told = [index for index, item in enumerate(items) if item.kind.isupper() or item.kind in _TELLING]
    near = {
        index
        for place in told
        for index in range(max(0, place - _LOOKED_AT), min(len(items), place + _LOOKED_AT + 1))
    }
    return [items[index] for index in sorted(near)]


def _limit_items(items: list[Item]) -> list[Item]:
    if len(items) <= MOST_ITEMS:
        return items
    half = MOST_ITEMS // 2
    cut = items[half]
    doubt = Doubt(TOO_MUCH, (), cut.start, cut.start)
    return [*items[:half], Item("TOOMUCH", None, cut.start, cut.start, doubts=(doubt,)), *items[-half:]]


def _with_meaning(tokens: Sequence[Item], catalogue: TimeVocabulary) -> Iterator[Item]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind != "word?":
            yield token
            index += 1
            continue
        words, ends = _words_from(tokens, index, catalogue)
        prefix, known = _look_up(words, tokens[index : index + 3], catalogue)
        if prefix:
            yield Item(
                catalogue.prefixes[prefix], catalogue.prefixes[prefix], token.start, token.start + len(prefix)
            )
        length, meaning = known
        start, last = token.start + len(prefix), tokens[ends[max(length, 1) - 1]]
        yield from (
            Item(kind, value, start, last.end, token.is_capital, last.text) for kind, value in meaning
        )
        index = ends[max(length, 1) - 1] + 1
        if prefix and not meaning and tokens[index].kind == "dash":
            # The hyphen between a Hebrew preposition and its number.
            index += 1


def _look_up(
    words: Sequence[str], tokens: Sequence[Item], catalogue: TimeVocabulary
) -> tuple[str, tuple[int, Meaning]]:
    """The preposition written onto the first word (Hebrew, Arabic) and the phrase that follows, else
    "word"."""
    known = catalogue.longest(words)
    if known is not None:
        return "", known
    for prefix in catalogue.prefixes:
        rest = words[0].removeprefix(prefix)
        if rest == "" and _number_follows(tokens):
            return prefix, (0, ())
        if rest not in {"", words[0]} and (known := catalogue.longest([rest, *words[1:]])):
            return prefix, known
    return "", (1, NOTHING)


def _number_follows(tokens: Sequence[Item]) -> bool:
    rest = [item for item in tokens[1:] if item.kind != "dash"]
    touches = len(tokens) > 1 and tokens[1].start == tokens[0].end
    if not touches:
        # Some leave a space between them.
        return len(tokens) > 1 and tokens[1].kind in {"INT", "HHMM", "DOTTED"}
    return bool(rest) and rest[0].kind not in {"word?", "stop", "comma"}


def _words_from(tokens: Sequence[Item], index: int, catalogue: TimeVocabulary) -> tuple[list[str], list[int]]:
    """The words (misspellings put right) of a possible phrase from index on, and where each of them is."""
    words: list[str] = []
    ends: list[int] = []
    for position in range(index, min(index + 12, len(tokens))):
        token = tokens[position]
        if token.kind == "word?":
            words.append(catalogue.correct(token.value) if not words else token.value)
            ends.append(position)
        elif token.kind == "dash" and _is_hyphen(tokens, position):
            continue
        elif token.kind == "INT":
            words.append(str(token.value))
            ends.append(position)
        else:
            break
    return words, ends


def _is_hyphen(tokens: Sequence[Item], position: int) -> bool:
    token = tokens[position]
    follows = position + 1 < len(tokens) and tokens[position + 1].start == token.end
    return follows and tokens[position - 1].end == token.start
