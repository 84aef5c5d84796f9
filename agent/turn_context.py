"""The context of one turn: from the customer's message to the state it leaves behind."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from agent.assent import AnswerKind, SummaryAnswer
from agent.assent.excerpt import shorten
from agent.contact_lines.message_language import message_locale
from agent.conversation.choices import Input
from agent.conversation.fence import must_be_newest
from agent.conversation.place_mentions import places_in
from agent.conversation.places import clock_of, local_time_text, place_of
from agent.conversation.state import ConversationState
from agent.conversation.vault import Vault
from agent.events import Event, RuleDecision
from agent.languages import language_of, locale_of_text, sentences_in
from agent.languages.language import Sentences
from agent.languages.spelling import as_in_dictionary
from agent.mentions.beyond_one.remainder import FoundRemainders, Remainder
from agent.mentions.zones import without_zone
from agent.models.protocol import ModelMessage
from agent.privacy.contacts.countries import countries_of
from agent.privacy.contacts.origins import countries_told
from agent.situation import Situation, situation_of
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.storage.audit import Actor
from booking_core.time.wall_clock import zone

T = TypeVar("T")


class TurnResult(Struct, frozen=True):
    """The result of an operation: its events, and the state and the vault after it."""

    events: Sequence[Event]
    state: ConversationState
    vault: Vault


class LateCustomer(Struct, frozen=True):
    """``minutes`` is None where it was not said how late."""

    minutes: int | None


AnswerCallback = Callable[[AsyncSession, TurnResult], Awaitable[None]]
FRESH_SECONDS = 1.0  # So long a turn uses its catalogue without checking for a newer revision.
MOST_COUNTRIES = 4  # Nobody tells more of themselves.


@dataclass(kw_only=True, eq=False)
class TurnContext:
    """One turn: the customer's message, what is known, and what the turn has found out so far.

    Texts are as the customer wrote them; ``vault`` conceals personal values for readers who need not know
    them. Organization, conversation and customer come from here, never from a model's arguments.
    """

    core: BookingCore
    catalogue: Catalogue
    conversation_id: str
    run_id: str
    # The position of the customer's message.
    position: int
    # The whole message, for transcripts and models; ``text`` is what is read of it.
    said: str
    state: ConversationState
    # The language of the conversation; from the message on, that of the customer's own words.
    locale: str
    # The button or form behind the message, with its payload.
    pressed: Input | None = None
    payload: dict[str, Any] = field(default_factory=dict)
    # The result of a one-time code (``agent.verification.one_time_codes``).
    code: str | None = None
    vault: Vault = field(default_factory=Vault)
    history: list[ModelMessage] = field(default_factory=list)
    # Keyed hashes of the address and network from which the conversation was opened.
    address_hash: str | None = None
    network_hash: str | None = None
    epoch: int = 0  # Of this attempt; a newer one fences it.
    # Writes the whole answer in the transaction of an operation.
    write_answer: AnswerCallback | None = None
    is_answer_written: bool = False
    # The IANA time zone of the customer's browser.
    visitor_zone: str | None = None

    # A person the customer asked for who does not work at the location that the message names.
    person_elsewhere: Resource | None = None
    # The word they were asked about is a day and not their name.
    is_day_meant: bool = False
    # What this message wants beyond one booking, until the answer has said so.
    new_remainders: tuple[Remainder, ...] = ()
    two_services: FoundRemainders | None = None
    # The answer to the summary that was open; its operation and appointment; whether something else is named.
    answer: SummaryAnswer | None = None
    answered_deed: str = ""
    answered_appointment: str | None = None
    names_something: bool = False
    # The message names another time or person and no service, and is taken for a move of what is booked.
    is_move_implied: bool = False
    # The message has a note for the business; asks something beside a summary; may ask what was not taken up.
    is_note: bool = False
    is_side_question: bool = False
    is_unheard: bool = False
    # The message asks for the booking whose summary was refused just before.
    asks_again: bool = False
    # The message says that its customer will be late, and perhaps by how many minutes.
    late: "LateCustomer | None" = None
    # A sentence that code has composed from records, to be said unchanged.
    record_sentence: str = ""
    text: str = field(init=False)
    # Those whose numbers the customer may write without a country code; a name of another script tells one.
    phone_countries: tuple[str, ...] = field(init=False)
    # A provider's model has sent text in this turn, taken back or not.
    model_has_spoken: bool = False
    _started_at: float = field(default_factory=time.monotonic, init=False)
    _decisions: list[RuleDecision] = field(default_factory=list, init=False)
    _drained: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        told = countries_told(self.said) if self.pressed is None else ()
        self.state.countries = [*dict.fromkeys((*told, *self.state.countries))][:MOST_COUNTRIES]
        browser = self.locale
        self.text, self.locale = shorten(self.said), self.state.locale or browser
        if self.pressed is None:  # A button's label is nobody's own words.
            asks = self.state.awaits_contact
            self.locale = message_locale(self.catalogue, self.text, self.locale, awaits_contact=asks)
        self.state.locale = self.locale
        locales = (browser, self.locale, locale_of_text(self.text, self.locale))
        usual = countries_of(self.catalogue.organization.country, *locales)
        self.phone_countries = tuple(dict.fromkeys((*self.state.countries, *usual)))
        if self.pressed is None and not self.state.awaits_contact:  # A name is as its owner writes it.
            self.text = as_in_dictionary(self.text, language_of(self.locale))
        self.catalogue = self.catalogue.in_language(self.locale)

    @property
    def is_asking_for_other(self) -> bool:
        """Whether this message may ask for another summary than the open one: not if it asks to wait, says
        goodbye or names nothing."""
        if self.answer is None or self.answer.kind in (AnswerKind.YES, AnswerKind.NO):
            return True
        return self.names_something and self.answer.kind not in (AnswerKind.WAIT, AnswerKind.GOODBYE)

    @property
    def situation(self) -> Situation:
        return situation_of(self.state)

    @property
    def organization_id(self) -> str:
        return self.catalogue.organization.id

    @property
    def place(self) -> Location | None:
        """The location this conversation is about; None while there are several and none was chosen."""
        return place_of(self.catalogue, self.state)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of that location; the organization's until one is known."""
        return zone(clock_of(self.catalogue, self.state))

    @cached_property
    def place_in_message(self) -> Location | None:
        """The location this message names; None where it names none or several."""
        if len(self.catalogue.locations) < 2:
            return None
        found = places_in(self.catalogue, without_zone(self.text))
        return found[0] if len(found) == 1 else None

    def local_time_text(self, moment: datetime, time_zone: str) -> str:
        """A day and a time in ``time_zone``, which is named where another could be meant."""
        return local_time_text(self.catalogue, moment, time_zone, self.locale, self.visitor_zone)

    @property
    def now(self) -> datetime:
        return self.core.clock.now()

    def record_decision(self, rule: str, *, allowed: bool, **details: Any) -> None:
        """Record a rule's decision for the operators. The same yes is recorded once a turn."""
        judged = RuleDecision(rule, allowed, details)
        if not allowed or judged not in self._decisions:
            self._decisions.append(judged)

    def drain_decisions(self) -> list[RuleDecision]:
        """The decisions since the last call."""
        new, self._drained = self._decisions[self._drained :], len(self._decisions)
        return new

    @property
    def says(self) -> Sentences:
        """The receptionist's sentences in the language of the conversation."""
        return sentences_in(self.locale)

    async def transaction(self, operation: Callable[[Desk], Awaitable[T]], *, proof: str = "") -> T:
        """Run an operation in a transaction of its own. ``proof`` says what entitles a write, for the audit.
        Raises ``Fenced``, with nothing changed."""
        return await self.core.transaction(
            self.organization_id,
            self.actor(proof),
            operation,
            revision=self._revision,
            guard=lambda session: must_be_newest(session, self.conversation_id, self.epoch),
        )

    async def transaction_with_answer(
        self, operation: Callable[[Desk], Awaitable[TurnResult]], *, proof: str
    ) -> Sequence[Event]:
        """Run the operation that ends this turn, and store its answer in the same transaction, so that
        neither exists without the other. Raises ``Fenced``, with nothing changed."""

        async def write_and_tell(desk: Desk) -> TurnResult:
            result = await operation(desk)
            if self.write_answer is not None:
                await self.write_answer(desk.session, result)
            return result

        result = await self.core.transaction(
            self.organization_id, self.actor(proof), write_and_tell, revision=self._revision
        )
        self.state, self.is_answer_written = result.state, self.write_answer is not None
        self.vault.adopt(result.vault)
        return result.events

    async def read_only(self, operation: Callable[[Desk], Awaitable[T]]) -> T:
        """Run an operation that only reads."""
        return await self.core.read_only(
            self.organization_id, self.actor(), operation, revision=self._revision
        )

    def actor(self, proof: str = "") -> Actor:
        return Actor(door="chat", id=self.conversation_id, proof=proof, request_id=self.run_id)

    @property
    def _revision(self) -> int | None:
        """The catalogue's revision while that has just been read; None later, as a model takes time and the
        owner may have changed something."""
        is_fresh = time.monotonic() - self._started_at < FRESH_SECONDS
        return self.catalogue.organization.revision if is_fresh else None
