"""Names by their place: at the beginning, before "here", as a signature, as the answer to who it is."""

import re
from collections.abc import Iterator

from agent.privacy.given_names import ordinary_names
from agent.privacy.names.framed import END
from agent.privacy.names.known import NEVER, SCRIPT_WITHOUT_CAPITALS, is_given, is_known_name
from agent.privacy.names.reading import (
    LONGEST_LEAD,
    MOST_WORDS,
    PARTICLE_BEFORE,
    WORD,
    NameReader,
    trim_scripted,
)
from agent.privacy.names.words import (
    ALONE,
    ANNOUNCED,
    CLOSED,
    COMMON_NOUNS,
    EXACTLY,
    SIGNED,
    SPEAKS,
    SPEAKS_SURELY,
    SPELLED,
    WRITES,
)
from agent.privacy.names.words_too import WORDS_TOO
from agent.privacy.spans import NAME, Span

_CLAUSES = re.compile(r"[^\s,،;:.!?()\n\d\[\]–—][^,،;:.!?()\n\d\[\]–—]*")


def name_alone(reader: NameReader, text: str) -> Iterator[Span]:
    """Who begins with their name: "Ada, as always", "yes, Byron, with a y", "Ada again"."""
    begins = ALONE.match(text)
    start = begins.end() if begins else 0
    particle = PARTICLE_BEFORE.match(text, start)
    at = particle.end() if particle else start
    words = reader.words_at(text, at, is_sure=True, may_be_own=False)
    if not words:
        return
    first, folded = words[0].group(), words[0].group().casefold()
    has_no_capitals = bool(SCRIPT_WITHOUT_CAPITALS.match(first))
    kept = trim_scripted(words) if has_no_capitals else words
    end = kept[-1].end()
    if folded in COMMON_NOUNS or not (has_no_capitals or first[0].isupper() or is_given(folded)):
        return
    is_told = bool(SPELLED.match(text, end) or SPEAKS_SURELY.match(text, end))
    is_told = is_told or (is_known_name(folded) and bool(SPEAKS.match(text, end)))
    is_apart = not has_no_capitals and bool(re.match(r"\s?(?:[,!\n]|$)", text[end : end + 2]))
    is_apart = is_apart or (len(kept) > 1 and bool(re.match(r"\s?(?:[,،!.\n]|$)", text[end : end + 2])))
    is_known = is_given(folded) and folded not in WORDS_TOO and is_apart
    if (is_told or is_known) and not reader.is_no_name(first):
        yield Span(NAME, start, end)


def announced_names(reader: NameReader, text: str) -> Iterator[Span]:
    """Names behind words that announce one."""
    for found in ANNOUNCED.finditer(text):
        words = reader.words_at(text, found.start("name"), is_sure=False, may_be_own=True)
        name = found.group("name").strip()
        said = name.split()
        while len(said) > 2 and not said[0][0].isupper():
            said = said[1:]
        if len(said) > 1 and all(one[0].isupper() and reader.is_written_as_name(one) for one in said):
            yield Span(NAME, found.start("name") + name.index(said[0]), found.start("name") + len(name))
            continue
        if words and words[-1].end() >= found.start("name") + len(name):
            first = words[0].group()
            is_all = len(said) == 1 and not reader.is_no_name(name) and bool(END.match(text, found.end()))
            if (
                is_given(first.casefold())
                or (first[0].isupper() and first.casefold() not in COMMON_NOUNS)
                or (is_all and not SCRIPT_WITHOUT_CAPITALS.match(first) and first.casefold() not in EXACTLY)
            ):
                yield Span(NAME, words[0].start(), words[-1].end())


def signature(reader: NameReader, text: str) -> Iterator[Span]:
    """The last words, behind a greeting or a thank-you."""
    body = text.rstrip(" \t\n.!")
    last = list(WORD.finditer(body, max(0, len(body) - 80)))[-MOST_WORDS:]
    for word in last:
        before = body[max(0, word.start() - 40) : word.start()]
        if not SIGNED.search(before):
            continue
        words = reader.words_at(body, word.start(), is_sure=True, may_be_own=False)
        is_all = bool(words) and words[-1].end() == len(body)
        if len(words) > 1 and SCRIPT_WITHOUT_CAPITALS.match(words[0].group()):
            is_all = is_all and (
                bool(CLOSED.search(before)) or any(is_known_name(one.group()) for one in words)
            )
        is_apart = bool(re.search(r"[,،\n.!\-–:]\s*$", before) or CLOSED.search(before)) or (
            words and (is_given(words[0].group().casefold()) or len(words) > 1)
        )
        if is_all and is_apart and all(reader.is_written_as_name(one.group()) for one in words):
            yield Span(NAME, words[0].start(), words[-1].end())
            return


def answered_names(reader: NameReader, text: str) -> Iterator[Span]:
    """An answer that is a name and little else, however it is written, and every clause of it that may be
    one."""
    lead = WRITES.search(text)
    at = lead.end() if lead else 0
    skipped = at
    while (word := WORD.search(text, at)) and word.group().casefold() in NEVER and at < LONGEST_LEAD:
        skipped, at = at, word.end()
    if word is None:
        return
    words = reader.words_at(text, word.start(), is_sure=True, may_be_own=True)
    is_one = bool(words) and words[0].group().casefold() not in COMMON_NOUNS
    if is_one and (lead or END.match(text, words[-1].end()) or len(words) > 1):
        before = WORD.search(text, skipped, word.start())
        is_name_too = before is not None and before.group().casefold() in WORDS_TOO | ordinary_names()
        yield Span(NAME, before.start() if before and is_name_too else words[0].start(), words[-1].end())
    for clause in _CLAUSES.finditer(text):
        said = WORD.findall(clause.group())
        if said and len(said) <= MOST_WORDS and not any(reader.is_no_name(one) for one in said):
            yield Span(NAME, clause.start(), clause.end())
