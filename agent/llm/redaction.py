"""What one turn tells a provider: every message with placeholders such as ``[person 1]`` for what is private
in it, and the way back.

The placeholders are the turn's own and are kept nowhere: transcripts hold what was said. The same words give
the same placeholders in every request of a turn, and the whole conversation is read afresh in each.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import structs

from agent.assent import plain_answer
from agent.conversation.vault import Vault, map_texts
from agent.llm.unknown_placeholders import without_unknown
from agent.models.protocol import ModelMessage
from agent.privacy import birth_words
from agent.privacy.addresses.frames import ASKS as ASKS_WHERE
from agent.privacy.addresses.streets import street_addresses
from agent.privacy.birth_dates import birth_dates as birth_dates_in
from agent.privacy.business_words import BusinessWords
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.health.finder import ASKS as ASKS_OF_HEALTH
from agent.privacy.health.finder import health_words
from agent.privacy.known_values import KnownValues
from agent.privacy.names.finder import NameFinder
from agent.privacy.names.words import ASKS as ASKS_FOR_A_NAME
from agent.privacy.names.words import COMMON_NOUNS, STOPS
from agent.privacy.people.finder import PeopleFinder
from agent.privacy.references import references
from agent.privacy.spans import HEALTH, KINDS, NAME, WORD, Span, without_overlaps
from agent.privacy.spelled_names import spelled_names
from agent.privacy.vocabulary.tokens import TokenReader
from agent.privacy.vocabulary.unknown_words import unknown_words

PLACEHOLDER = re.compile(rf"\[({'|'.join(KINDS)}) (\d{{1,4}})\]", re.I)
_ANY_PLACEHOLDER = re.compile(r"\[[a-z ]{4,17} \d{1,4}\]")
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_HEBREW, _ARABIC = re.compile("^[א-ת]"), re.compile("^[ء-ي]")
# What is written onto a name: "and", "to", "with".
_PREFIXES = {_HEBREW: ("ו", "ל", "ב", "מ", "ש", "של "), _ARABIC: ("و", "ل", "ب", "ف")}
# A name that is one of these would be found in the placeholders themselves.
_OF_PLACEHOLDERS = frozenset(" ".join((*KINDS, "name email phone booking code")).split())
SHORTEST_PART, LONGEST_ANSWER = 3, 6
# Of an answer, this much of its question is read: the end.
_QUESTION = 240


class Redaction:
    """``vault`` has what is concealed already; ``business`` and ``today`` tell what is no customer's."""

    def __init__(self, vault: Vault, business: BusinessWords, today: date, locale: str = "en") -> None:
        self._vault = vault
        self._business = business
        self._today = today
        self._locale = locale
        self._names = NameFinder(business.words, business.people)
        self._people = PeopleFinder(business, locale)
        self._tokens = TokenReader(business, locale)
        self._values: dict[str, str] = {}
        self._placeholders: dict[tuple[str, str], str] = {}
        self._written: dict[str, str] = {}
        self._known = KnownValues()
        self._known_small = KnownValues()

    def read(self, conversation: Sequence[ModelMessage], *, is_cut: bool = False) -> None:
        """Find what is private in everything the customer said, each message in view of what was said before
        it.

        ``is_cut``: there was more before it, of which the first answers may still speak.
        """
        asked = ""
        for message in conversation:
            if message.role == "user" or is_cut:
                is_cut = is_cut and message.role != "user"
                if message.content not in self._written:
                    self._written[message.content] = self._read(message.content, asked)
            if message.role == "assistant":
                asked = message.content[-_QUESTION:]

    def conceal(self, message: ModelMessage) -> ModelMessage:
        """The message as a provider may read it."""
        is_customer = message.role == "user"
        text = self._written.get(message.content) if message.role in ("user", "assistant") else None
        if text is None:
            text = self._vault.conceal(message.content)
        calls = tuple(
            structs.replace(call, arguments=self.conceal_all(self._vault.conceal_all(call.arguments)))
            for call in message.tool_calls
        )
        content = self._replace(text, is_small_too=is_customer)
        return structs.replace(message, content=content, tool_calls=calls)

    def conceal_all(self, thing: Any) -> Any:
        return map_texts(thing, self._replace)

    def restore(self, text: str) -> str:
        """The text with the turn's own placeholders replaced by what they stand for, and without those that
        nobody has given."""
        if "[" not in text:
            return text
        parts: list[str] = []
        done = 0
        for found in PLACEHOLDER.finditer(text):
            value = self._values.get(found.group().lower())
            if value is not None:
                parts += (self._without_unknown(text[done : found.start()]), value)
                done = found.end()
        return "".join((*parts, self._without_unknown(text[done:])))

    def _without_unknown(self, text: str) -> str:
        """The vault's placeholders stay: they are put back where people read."""
        return without_unknown(text, self._vault.placeholders)

    def restore_all(self, thing: Any) -> Any:
        return map_texts(thing, self.restore)

    def _read(self, text: str, asked: str) -> str:
        """The text with what is private in it replaced."""
        told = self._vault.conceal(text)
        parts: list[str] = []
        done = 0
        found = without_overlaps(self._spans(told, asked))
        found = without_overlaps((*found, *unknown_words(self._tokens, told, found)))
        for span in _around_placeholders(told, found):
            parts += (told[done : span.start], self._placeholder(span.kind, told[span.start : span.end]))
            done = span.end
        return "".join((*parts, told[done:]))

    def _spans(self, text: str, asked: str) -> Iterator[Span]:
        is_question = "?" in asked or "؟" in asked or "please" in asked
        is_birth = is_question and bool(birth_words.ASKS.search(asked))
        for birth in birth_dates_in(text, self._today, is_asked=is_birth):
            yield birth
            yield from self._names.beside_birth(text, birth)
        is_where = is_question and bool(ASKS_WHERE.search(asked))
        for address in street_addresses(text, self._business.addresses, is_asked=is_where):
            yield address
            yield from self._names.beside_address(text, address)
        yield from references(text, self._business.words)
        yield from spelled_names(text, self._business.words)
        yield from health_words(text, self._business.phrases)
        if is_question and ASKS_OF_HEALTH.search(asked):
            yield from self._answer_about_health(text)
        is_asked = is_question and bool(ASKS_FOR_A_NAME.search(asked))
        yield from self._names.names_in(text, is_asked=is_asked)
        yield from self._people.people_in(text)

    def _answer_about_health(self, text: str) -> Iterator[Span]:
        """A short answer to a question about it, that speaks of nothing else."""
        words = [one.casefold() for one in _WORD.findall(text)]
        is_other = any(one in CALENDAR_WORDS or one in self._business.words for one in words)
        is_answer = (
            1 <= len(words) <= LONGEST_ANSWER and not is_other and not any(one.isdecimal() for one in text)
        )
        if is_answer and plain_answer(text, self._locale[:2]) is None and not STOPS.issuperset(words):
            yield Span(HEALTH, 0, len(text))

    def _placeholder(self, kind: str, value: str) -> str:
        known = self._placeholders.get((kind, value))
        if known is None:
            known = f"[{kind} {1 + sum(one == kind for one, _ in self._placeholders)}]"
            self._placeholders[kind, value] = known
            self._values[known] = value
            self._note(kind, value, known)
        return known

    def _note(self, kind: str, value: str, placeholder: str) -> None:
        """Find the value wherever else it is said: by itself, with another letter at its beginning, and each
        word of a name."""
        if kind == NAME and not self._may_be_meant(value) and len(_WORD.findall(value)) == 1:
            return
        if kind == HEALTH and value.casefold() in self._business.words:
            return
        if kind == WORD:
            # Written otherwise it is another word, or an ordinary one.
            self._known.add(value, placeholder)
            self._known_small.add(value, placeholder)
            return
        self._know(value, placeholder)
        words = _WORD.findall(value) if kind == NAME else []
        for word in words if len(words) > 1 else ():
            if self._may_be_meant(word) and len(word) >= SHORTEST_PART:
                self._placeholder(NAME, word)

    def _may_be_meant(self, word: str) -> bool:
        """Whether a word of a name is nobody else's and nothing else."""
        folded = word.casefold()
        return not (
            folded in self._business.words
            or folded in _OF_PLACEHOLDERS
            or folded in STOPS
            or folded in COMMON_NOUNS
            or folded in CALENDAR_WORDS
        )

    def _know(self, value: str, placeholder: str) -> None:
        capital = value[:1].upper() + value[1:]
        for written in {value, capital, value.title(), json.dumps(value, ensure_ascii=False)[1:-1]}:
            self._known.add(written, placeholder)
            self._known_small.add(written, placeholder)
        for written in {value.lower(), value.upper()}:
            self._known_small.add(written, placeholder)
        for script, prefixes in _PREFIXES.items():
            if script.match(value) or value[:1].isdecimal():
                for prefix in prefixes:
                    self._known.add(prefix + value, prefix + placeholder)
                    self._known_small.add(prefix + value, prefix + placeholder)

    def _replace(self, text: str, *, is_small_too: bool = False) -> str:
        if not self._values:
            return text
        return (self._known_small if is_small_too else self._known).replace(text)


def _around_placeholders(text: str, spans: list[Span]) -> Iterator[Span]:
    """Each stretch without the placeholders that stand in it already."""
    for span in spans:
        at = span.start
        for inside in _ANY_PLACEHOLDER.finditer(text, span.start, span.end):
            yield from _trim(text, Span(span.kind, at, inside.start()))
            at = inside.end()
        yield from _trim(text, Span(span.kind, at, span.end))


def _trim(text: str, span: Span) -> Iterator[Span]:
    said = text[span.start : span.end]
    start = span.start + len(said) - len(said.lstrip(" \t\n,;:"))
    end = span.start + len(said.rstrip(" \t\n,;:"))
    if start < end:
        yield Span(span.kind, start, end)
