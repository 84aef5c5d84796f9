"""Whatever is said at an open summary, nothing is booked, moved or cancelled without a yes; and no day that
was given up is booked."""

import pytest

from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.attack.figures import Figures
from tests.attack.options import FULL_SIZE, Sized
from tests.attack.understanding.samples import NEXT, REDUCED, sample
from tests.attack.understanding.summaries import PATHS, Summarised
from tests.attack.understanding.two_lists import ASKED_AT, begin, booked_days, dialogues
from tests.conftest import new_salon


# Every day the next test says as much by the other path.
@pytest.mark.parametrize("path", ["model", pytest.param("guided", marks=FULL_SIZE)])
async def test_what_is_no_plain_yes_does_nothing(
    core: BookingCore, path: str, size: Sized, figures: Figures
) -> None:
    done = []
    for row, deed in figures.each(sample("not_yes", size(10_000, REDUCED))):
        eve = await Summarised.shown(core, await new_salon(core), row.lang, deed, path)
        before = await eve.records()
        await eve.says(row.text)
        if await eve.records() != before:
            done.append((row, deed))
    figures.note(done=len(done))
    assert done == []


async def test_an_ok_to_the_answer_that_follows_does_nothing_either(
    core: BookingCore, size: Sized, figures: Figures
) -> None:
    done = []
    for row, deed in figures.each(sample("not_yes", size(10_000, REDUCED))):
        if row.kind == "yes_but":
            continue  # What is asked to be different is shown in a new summary, and may be agreed to.
        eve = await Summarised.shown(core, await new_salon(core), row.lang, deed, "guided")
        before = await eve.records()
        for text in (row.text, *NEXT):
            await eve.says(text)
        if await eve.records() != before:
            done.append((row, deed))
    figures.note(done=len(done))
    assert done == []


@pytest.mark.parametrize("path", PATHS)
async def test_a_no_to_cancelling_keeps_the_appointment_whatever_is_agreed_to_next(
    core: BookingCore, path: str, size: Sized, figures: Figures
) -> None:
    done = []
    for row, deed in figures.each(sample("no_to_cancel", size(10_000, REDUCED))):
        eve = await Summarised.shown(core, await new_salon(core), row.lang, deed, path)
        before = await eve.records()
        for text in (row.text, *NEXT, "ok yes"):
            await eve.says(text)
        if await eve.records() != before:
            done.append(row)
    figures.note(done=len(done))
    assert done == []


async def test_a_plain_yes_does_it(core: BookingCore, size: Sized, figures: Figures) -> None:
    missed = []
    for row, deed in figures.each(sample("yes", size(10_000, REDUCED))):
        eve = await Summarised.shown(core, await new_salon(core), row.lang, deed, "guided")
        before = await eve.records()
        await eve.says(row.text)
        if await eve.records() == before:
            missed.append((row, deed))
    figures.note(missed=len(missed))
    assert missed == []


async def test_no_day_that_was_given_up_is_booked(
    core: BookingCore, clock: FrozenClock, size: Sized, figures: Figures
) -> None:
    clock.advance(ASKED_AT - clock.now())
    every = [*dialogues("two_lists"), *dialogues("days_by_number")]
    old = [
        dialogue
        for dialogue in figures.each(every[:: max(1, len(every) // size(10_000, REDUCED))])
        for day in await booked_days(core, await new_salon(core), dialogue)
        if day.date() == dialogue.old_day
    ]
    figures.note(old=len(old))
    assert old == []


async def test_a_number_beside_a_refused_day_is_the_new_day_or_asked_about(
    core: BookingCore, clock: FrozenClock, size: Sized, figures: Figures
) -> None:
    clock.advance(ASKED_AT - clock.now())
    every = dialogues("days_by_number")
    wrong = []
    for dialogue in figures.each(every[:: max(1, len(every) // size(10_000, REDUCED))]):
        eve = await begin(core, await new_salon(core), dialogue)
        for text in dialogue.turns[:2]:
            await eve.says(text)
        when = (await eve.view()).state.draft.when
        days = [days.first for days in when.dates]
        asked = [(problem.kind, *problem.days) for problem in when.problems]
        new, old = dialogue.new_day, dialogue.old_day
        if (days, asked) != (([new], []) if dialogue.meant == "day" else ([], [("day_or_hour", new, old)])):
            wrong.append((dialogue, days, asked))
    figures.note(wrong=len(wrong))
    assert wrong == []


async def test_a_model_keeps_no_time_of_an_older_list_and_proposes_none_it_was_asked_away_from(
    core: BookingCore, salon: DemoSalon
) -> None:
    def look_for(when: str) -> list[Call]:
        return [Call("find_times", {"service": "Haircut", "when": when})]

    eve = Chatter(
        core,
        salon,
        ScriptedModel(
            look_for("tuesday"),
            [Call("hold_time", {"handle": "t1"})],
            [Say("For whom?")],
            look_for("wednesday"),
            [Call("hold_time", {"handle": "t2"})],
            [Call("propose_booking")],
            [Say("There.")],
        ),
    )
    await eve.says("tuesday")
    await eve.says("no, wednesday")
    view = await eve.view()
    assert view.state.summary is None
    assert view.state.held_offer is not None
    assert view.state.held_offer.handle == "t1"
    assert not {"t1", "t2"} & set(view.state.listed)
