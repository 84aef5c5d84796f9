"""What one turn of the receptionist works with, from the customer's message to the state it leaves behind."""

import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from agent.assent import Answer, AnswerKind
from agent.contact_lines import contact_in_message, without
from agent.conversation.fence import must_be_newest
from agent.conversation.place_mentions import places_in
from agent.conversation.places import clock_of, local_time_text, place_of
from agent.conversation.state import ConversationState, Input
from agent.conversation.vault import Vault
from agent.events import Event, RuleDecision
from agent.languages import locale_of_text, sentences_in
from agent.languages.language import Sentences
from agent.mentions.beyond_one.finding import FoundRemainders, Remainder
from agent.mentions.zones import without_zone
from agent.models.protocol import ModelMessage
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.storage.audit import Actor
from booking_core.time.wall_clock import zone

T = TypeVar("T")


class TurnResult(Struct, frozen=True):
    """What an operation came to: the events that tell it, and the state and the vault as they are after
    it."""

    events: Sequence[Event]
    state: ConversationState
    vault: Vault


AnswerCallback = Callable[[AsyncSession, TurnResult], Awaitable[None]]
# As long as what is known of a business counts as just result.
FRESH_SECONDS = 1.0


class TurnContext:
    """One turn. ``position`` is that of the customer's message; ``pressed`` the button or form behind it,
    with its ``payload``.

    ``code`` is what a one-time code in the message was worth (``agent.verification.verification``). What is
    said here is as the customer said it; ``vault`` conceals it for whoever need not know. ``address_hash``
    and ``network_hash`` are where the conversation was opened, ``visitor_zone`` the clock of the browser it
    was opened in. ``epoch`` is the attempt's, and ``write_answer`` writes the whole answer into an
    operation's transaction. Organization, conversation and customer come from here, never from what a model
    says.
    """

    def __init__(
        self,
        core: BookingCore,
        catalogue: Catalogue,
        *,
        conversation_id: str,
        run_id: str,
        position: int,
        text: str,
        state: ConversationState,
        locale: str,
        pressed: Input | None = None,
        payload: dict[str, Any] | None = None,
        code: str | None = None,
        vault: Vault | None = None,
        history: Sequence[ModelMessage] = (),
        address_hash: str | None = None,
        network_hash: str | None = None,
        epoch: int = 0,
        write_answer: AnswerCallback | None = None,
        visitor_zone: str | None = None,
    ) -> None:
        self.core = core
        self.catalogue = catalogue
        self.conversation_id = conversation_id
        self.run_id = run_id
        self.position = position
        self.text = text
        self.state = state
        self.locale = state.locale = _message_locale(catalogue, state, text, state.locale or locale, pressed)
        self.pressed = pressed
        self.payload = payload or {}
        self.code = code
        self.vault = vault or Vault()
        self.history = list(history)
        self.address_hash = address_hash
        self.network_hash = network_hash
        self.epoch = epoch
        self.write_answer = write_answer
        self.is_answer_written = False
        self.visitor_zone = visitor_zone
        # Whom the customer asked for, who does not work at the place this message names.
        self.person_elsewhere: Resource | None = None
        # Whether the customer has just said that the word they were asked about is a day and not their name.
        self.is_day_meant = False
        # What this message wants beyond one booking, until the answer has said so.
        self.new_remainders: tuple[Remainder, ...] = ()
        self.two_services: FoundRemainders | None = None
        # What kind of answer this message is to the summary that was open, the operation and the appointment
        # of that, and whether it names something else.
        self.answer: Answer | None = None
        self.answered_deed = ""
        self.answered_appointment: str | None = None
        self.names_something = False
        # Whether this message asks for the booking whose summary was refused just before.
        self.asks_again = False
        # What code has put together of the records, to be said as it is.
        self.record_sentence = ""
        # Whether a provider's model has said anything to the customer in this turn, taken back or not.
        self.model_has_spoken = False
        self._started_at = time.monotonic()
        self._decisions: list[RuleDecision] = []
        self._drained = 0

    @property
    def is_asking_for_other(self) -> bool:
        """Whether this message may ask for a summary other than the one that was open: not where it waits,
        leaves, or names nothing."""
        if self.answer is None or self.answer.kind in (AnswerKind.YES, AnswerKind.NO):
            return True
        return self.names_something and self.answer.kind not in (AnswerKind.WAIT, AnswerKind.GOODBYE)

    @property
    def organization_id(self) -> str:
        return self.catalogue.organization.id

    @property
    def place(self) -> Location | None:
        """The place this conversation is about; None where there are several and nothing has decided it
        yet."""
        return place_of(self.catalogue, self.state)

    @property
    def zone(self) -> ZoneInfo:
        """The clock of that place; the business's own until there is one."""
        return zone(clock_of(self.catalogue, self.state))

    @cached_property
    def place_in_message(self) -> Location | None:
        """The one place this message names, in the customer's words."""
        if len(self.catalogue.locations) < 2:
            return None
        found = places_in(self.catalogue, without_zone(self.text))
        return found[0] if len(found) == 1 else None

    def local_time_text(self, moment: datetime, time_zone: str) -> str:
        """A day and a time on the clock of ``time_zone``, which is named where another could be meant."""
        return local_time_text(self.catalogue, moment, time_zone, self.locale, self.visitor_zone)

    @property
    def now(self) -> datetime:
        return self.core.clock.now()

    def record_decision(self, rule: str, *, allowed: bool, **details: Any) -> None:
        """Note what a rule decided, for the operators. The same yes is noted once a turn."""
        judged = RuleDecision(rule, allowed, details)
        if not allowed or judged not in self._decisions:
            self._decisions.append(judged)

    def drain_decisions(self) -> list[RuleDecision]:
        """What was decided since this was last asked."""
        new, self._drained = self._decisions[self._drained :], len(self._decisions)
        return new

    @property
    def says(self) -> Sentences:
        """The receptionist's sentences in the language of the conversation."""
        return sentences_in(self.locale)

    async def transaction(self, operation: Callable[[Desk], Awaitable[T]], *, proof: str = "") -> T:
        """One operation at the desk, in a visit of its own. ``proof`` says what entitles a write. Raises
        ``Fenced``; nothing is done then."""
        return await self.core.transaction(
            self.organization_id,
            self._actor(proof),
            operation,
            revision=self._revision,
            guard=lambda session: must_be_newest(session, self.conversation_id, self.epoch),
        )

    async def transaction_with_answer(
        self, operation: Callable[[Desk], Awaitable[TurnResult]], *, proof: str
    ) -> Sequence[Event]:
        """The operation that ends this turn. Its answer is written down in its own transaction, so that one
        is never there without the other, whoever stops the turn and whatever dies. Raises ``Fenced``; nothing
        is done then."""

        async def write_and_tell(desk: Desk) -> TurnResult:
            result = await operation(desk)
            if self.write_answer is not None:
                await self.write_answer(desk.session, result)
            return result

        result = await self.core.transaction(
            self.organization_id, self._actor(proof), write_and_tell, revision=self._revision
        )
        self.state, self.is_answer_written = result.state, self.write_answer is not None
        self.vault.adopt(result.vault)
        return result.events

    async def read_only(self, operation: Callable[[Desk], Awaitable[T]]) -> T:
        """The same for an operation that only reads."""
        return await self.core.read_only(
            self.organization_id, self._actor(), operation, revision=self._revision
        )

    def _actor(self, proof: str = "") -> Actor:
        return Actor(door="chat", id=self.conversation_id, proof=proof, request_id=self.run_id)

    @property
    def _revision(self) -> int | None:
        """That of the catalogue at hand while it has only just been read; a model may take its time, and the
        owner change something."""
        is_fresh = time.monotonic() - self._started_at < FRESH_SECONDS
        return self.catalogue.organization.revision if is_fresh else None


def _message_locale(
    catalogue: Catalogue, state: ConversationState, text: str, locale: str, pressed: Input | None
) -> str:
    """The language follows the customer's own words, never a button's, and never their name: "Dimanche Diop"
    speaks no French by that."""
    if pressed is not None:
        return locale
    spoken = locale_of_text(text, locale)
    if spoken == locale or not state.awaits_contact:
        return spoken
    contact = contact_in_message(catalogue, text, locale, is_asked=True)
    return locale_of_text(without(text, contact.name or "", contact.email or ""), locale)
