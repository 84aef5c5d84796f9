"""An encounter: one simulated customer and the receptionist, from the first word to what the database
says."""

import random
import time
from collections import Counter
from typing import Any, Protocol

from redis.exceptions import ConnectionError as RedisAway
from redis.exceptions import TimeoutError as RedisSilent
from sqlalchemy import select

from agent.conversation.conversation import ASSISTANT, WAITING, Conversation, Message, Run
from agent.intake.reception import MessageReceipt, Reception, Visitor
from agent.live_stream.stream import ConversationLog
from agent.models.protocol import Model
from evaluation.customer.act import Act, Meaning
from evaluation.customer.agenda import Agenda
from evaluation.customer.line_by_line import LineByLine
from evaluation.customer.sight import Sight
from evaluation.salon.mailbox import newest_code
from evaluation.salon.oracle import ExpectedState
from evaluation.salon.records import Record, differences, records
from evaluation.salon.stage import SalonStage
from evaluation.scenarios.scenario import Scenario
from evaluation.trials.delivery import Delivery
from evaluation.trials.faults import Faults, MortalTurns, WorkerDied
from evaluation.trials.page import ChatPage
from evaluation.trials.transcript import Transcript
from evaluation.trials.trial import Trial
from evaluation.trials.watch import Watch, missing_patterns, unfitting_answer

LOCALES = {
    "en": "en-US",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "he": "he-IL",
    "ar": "ar-EG",
}

# What breaks a turn without being its fault: it is played again from the beginning.
SERVERS_FAIL = (RedisAway, RedisSilent)


class Subject(Protocol):
    """Whoever is judged, for one trial."""

    @property
    def models(self) -> tuple[Model, ...]: ...

    @property
    def guided(self) -> Model: ...

    def expect(self, turn: int, meaning: Meaning) -> None:
        """Told before each message what the customer means by it; only a model that plays its part
        listens."""
        ...


class TrialRunner:
    """Plays one trial. ``rng`` decides everything the customer leaves to chance."""

    def __init__(self, scenario: Scenario, stage: SalonStage, subject: Subject, rng: random.Random) -> None:
        self.scenario = scenario
        self.stage = stage
        self.subject = subject
        self.rng = rng
        self.agenda = (LineByLine if scenario.customer.lines else Agenda)(scenario.customer, rng)
        self.faults = Faults(scenario, stage)
        self.watch = Watch(scenario, stage)
        self.log = ConversationLog(stage.core.redis)
        self.reception = Reception(stage.core, self.log)
        self.turns = MortalTurns(stage.core, self.log, subject.models, subject.guided)
        self.failures: list[str] = []
        self.transcript = Transcript()
        self.taken = 0
        self.turns_to_book: int | None = None

    async def play(self, target: ExpectedState, number: int) -> Trial:
        began = time.perf_counter()
        await self._converse()
        await self._look_at_the_end(target)
        scenario = self.scenario
        return Trial(
            scenario.family,
            scenario.name,
            scenario.tags,
            number,
            tuple(self.failures),
            self.watch.findings(),
            self.taken,
            self.turns_to_book,
            await self._engines(),
            tuple(self.transcript.lines),
            round(time.perf_counter() - began, 3),
        )

    async def _converse(self) -> None:
        locale = LOCALES[self.scenario.customer.language]
        opened = await self.reception.open(
            self.stage.organization_id, Visitor(locale, self.scenario.salon.zone)
        )
        self.conversation: Conversation = opened.conversation
        self.page = ChatPage(
            self.log, self.conversation.id, self._answers_stored, self.faults.disconnects_every
        )
        await self.page.catch_up()
        self.delivery = Delivery(self.reception, self.conversation, self.faults, self.transcript)
        self.transcript.answer(opened.greeting)
        while self.taken < self.scenario.most_turns:
            sight = await self._sight()
            await self._look_into_the_mailbox()
            act = self.agenda.next(sight)
            if act is None:
                return
            self.taken += 1
            await self._turn(act, sight)
            # Whoever still wants an appointment goes on when the team was told of something beside it.
            goes_on = self.agenda.memory.wish is not None or self.scenario.customer.lines
            if act.last or (not goes_on and await self._is_with_a_person()):
                return
        if self.agenda.memory.wish is not None:
            self.failures.append(f"after {self.taken} turns the customer still had not got what they wanted")

    async def _look_into_the_mailbox(self) -> None:
        wish = self.agenda.memory.wish
        if wish is None or not wish.which:
            return
        customer, stage = self.scenario.customer, self.stage
        own = next((one for one in stage.strangers if one.called == wish.which), None)
        self.agenda.memory.booking_code = own.code if own and customer.knows_code else None
        codes = self.reception.codes
        self.agenda.memory.mailed_code = await newest_code(stage, self.conversation.id, codes, customer.email)

    async def _turn(self, act: Act, sight: Sight) -> None:
        """One message and everything that follows from it."""
        phase = self.agenda.memory.phase(sight)
        await self.faults.strike_before(act, phase)
        self.stage.advance_seconds(self.rng.randint(5, 40))
        before, known = await self._records(), len((await self._view()).messages)
        acts = [act, *self._other_tab(phase, sight)]
        self.subject.expect(self.taken, act.meaning)
        for each in acts:
            self.watch.hear_customer(each.text)
            self.transcript.act(each, sight)
        for received in await self.delivery.send(acts):
            await self._answer(received)
        await self.page.catch_up()
        await self._look(before, acts, known, act)

    async def _answers_stored(self) -> dict[str, str]:
        answers = select(Message.id, Message.text).where(
            Message.conversation_id == self.conversation.id, Message.role == ASSISTANT
        )
        async with self.reception.core.sessions() as session:
            return {row.id: row.text for row in await session.execute(answers)}

    def _other_tab(self, phase: str, sight: Sight) -> list[Act]:
        fault = self.faults.other_tab(phase)
        if fault is None:
            return []
        summary, times = sight.summary(), sight.times()
        if fault.says:
            return [Act(Meaning("remark"), fault.says)]
        if fault.presses == "another_time" and times:
            return [Act(Meaning("choose"), input_id=self.rng.choice(times).input_id)]
        if fault.presses in ("agree", "decline") and summary is not None:
            agrees = fault.presses == "agree"
            meaning = Meaning("agree" if agrees else "decline", summary=summary)
            return [Act(meaning, input_id=summary.agree if agrees else summary.decline)]
        return []

    async def _answer(self, received: MessageReceipt) -> None:
        """The turn, taken again by another worker where the first one dies."""
        if received.run_id is None:
            return
        self.turns.dies_after = self.faults.dies_after(self.taken)
        try:
            await self.turns.take(self.conversation.id)
        except WorkerDied:
            self.turns.dies_after = None
            self.transcript.note("worker", "died; another takes the turn again")
            await self.turns.take(self.conversation.id)
        except SERVERS_FAIL:
            raise
        except Exception as error:
            self.failures.append(f"turn {self.taken} broke: {type(error).__name__}: {error}"[:300])

    async def _look(self, before: list[Record], acts: list[Act], known: int, act: Act) -> None:
        after = await self._records()
        self.watch.check_changes(before, after, acts)
        if self.turns_to_book is None and len(after) > len(before):
            self.turns_to_book = self.taken
        view = await self._view()
        answers = [message for message in view.messages[known:] if message.role == ASSISTANT]
        texts = [answer.text for answer in answers]
        blocks = [block for answer in answers for block in answer.blocks]
        self.watch.check_shown([*texts, *self.page.taken_back], blocks, self.page.events)
        for answer in answers:
            self.transcript.answer(answer)
            # The stream carries placeholders for what is personal; the page is given what they stand for.
            streamed = view.vault.reveal(self.page.texts.get(answer.id, ""))
            if streamed != answer.text:
                self.failures.append(
                    f"the page showed {streamed[:80]!r} where the rows say {answer.text[:80]!r}"
                )
        told = "\n".join((*texts, *(f"[{block['type']}] {block['fallback_text']}" for block in blocks)))
        self.failures += [f"turn {self.taken}: {what}" for what in unfitting_answer(act, told)]
        if not answers:
            self.failures.append(f"turn {self.taken} was not answered")

    async def _look_at_the_end(self, target: ExpectedState) -> None:
        self.failures += differences(target.on(self.stage), await self._records())
        said = self.transcript.said
        self.failures += [f"never said: {pattern}" for pattern in missing_patterns(self.scenario.hears, said)]
        forbidden = [pattern for pattern in self.scenario.never if not missing_patterns([pattern], said)]
        self.failures += [f"said what must never be said: {pattern}" for pattern in forbidden]
        wanted, got = self.scenario.handed_over, await self._is_with_a_person()
        if wanted is not None and wanted != got:
            self.failures.append("no person was asked for" if wanted else "a person was asked for")
        self.failures += self.delivery.failures
        self.failures += [f"on the page, {what}" for what in self.page.garbled]
        if self.page.repeated:
            self.failures.append(f"{self.page.repeated} events reached the page twice")

    async def _engines(self) -> dict[str, int]:
        """Who answered how many turns; a player's name is its trial's, so only what it plays is told."""
        async with self.stage.core.sessions() as session:
            own = Run.conversation_id == self.conversation.id
            engines = await session.scalars(select(Run.engine).where(own))
            return dict(Counter((engine or "nobody").split("-")[0] for engine in engines))

    async def _is_with_a_person(self) -> bool:
        async with self.stage.core.sessions() as session:
            conversation = await session.get_one(Conversation, self.conversation.id)
            return conversation.status == WAITING

    async def _records(self) -> list[Record]:
        async with self.stage.core.sessions() as session:
            return await records(session, self.stage, but=self.stage.rivals)

    async def _view(self) -> Any:
        return await self.reception.view(self.conversation.id)

    async def _sight(self) -> Sight:
        return Sight(
            (await self._view()).messages, self.conversation.locale, self.stage.zone, self.stage.clock.now()
        )
