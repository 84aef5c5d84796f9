"""Codes as they are spoken or written in pieces: "K7Q-W2M", "K 7 Q W 2 M", "K wie Kaufmann, sieben, Q …".
Pure."""

import re
from collections.abc import Iterator

from agent.privacy.contacts.letters import Unit, dictated_runs
from agent.privacy.names.words import STOPS
from booking_core.storage.ids import CODE_LETTERS

# Six letters by twos, by threes or one by one.
_SPLIT_CODE = re.compile(
    rf"(?<![\w-])(?:[{CODE_LETTERS}]{{3}}[ \-–.][{CODE_LETTERS}]{{3}}|[{CODE_LETTERS}]{{2}}(?:[ \-–.][{CODE_LETTERS}]{{2}}){{2}}"
    rf"|[{CODE_LETTERS}](?:[ \-–.,]{{1,2}}[{CODE_LETTERS}]){{5}})(?![\w-])",
    re.I,
)
_NOT_OF_A_CODE = re.compile(r"[^A-Za-z0-9]")
# Other houses' codes are longer or shorter than ours.
_LENGTHS = range(5, 11)
# A row of fewer consonants may be hours ("3 h, 4 h"), or small words of a language ("a 2 o 3").
_CONSONANTS = frozenset("bcdfgjklmnpqrstvwxz")
FEWEST_CONSONANTS = 2


def split_codes_in(text: str) -> Iterator[tuple[str, str]]:
    """Words of the shape of a booking code that are written in pieces: how each is written, and without what
    stands between."""
    for found in _SPLIT_CODE.finditer(text):
        together = _NOT_OF_A_CODE.sub("", found.group())
        if "-" in found.group() or "–" in found.group() or any(one.isdecimal() for one in together):
            yield found.group(), together


def dictated_codes_in(text: str) -> Iterator[tuple[str, str]]:
    """Codes told letter by letter: how each is told, and what it spells, in capitals."""
    for run in dictated_runs(text):
        spelled = "".join(unit.spells for unit in run)
        if len(spelled) in _LENGTHS and _is_code(run, spelled):
            yield text[run[0].start : run[-1].end], spelled.upper()


def _is_code(run: list[Unit], spelled: str) -> bool:
    told = {unit.spells for unit in run if unit.is_told_again or unit.said.casefold() not in STOPS}
    if len(_CONSONANTS.intersection(told)) < FEWEST_CONSONANTS or any(len(unit.spells) > 2 for unit in run):
        return False
    is_mixed = any(one.isdecimal() for one in spelled)
    return is_mixed or sum(unit.is_told_again for unit in run) >= FEWEST_CONSONANTS
