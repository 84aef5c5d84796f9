"""Names beside a contact or an address."""

import re
from collections.abc import Iterator

from agent.privacy.names.capitals import STARTS_SENTENCE
from agent.privacy.names.known import is_given
from agent.privacy.names.reading import MOST_WORDS, WORD, NameReader
from agent.privacy.spans import NAME, Span

_KNOWN = re.compile(r"\[name \d{1,4}\]")
_CONTACT = re.compile(r"\[(?:email|phone) \d{1,4}\]")
_BEFORE_CONTACT = re.compile(
    r"((?:[^\W\d_][\w'’\-]{0,30}\.? ){0,3}[^\W\d_][\w'’\-]{1,30})[ \t]*[,;:/|(–\-\n]{0,2}\s*\[(?:email|phone) \d"
)
_ADDRESSEE = re.compile(
    r"(?:^|(?<!\w)(?:an|to|à|a|für|for|pour|para|per|bei|chez|presso|für|,|:) ?)(?P<name>[A-ZÀ-Þ][\w'’\-]{2,24}(?: [A-ZÀ-Þ][\w'’\-]{2,24}){0,2})(?:,|\n) ?$"
)


def names_beside_contact(reader: NameReader, text: str) -> Iterator[Span]:
    """ "Ada Lovelace, [email 1]": whoever writes hardly more than a contact writes the name beside it."""
    if not _CONTACT.search(text):
        return
    rest = _KNOWN.sub(" ", _CONTACT.sub(" ", text))
    left = list(WORD.finditer(rest))
    if 1 <= len(left) <= MOST_WORDS and not any(reader.is_no_name(word.group()) for word in left):
        for clause in re.finditer(
            r"[^,;:/|\n\[\]()]+", _CONTACT.sub(lambda one: "," * len(one.group()), text)
        ):
            words = reader.words_at(
                text,
                clause.start() + len(clause.group()) - len(clause.group().lstrip()),
                is_sure=True,
                may_be_own=True,
            )
            if words:
                yield Span(NAME, words[0].start(), words[-1].end())
        return
    for found in _BEFORE_CONTACT.finditer(text):
        said = list(WORD.finditer(found.group(1)))
        names: list[re.Match[str]] = []
        for word in reversed(said):
            if reader.is_no_name(word.group()) or not word.group()[0].isupper():
                break
            names.insert(0, word)
        starts = found.start(1)
        if names and (
            len(names) > 1
            or is_given(names[0].group().casefold())
            or STARTS_SENTENCE.search(text[: starts + names[0].start()])
        ):
            yield Span(NAME, starts + names[0].start(), starts + names[-1].end())


def names_beside_address(reader: NameReader, text: str, address: Span) -> Iterator[Span]:
    """Whose address it is: "Petermann, Rosengasse 5"."""
    before = text[max(0, address.start - 60) : address.start]
    if found := _ADDRESSEE.search(before):
        said = found["name"].split()
        start = address.start - len(before) + found.start("name")
        if not any(reader.is_no_name(word) for word in said):
            yield Span(NAME, start, start + len(found["name"]))
