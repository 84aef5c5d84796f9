"""E-mail addresses as they are spoken: "ada at example dot com", "erre o esse chiocciola esempio punto it".
Pure."""

import re
from collections.abc import Iterator

from agent.languages.patterns.compiled import compiled
from agent.privacy.contacts.digits import DIGIT_WORDS
from agent.privacy.contacts.letters import Unit, dictated_runs, unit_at
from agent.privacy.contacts.spoken_signs import (
    AT,
    AT_IN_BRACKETS,
    DASH,
    DOMAIN_PARTS,
    DOT,
    DOT_IN_BRACKETS,
    UNDERSCORE,
)
from agent.privacy.names.words import STOPS

_PART = r"(?:[\w+\-]|(?<=[א-ת])['’׳]){1,40}"
# A comma on both sides of a sign is a breath.
_BREATH = r"[,،]?\s+"
_SPOKEN_DOT = rf"(?:\s*{DOT_IN_BRACKETS}\s*|{_BREATH}(?:{DOT}){_BREATH})"
_DOT = rf"(?:{_SPOKEN_DOT}|\.)"
_JOIN = rf"(?:{_SPOKEN_DOT}|{_BREATH}(?:{UNDERSCORE}){_BREATH}|{_BREATH}(?:{DASH}){_BREATH}|\.)"
_ENDINGS = r"(?:com|net|קום|נט|org|info|biz|eu|io|co|me|app|dev|de|at|ch|fr|es|it|il|uk|us|be|nl|pt|ie|ma|eg|sa|ae|jo|lb|edu|gov|cat)"
# A sign in brackets needs nothing more; the bare word a spoken dot, or an ending that addresses have.
_SPOKEN_EMAIL = re.compile(
    rf"(?<![\w.])(?P<local>{_PART}(?:{_JOIN}{_PART}){{0,4}})(?:"
    rf"\s*{AT_IN_BRACKETS}\s*(?P<a>{_PART}(?:{_DOT}{_PART}){{1,3}})"
    rf"|{_BREATH}(?:{AT}){_BREATH}(?P<b>{_PART}(?:(?:\s+(?:{DASH})\s+){_PART})?(?:{_SPOKEN_DOT}{_PART}){{1,3}})"
    rf"|{_BREATH}(?:{AT}){_BREATH}(?P<c>{_PART}(?:\.{_PART}){{0,2}}\.{_ENDINGS})"
    rf"|\s*@\s*(?P<d>{_PART}(?:{_DOT}{_PART}){{1,3}})"
    rf"|\s+@\s+(?P<e>{_PART}(?:\s?\.\s?{_PART}){{1,3}}))(?!\w)(?!\s+(?:{AT})\s)",
    re.I,
)
_AS_WRITTEN = re.compile(r"[\w.+\-]+@[\w.\-]+")
_SIGN_BEFORE = re.compile(rf"{_BREATH}(?:{UNDERSCORE}|{DOT}|{DASH}){_BREATH}$|\.$", re.I)
_WORD_BEFORE = re.compile(r"(?<![\w'’])(?P<word>[^\W_]{3,24})[ \t]+$")
_CHUNK_BEFORE = re.compile(rf"(?<![\w.]){_PART}$")
_FIRST_CHUNK = re.compile(_PART)
_SIGNS = re.compile(r"([._-])")
_NEXT_LETTER = re.compile(r"[ \t]+")
# A name of several parts, each perhaps spelled letter by letter.
MOST_PARTS, _NEAR = 5, 60


def spoken_emails_in(text: str) -> Iterator[tuple[str, str]]:
    """How each is written, and the address it spells."""
    found = [one for one in _SPOKEN_EMAIL.finditer(text) if not _AS_WRITTEN.fullmatch(one.group())]
    runs = {run[-1].end: run for run in dictated_runs(text)} if found else {}
    for one in found:
        start, local = _local(text, one, runs)
        domain, end = _domain(text, one)
        yield text[start:end], f"{local}@{domain}".casefold()


def _local(text: str, found: re.Match[str], runs: dict[int, list[Unit]]) -> tuple[int, str]:
    """Where the address begins, and what stands before its @: with the letters that are spelled before what
    looks like one."""
    start = found.start("local")
    first = _FIRST_CHUNK.match(text, start)
    first_end = first.end() if first else start
    run = runs.get(first_end)
    if run is None or run[0].start >= start:
        return start, _signs(found["local"])
    local = _letters_of(run) + _with_digits(_signs(text[first_end : found.end("local")]))
    start = run[0].start
    word = _WORD_BEFORE.search(text, max(0, start - _NEAR), start)
    if word and word["word"].casefold() not in STOPS and all(unit.spells.isdecimal() for unit in run):
        return word.start(), word["word"] + local
    return _with_parts_before(text, start, local, runs)


def _with_parts_before(text: str, start: int, local: str, runs: dict[int, list[Unit]]) -> tuple[int, str]:
    """The same with what is joined to it by a spoken dot, dash or underscore: "a n n a dot …"."""
    for _ in range(MOST_PARTS):
        sign = _SIGN_BEFORE.search(text, max(0, start - _NEAR), start)
        run = runs.get(sign.start()) if sign else None
        chunk = _CHUNK_BEFORE.search(text, max(0, sign.start() - _NEAR), sign.start()) if sign else None
        if sign is None or not (run or chunk):
            break
        start, said = (
            (run[0].start, _letters_of(run))
            if run
            else (chunk.start(), chunk.group())
            if chunk
            else (start, "")
        )
        local = said + _signs(sign.group()) + local
    return start, local


def _with_digits(local: str) -> str:
    """Numbers in words between the signs as digits, where an address is spelled."""
    return "".join(DIGIT_WORDS.get(part, part) for part in _SIGNS.split(local))


def _letters_of(run: list[Unit]) -> str:
    return "".join(unit.spells for unit in run)


def _domain(text: str, found: re.Match[str]) -> tuple[str, int]:
    """The domain, with the second letter of an ending that is spelled ("dot i e"), and where it ends."""
    told = next(found[name] for name in "abcde" if found[name])
    domain = ".".join(DOMAIN_PARTS.get(part, part) for part in _signs(told).split("."))
    end = found.end()
    is_spelled = len(domain.rpartition(".")[2]) == 1
    gap = _NEXT_LETTER.match(text, end) if is_spelled else None
    unit = unit_at(text, gap.end()) if gap else None
    if unit is not None and len(unit.spells) == 1 and unit.spells.isalpha():
        return domain + unit.spells, unit.end
    return domain, end


def _signs(spoken: str) -> str:
    spoken = spoken.replace(",", " ").replace("،", " ")
    text = compiled(rf"\s*{DOT_IN_BRACKETS}\s*|\s+(?:{DOT})(?:\s+|$)|^(?:{DOT})\s+", re.I).sub(".", spoken)
    text = compiled(rf"(?:^|\s+)(?:{UNDERSCORE})(?:\s+|$)", re.I).sub("_", text)
    text = compiled(rf"(?:^|\s+)(?:{DASH})(?:\s+|$)", re.I).sub("-", text)
    return re.sub(r"\s+", "", text)
