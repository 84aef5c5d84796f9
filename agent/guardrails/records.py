"""What is in records is data: service descriptions, names, notes and facts reach a model quoted, bounded and
without internals."""

import re
from typing import Any

from agent.turn_context import TurnContext

DATA, INTERNALS = "records_are_data", "free_times_only"
# A description is a few sentences; what is longer was not written for a receptionist.
LONGEST_TEXT = 600
MOST_ENTRIES = 80
DEEPEST = 6
INTERNAL_ID = re.compile(r"\b[a-z]{1,5}_[a-km-z2-9]{20}\b")
# Nothing a model could tell from the words of a record: line breaks, marks of a chat template, invisible
# letters.
UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200d\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]+")
# A tag of any name: which of them a model's template has is not known here.
TEMPLATE_MARKS = re.compile(
    r"<\|[^|>]{0,40}\|>|</?[a-z_][\w:-]{0,40}(?:\s+[\w:-]{1,40}=[^<>]{0,80}){0,4}\s*/?>|\[/?INST\]", re.I
)


def as_data(context: TurnContext, result: dict[str, Any]) -> dict[str, Any]:
    """A tool's result as a model and the transcript get it."""
    cleaner = _Cleaner()
    data: dict[str, Any] = cleaner.of(result, 0)
    context.record_decision(INTERNALS, allowed=not cleaner.internals, **_count(cleaner.internals))
    context.record_decision(DATA, allowed=not cleaner.cut, **_count(cleaner.cut))
    return data


def quote(text: str, longest: int = LONGEST_TEXT) -> str:
    """Somebody's words on one line, as long as they may be."""
    if text.isprintable() and "<" not in text and "[" not in text:
        return text[:longest]
    return TEMPLATE_MARKS.sub(" ", UNSEEN.sub(" ", text))[:longest]


def _count(places: int) -> dict[str, int]:
    return {"places": places} if places else {}


class _Cleaner:
    def __init__(self) -> None:
        self.internals = 0
        self.cut = 0

    def of(self, value: Any, depth: int) -> Any:
        if depth > DEEPEST:
            self.cut += 1
            return None
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, dict):
            kept = self._first(list(value.items()))
            return {self._text(str(key)): self.of(each, depth + 1) for key, each in kept}
        if isinstance(value, list | tuple):
            return [self.of(each, depth + 1) for each in self._first(list(value))]
        return value

    def _text(self, text: str) -> str:
        plain = quote(text)
        self.cut += len(text) > LONGEST_TEXT
        if "_" in plain and INTERNAL_ID.search(plain):
            self.internals += 1
            plain = INTERNAL_ID.sub("…", plain)
        return plain

    def _first(self, entries: list[Any]) -> list[Any]:
        self.cut += len(entries) > MOST_ENTRIES
        return entries[:MOST_ENTRIES]
