"""What a model leaves of its own machinery in real turns: thoughts that reached the customer are taken back,
repeated calls show nothing twice."""

from sqlalchemy import select

from agent.conversation.conversation import Step
from agent.live_stream.stream import BEGINNING
from agent.models.protocol import TextDelta, TextTakenBack
from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

FIND = Call("find_times", {"service": "haircut", "when": "friday"})


class ThinksAloud(ScriptedModel):
    """A model whose first words were thoughts; who listens learns it late."""

    async def stream(self, messages, tools, conversation):
        is_first = not self.heard
        async for event in super().stream(messages, tools, conversation):
            if is_first and isinstance(event, TextDelta):
                yield TextDelta("The customer wants a haircut. ")
                yield TextTakenBack()
                is_first = False
            yield event


async def test_thoughts_that_were_heard_are_taken_back_and_the_answer_stands_alone(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(core, salon, ThinksAloud([Say("Which day would suit you?")]))
    assert await eve.says("a haircut please") == "Which day would suit you?"


async def test_what_was_said_before_a_call_stays_when_later_thoughts_are_taken_back(
    core: BookingCore, salon: DemoSalon
) -> None:
    class Later(ScriptedModel):
        async def stream(self, messages, tools, conversation):
            is_second = len(self.heard) == 1
            async for event in super().stream(messages, tools, conversation):
                if is_second and isinstance(event, TextDelta):
                    yield TextDelta("They gave me times. ")
                    yield TextTakenBack()
                    is_second = False
                yield event

    eve = Chatter(core, salon, Later([Say("One moment."), FIND], [Say("Here is Friday.")]))
    assert await eve.says("a haircut on friday please") == "One moment.\n\nHere is Friday."


async def test_the_same_call_in_every_round_shows_one_list(core: BookingCore, salon: DemoSalon) -> None:
    model = ScriptedModel([FIND], [FIND], [FIND], [FIND], [Say("Here is Friday.")])
    eve = Chatter(core, salon, model)
    assert await eve.says("a haircut on friday please") == "Here is Friday."
    blocks = [block["type"] for block in (await eve.view()).messages[-1].blocks]
    assert blocks == ["slot_picker"]
    async with core.sessions() as session, session.begin():
        asked = select(Step).where(Step.conversation_id == eve.conversation.id, Step.name == "find_times")
        results = [step.result for step in await session.scalars(asked.order_by(Step.id))]
    assert ["advice" in result for result in results] == [False, True, True, True]


async def test_a_list_is_asked_for_again_once_something_has_changed(
    core: BookingCore, salon: DemoSalon
) -> None:
    held: list[str] = []

    def holds(heard) -> list[Call]:
        held.append(heard.messages[-1].content)
        handle = held[-1].split('"handle":"', 1)[1].split('"', 1)[0]
        return [Call("hold_time", {"handle": handle}), FIND]

    model = ScriptedModel([FIND], holds, [Say("Here is Friday.")])
    eve = Chatter(core, salon, model)
    await eve.says("a haircut on friday please")
    blocks = [block["type"] for block in (await eve.view()).messages[-1].blocks]
    assert blocks.count("slot_picker") == 2


async def test_the_stream_names_no_model(core: BookingCore, salon: DemoSalon) -> None:
    class Named(ScriptedModel):
        name = "some-model-70b"

    eve = Chatter(core, salon, Named([Say("Which day would suit you?")]))
    await eve.says("a haircut please")
    assert eve.conversation is not None
    told = await eve.turns.log.after(eve.conversation.id, BEGINNING)
    assert told
    assert "some-model-70b" not in str(told)
