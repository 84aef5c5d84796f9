"""E-mail addresses that are spelled out: "ada dot byron at example dot com", "adabyron all one word at …".
Pure."""

import re
from collections.abc import Iterator

from msgspec import Struct

from agent.languages.patterns.alternatives import alternatives
from agent.languages.patterns.compiled import compiled
from agent.privacy.contacts.spoken_signs import (
    AT,
    AT_IN_BRACKETS,
    DASH,
    DOMAIN_PARTS,
    DOT,
    DOT_IN_BRACKETS,
    PLUS,
    UNDERSCORE,
    WITH,
    WITHOUT,
)

_AT = rf"(?:\s*{AT_IN_BRACKETS}\s*|\s+(?:{AT}|@)\s+|\s+@|@\s+)"
_DOT = rf"(?:\s*{DOT_IN_BRACKETS}\s*|\s+(?:{DOT})\s+|\.)"
_DASH, _PLUS, _UNDERSCORE = (rf"\s+(?:{signs})\s+" for signs in (DASH, PLUS, UNDERSCORE))
_INNER = rf"(?:{_DOT}|{_UNDERSCORE}|{_DASH}|{_PLUS}|[-_+])"
_LOCAL = rf"[A-Za-z0-9]+(?:{_INNER}[A-Za-z0-9]+)*"
_OTHER_LETTERS = alternatives(DOMAIN_PARTS)
_LABEL = rf"(?:[A-Za-z0-9-]+|{_OTHER_LETTERS})"
_DOMAIN = rf"{_LABEL}(?:(?:{_DOT}|{_DASH}){_LABEL})*{_DOT}(?:[A-Za-z]{{2,}}|{_OTHER_LETTERS})"
# "All one word", which is no part of the address.
_TOGETHER = (
    r"(?:(?:all|it'?s all|as|in)\s+)?(?:one word|together|lower ?case|small letters|no spaces?)|(?:alles\s+|als\s+|in\s+)?(?:ein(?:em)? wort|zusammen(?:geschrieben)?|klein(?:geschrieben)?|kleinbuchstaben)|"
    r"(?:tout\s+)?(?:en un(?: seul)? mot|attaché|collé|en minuscules?|minuscules?)|(?:todo\s+|en\s+)?(?:junto|una(?: sola)? palabra|minúsculas?|seguido)|"
    r"(?:tutto\s+)?(?:attaccato|in una parola|una parola(?: sola)?|unito|minuscolo)|(?:הכל |הכול |ב)?(?:מילה אחת|ביחד|מחובר|אותיות קטנות)|(?:كلها? |ب)?(?:كلمة واحدة|مع بعض|متصلة|بدون فراغات?|أحرف صغيرة)"
)
_SPELLED = re.compile(
    rf"(?<![\w@.+-])(?P<local>{_LOCAL})(?P<at>{_AT})(?P<domain>{_DOMAIN})(?![\w@])(?!\s+(?:{AT})\s)", re.I
)
_IN_ONE_WORD = re.compile(
    rf"(?<![\w@.+-])(?P<local>{_LOCAL}(?:\s+[A-Za-z0-9]+){{0,3}})\s*,?\s+(?:{_TOGETHER}),?(?P<at>{_AT})(?P<domain>{_DOMAIN})(?![\w@])",
    re.I,
)
_ENDING = re.compile(rf"(?:(?:{DOT})\s+|\.)(?P<ending>{_LABEL}(?:{_DOT}{_LABEL})?)(?!\w)", re.I)
# What is told of an address behind it: "all small letters", "without the dot", "with two n's".
_REMARK = re.compile(
    rf"[\s,(]*(?:(?:{_TOGETHER})|(?:{WITH}|{WITHOUT})\s+"
    rf"(?:(?:an?|the|any|den|dem|einem?|zwei|doppel|le|un|deux|el|dos|il|due|two|double|ה)\s*)?(?:{DOT}|{DASH}|{UNDERSCORE}|\w\b|points?|puntos?|punti|dots?|spaces?|leerzeichen)(?:['’]?s)?)(?![^\W_])\)?",
    re.I,
)

_WITHOUT = re.compile(rf"(?<!\w)(?:{WITHOUT})(?!\w)", re.I)


class Spelled(Struct, frozen=True):
    """An address that is spelled out: its text, where it stands, and where what it is read from begins."""

    address: str
    start: int
    end: int


def spelled_addresses(text: str, leads: frozenset[str], start: int = 0) -> Iterator[Spelled]:
    """Whatever reads like an address that is spelled out, from ``start`` on; ``leads`` are words that may
    stand before one."""
    for found in _IN_ONE_WORD.finditer(text, start):
        local, begin = _without_leads(found["local"], leads)
        if " " not in local.strip() or begin or not text[: found.start()].strip():
            yield Spelled(
                f"{_signs(''.join(local.split()))}@{in_latin(found['domain'])}",
                found.start() + begin,
                found.end(),
            )
    for found in _SPELLED.finditer(text, start):
        yield Spelled(f"{_signs(found['local'])}@{in_latin(found['domain'])}", found.start(), found.end())


def find_spelled_ending(text: str, start: int) -> tuple[str, int] | None:
    """The end of a domain that is said at ``start`` ("dot com", ".de"), and where it ends."""
    found = _ENDING.match(text, start)
    return (in_latin(found["ending"]), found.end()) if found else None


def end_of_remark(text: str, start: int) -> int:
    """Where what is told of an address behind it ends."""
    found = _REMARK.match(text, start)
    return found.end() if found else start


def contradicts(remark: str, address: str) -> bool:
    """Whether an address has a sign that is said not to be in it: "a.b@… without the dot"."""
    local = address.partition("@")[0]
    signs = ((DOT, "."), (DASH, "-"), (UNDERSCORE, "_"))
    return bool(_WITHOUT.search(remark)) and any(
        sign in local and compiled(rf"(?<!\w)(?:{said})", re.I).search(remark) for said, sign in signs
    )


def in_latin(spoken: str) -> str:
    """Parts of a domain with dots between them, in the letters of addresses."""
    dashed = compiled(_DASH, re.I).sub("-", compiled(_DOT, re.I).sub(".", spoken))
    return ".".join(DOMAIN_PARTS.get(part, part) for part in dashed.split("."))


def _signs(local: str) -> str:
    for spoken, sign in ((_UNDERSCORE, "_"), (_PLUS, "+"), (_DASH, "-"), (_DOT, ".")):
        local = compiled(spoken, re.I).sub(sign, local)
    return local


def _without_leads(words: str, leads: frozenset[str]) -> tuple[str, int]:
    """The words behind the last one that leads to an address, and where they begin."""
    begin = 0
    for word in re.finditer(r"\S+", words):
        if word.group().casefold() in leads and words[word.end() :].strip():
            begin = word.end() + 1
    return words[begin:], begin
