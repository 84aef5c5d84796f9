"""A name that is told once and spelled once more: "Adler, A wie Anton, D, L, E, R"."""

import unicodedata
from collections.abc import Iterator

from agent.privacy.contacts.letters import dictated_runs
from agent.privacy.folding import fold_word
from agent.privacy.names.reading import WORD, NameReader
from agent.privacy.spans import NAME, Span

FEWEST_LETTERS = 4


def spelled_names(text: str, own: frozenset[str]) -> Iterator[Span]:
    """The word and its letters, where a row of dictated letters spells a word of the text that is none of
    ``own``, the words of the business."""
    reader = NameReader(own)
    runs = [
        (run[0].start, run[-1].end, _letters("".join(unit.spells for unit in run)))
        for run in dictated_runs(text)
    ]
    spelled = {letters: (start, end) for start, end, letters in runs if len(letters) >= FEWEST_LETTERS}
    for word in WORD.finditer(text) if spelled else ():
        start, end = spelled.get(_letters(word.group()), (0, 0))
        if end and not start <= word.start() < end and not reader.is_no_name(word.group()):
            yield Span(NAME, word.start(), word.end())
            yield Span(NAME, start, end)


def _letters(word: str) -> str:
    """A word without its accents, which hardly anybody spells."""
    plain = unicodedata.normalize("NFD", fold_word(word))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
