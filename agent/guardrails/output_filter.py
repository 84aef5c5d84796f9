"""Speech: what a model says, on its way to the customer. Words pass as they come; what may not be said is
taken out on the way."""

from msgspec import structs

from agent.events import Event, TextAdded, TextReset
from agent.guardrails import instruction_leaks, plain_text
from agent.guardrails.false_claims import guard
from agent.guardrails.false_claims.amounts import Amounts, amounts_in, amounts_of, amounts_said, may_be_said
from agent.guardrails.false_claims.corrections import correction_of
from agent.guardrails.false_claims.kinds import ClaimKind
from agent.languages.texts.concerns import concern_texts_in
from agent.models.protocol import TextDelta, TextTakenBack
from agent.turn_context import TurnContext
from booking_core.catalogue.resources import STAFF


class OutputFilter:
    """One model's part of one answer. ``instructions`` are what it was told, and not to repeat."""

    def __init__(self, context: TurnContext, instructions: str) -> None:
        organization = context.catalogue.organization
        facts = organization.facts.values()
        self._context = context
        self._plain = plain_text.PlainTextFilter(plain_text.own_hosts(organization))
        self._leaks = instruction_leaks.InstructionLeakFilter(instructions)
        owners = [sentence for fact in facts for sentence in guard.sentences(fact)]
        # Only the built-in receptionist has no instructions; that it has passed something on moves nothing.
        own = () if instructions else structs.astuple(concern_texts_in(context.locale))
        owners += [sentence for text in own for sentence in guard.sentences(text)]
        self._guard = guard.ClaimGuard(
            owners,
            self._is_done,
            self._may_say,
            staff=[one.name for one in context.catalogue.resources.values() if one.kind == STAFF],
            only_bookings=not instructions,
            writes=self._has_address,
        )
        self._corrected: set[ClaimKind] = set()
        self._results = [one.content for one in context.history if one.role == "assistant"]
        self._is_over = False
        self._let_pass = ""
        # ``reply`` is what the model has said since it was last asked.
        self.reply = self._said_before = self._paragraph = ""

    @property
    def has_spoken(self) -> bool:
        """Whether anything was heard."""
        return bool(self._guard.text.strip())

    def begin_reply(self) -> None:
        """The model is asked once more. What it says after a tool has run begins a paragraph of its own."""
        self.reply, self._said_before = "", self._guard.text
        self._paragraph = "\n\n" if self.has_spoken else ""

    def learn(self, result: str) -> None:
        """What a tool has answered: amounts that stand in it may be said."""
        self._results.append(result)

    def _is_done(self, kind: ClaimKind) -> bool:
        """Whether the records of this conversation have what such a claim says."""
        state = self._context.state
        done = {
            ClaimKind.KEEPING: state.hold_id is not None,
            ClaimKind.SENDING: bool(state.claim or state.proving_contact)
            or (bool(state.appointments) and self._has_address()),
            ClaimKind.TEAM: state.team_was_told,
        }
        return done.get(kind, False)

    def _has_address(self) -> bool:
        """Whether the customer has an email address: without one no email goes out."""
        contact = self._context.state.contact
        return bool(contact.email if contact else self._context.state.draft.email)

    def _may_say(self, sentence: str) -> bool:
        if amounts_said(sentence) == Amounts():
            return True
        return may_be_said(
            sentence, amounts_of(self._context.catalogue, self._results), amounts_in(self._context.text)
        )

    async def feed(self, said: TextDelta | TextTakenBack) -> list[Event]:
        """The next piece of the reply; what of it the customer hears."""
        if isinstance(said, TextTakenBack):
            return self._take_back()
        piece = said.text if self.reply else self._paragraph + said.text
        self.reply += said.text
        return await self._filter(self._leaks.feed(self._plain.feed(piece)), ends=False)

    def _take_back(self) -> list[Event]:
        """What has been heard of this reply was not meant for the customer: the answer stands as it was
        before it."""
        self.reply = ""
        self._plain, self._leaks = self._plain.fresh_copy(), self._leaks.fresh_copy()
        self._guard.begin_again(self._said_before)
        return [TextReset(), *([TextAdded(self._said_before)] if self._said_before else [])]

    async def flush(self) -> list[Event]:
        """The model has stopped speaking, for now or for good; what was held back is judged as it is."""
        rest = self._leaks.feed(self._plain.finish()) + self._leaks.finish()
        heard = await self._filter(rest, ends=True)
        if self.has_spoken or self._plain.removed or self._leaks.withheld:
            self._judge()
        return heard + list(self._context.drain_decisions())

    def _judge(self) -> None:
        self._context.record_decision(plain_text.RULE, allowed=not self._plain.removed)
        self._context.record_decision(instruction_leaks.RULE, allowed=not self._leaks.withheld)
        if not self._corrected:
            self._context.record_decision(guard.RULE, allowed=True)
        self._plain.removed = self._leaks.withheld = 0

    async def _filter(self, plain: str, *, ends: bool) -> list[Event]:
        if self._is_over or self._leaks.is_mostly_leaked:
            return self._replace_leak()
        events: list[Event] = []
        if self._context.record_sentence != self._let_pass:
            self._let_pass = self._context.record_sentence
            self._guard.let_pass(self._let_pass)
        while True:
            try:
                heard = self._guard.finish_with(plain) if ends else self._guard.feed(plain)
            except guard.Withheld as withheld:
                events, plain = await self._correct(withheld), ""
                continue
            return [*events, TextAdded(heard)] if heard else events

    def _replace_leak(self) -> list[Event]:
        """Of an answer that recites what the model was told nothing is left; nor is what it says after
        that."""
        if self._is_over:
            return []
        self._is_over = True
        self._guard.text = self._context.says.OUT_OF_SCOPE
        return [TextReset(), TextAdded(self._guard.text)]

    async def _correct(self, withheld: guard.Withheld) -> list[Event]:
        """Everything said so far again, with what is true in place of the claim; once for each kind is
        enough."""
        kind, kept = withheld.kind, withheld.kept
        self._context.record_decision(
            guard.RULE, allowed=False, claim=withheld.claim.strip()[:200], deed=kind.name.lower()
        )
        if kind not in self._corrected:
            self._corrected.add(kind)
            truth = await correction_of(self._context, kind, withheld.claim)
            kept = f"{kept.rstrip()}{_gap(kept)}{truth}" if truth else kept
        self._guard.text = kept
        return [*self._context.drain_decisions(), TextReset(), *([TextAdded(kept)] if kept else [])]


def _gap(kept: str) -> str:
    if not kept.strip():
        return ""
    return "\n\n" if kept.endswith("\n") else " "
