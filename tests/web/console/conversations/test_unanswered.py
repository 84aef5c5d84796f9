"""The questions that nothing here answered: grouped, newest first, of one business, for whoever may write the
answer."""

from datetime import timedelta

from agent.conversation.conversation import UNANSWERED
from agent.data_retention.erasure import ERASED
from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import MONDAY, at
from tests.web.console.rows import conversation, message, run, step
from tests.web.console.stage import Browser, operator_of, stored
from web.console.settings.unanswered.questions import LONGEST, group_questions


def test_the_same_words_are_one_question_and_the_newest_come_first() -> None:
    asked = [
        ("Do you have a piano?", MONDAY, "cnv_2"),
        ("do you have a PIANO", MONDAY - timedelta(days=1), "cnv_1"),
    ]
    [one] = group_questions(asked)
    assert (one.words, one.times, one.conversation_id) == ("Do you have a piano?", 2, "cnv_2")


def test_personal_values_are_left_out_and_make_no_question_another() -> None:
    asked = [(f"I'm [name {n}], are dogs ok?", MONDAY, f"cnv_{n}") for n in (1, 2)]
    assert [(one.words, one.times) for one in group_questions(asked)] == [("I'm …, are dogs ok?", 2)]


def test_a_long_question_is_cut() -> None:
    [one] = group_questions([("why " * 200, MONDAY, "cnv_1")])
    assert len(one.words) <= LONGEST + 1


async def ask(core: BookingCore, salon: DemoSalon, text: str, *, ok: bool = False) -> None:
    chat = conversation(salon)
    said = message(chat, "customer", text, created_at=at(0, 8))
    work = run(chat, said)
    await stored(core, chat, said, work, step(work, "rule", UNANSWERED, ok=ok))


async def see(core: BookingCore, salon: DemoSalon, role: Role) -> tuple[int, str]:
    person = await operator_of(core, salon, role)
    async with Browser(core) as browser:
        await browser.sign_in(person.email)
        answer = await browser.see(f"/console/{salon.organization_id}/settings/unanswered")
    return answer.status_code, answer.text


async def test_a_manager_sees_the_questions_of_this_business_and_where_answers_are_written(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    await ask(core, salon, "Is there a piano?")
    await ask(core, salon, ERASED)
    await ask(core, salon, "What does it cost?", ok=True)
    await ask(core, other_salon, "Is there a swimming pool?")
    status, seen = await see(core, salon, Role.MANAGER)
    assert (status, "Is there a piano?" in seen) == (200, True)
    assert "/settings/business#chat.facts" in seen
    assert "swimming pool" not in seen
    assert "What does it cost?" not in seen
    assert ERASED not in seen


async def test_a_member_sees_none_of_it(core: BookingCore, salon: DemoSalon) -> None:
    await ask(core, salon, "Is there a piano?")
    status, seen = await see(core, salon, Role.MEMBER)
    assert (status, "piano" in seen) == (403, False)


async def test_a_business_without_any_is_told_so(core: BookingCore, salon: DemoSalon) -> None:
    assert "Nothing here" in (await see(core, salon, Role.OWNER))[1]
