"""Many known values found in a text at one reading of it: a trie, whose cost does not grow with how many they
are."""

import re
from typing import Any

import msgspec

# Wherever a value may begin: not in the middle of a word.
BEGINNING = re.compile(r"(?<!\w).", re.S)
# No character, so it is nobody's branch: here a value ends, and this is what stands for it.
END = ""
# So many values are sooner looked for one by one, as most texts have none of them.
FEW = 8


class KnownValues:
    """Values with what stands for each. Where two begin at one place, the longer one is meant."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}
        self._values: list[str] = []
        self._longest = 0

    def __bool__(self) -> bool:
        return bool(self._root)

    def add(self, value: str, stands_for_it: str) -> None:
        """``stands_for_it`` is put in place of ``value``."""
        branch = self._root
        for letter in value:
            branch = branch.setdefault(letter, {})
        branch[END] = stands_for_it
        self._values.append(value)
        self._longest = max(self._longest, len(value))

    def replace(self, text: str) -> str:
        """The text with every value that stands there as a whole word, or as whole words, replaced."""
        if len(self._values) <= FEW and not self._has_any(text):
            return text
        root, done = self._root, 0
        parts: list[str] = []
        for beginning in BEGINNING.finditer(text):
            at = beginning.start()
            if at < done or text[at] not in root:
                continue
            end, instead = self._longest_at(text, at)
            if end:
                parts += (text[done:at], instead)
                done = end
        return "".join((*parts, text[done:])) if parts else text

    def may_be_in(self, thing: Any) -> bool:
        """Whether any of the texts in nested dicts and lists may have a value: one look at all of them
        together. Each letter is written into JSON as by itself, so that a value's letters stay in a row."""
        if len(self._values) > FEW:
            return True
        try:
            written = msgspec.json.encode(thing)
            return any(msgspec.json.encode(value)[1:-1] in written for value in self._values)
        except (UnicodeEncodeError, TypeError):
            return True

    def _has_any(self, text: str) -> bool:
        # The same with any() takes three times as long, for each of some ninety texts a turn.
        for value in self._values:  # noqa: SIM110
            if value in text:
                return True
        return False

    def partial_match_start(self, text: str, end: int) -> int:
        """Where, before ``end``, something begins that could still become a value when more text follows;
        else ``end``."""
        # Whatever begins earlier has its end in the text.
        for at in range(max(0, len(text) - self._longest + 1), end):
            branch: dict[str, Any] | None = self._root
            for letter in text[at:]:
                branch = branch.get(letter) if branch else None
                if branch is None:
                    break
            if branch and (len(branch) > 1 or END not in branch):
                return at
        return end

    def _longest_at(self, text: str, at: int) -> tuple[int, str]:
        """Where the longest value that begins here ends, and what stands for it; (0, "") where none does."""
        branch, found = self._root, (0, "")
        for end, letter in enumerate(text[at:], at + 1):
            branch = branch.get(letter)  # type: ignore[assignment]
            if branch is None:
                break
            if END in branch and not _goes_on(text, end):
                found = (end, branch[END])
        return found


def _goes_on(text: str, end: int) -> bool:
    """Whether the word goes on: as `\\w` says."""
    return end < len(text) and (text[end].isalnum() or text[end] == "_")
