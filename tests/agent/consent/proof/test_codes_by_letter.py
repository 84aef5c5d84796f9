"""Letters with one-time codes: how many one mailbox gets, and codes handed on to whoever asks next."""

from datetime import timedelta

import pytest

from agent.intake.end import end_conversation
from agent.live_stream.stream import ConversationLog
from agent.verification.code_delivery import LETTERS_PER_ADDRESS, LETTERS_PER_MAILBOX
from agent.verification.one_time_codes import MOST_TOGETHER, MOST_TRIES
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.consent.proof.proving import ADA, code_for, letters_to, other_than, read_asked, status_of
from tests.agent.customers import Chatter
from tests.cast import Visitor, at


async def test_a_mailbox_is_written_to_only_so_often_and_its_owner_has_a_code_all_the_same(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter, clock: FrozenClock
) -> None:
    """Whoever names it a hundred times, from anywhere, for an hour; nobody can tell by an answer."""
    booked = await ada.books("Haircut", at(1, 10))
    answers, asked = set(), []
    for number in range(30):
        stranger = Chatter(core, salon, address=f"somewhere {number}")
        answers.add(await stranger.says(f"cancel my appointment, {ADA}"))
        asked += await read_asked(stranger)
        clock.advance(timedelta(minutes=2))
    answers.add(await ada_again.says(f"cancel my appointment, {ADA}"))
    (hers,) = await read_asked(ada_again)
    assert len(answers) == 1
    assert len(await letters_to(core, salon, [*asked, hers])) <= LETTERS_PER_MAILBOX + 8
    assert hers.letter_of in await letters_to(core, salon, [hers])
    assert "cancel it?" in await ada_again.says(ada_again.reception.codes.of(hers.letter_of))
    assert "is cancelled" in await ada_again.says("yes")
    assert await status_of(core, booked) == "cancelled"


async def test_a_code_whose_letter_was_never_written_is_mailed_to_whoever_it_is_handed_on_to(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter
) -> None:
    """Strangers ask for codes and leave before the post has gone."""
    await ada.books("Haircut", at(1, 10))
    left = [Chatter(core, salon, address=f"{number}") for number in range(LETTERS_PER_MAILBOX)]
    for one in left:
        await one.says(f"cancel my appointment, {ADA}")
        assert one.conversation is not None
        await end_conversation(core, ConversationLog(core.redis), one.conversation.id)
    await ada_again.says(f"cancel my appointment, {ADA}")
    asked = [row for one in (*left, ada_again) for row in await read_asked(one)]
    (hers,) = await read_asked(ada_again)
    assert hers.code_of is not None
    assert await letters_to(core, salon, asked) == {hers.code_of}
    assert "cancel it?" in await ada_again.says(ada_again.reception.codes.of(hers.letter_of))


async def test_one_address_has_fewer_letters_sent_than_all_together(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    asked = []
    for _ in range(LETTERS_PER_ADDRESS + 2):
        stranger = Chatter(core, salon, address="one")
        await stranger.says(f"cancel my appointment, {ADA}")
        asked += await read_asked(stranger)
    assert len(await letters_to(core, salon, asked)) == LETTERS_PER_ADDRESS


async def test_all_of_one_place_that_a_code_was_handed_on_to_have_five_tries_together(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter, clock: FrozenClock
) -> None:
    """Whoever asked for the letter keeps their own, so has everybody elsewhere, and the next letter comes as
    soon as this one is old."""
    booked = await ada.books("Haircut", at(1, 10))
    for number in range(LETTERS_PER_MAILBOX - 1):
        await Chatter(core, salon, address=f"{number}").says(f"cancel my appointment, {ADA}")
    clock.advance(timedelta(seconds=1))
    await ada_again.says(f"cancel my appointment, {ADA}")
    letter = (await read_asked(ada_again))[0].id
    told = []
    for _ in range(3):
        guessing = Chatter(core, salon, address="guessing")
        await guessing.says(f"cancel my appointment, {ADA}")
        (asked,) = await read_asked(guessing)
        assert asked.code_of == letter
        wrong = other_than(guessing.reception.codes.of(letter))
        told += [await guessing.says(wrong) for _ in range(2)]
    assert ["not the code" in one for one in told[: MOST_TRIES - 1]] == [True] * (MOST_TRIES - 1)
    assert ["too often" in one for one in told[MOST_TRIES - 1 :]] == [True] * (len(told) - MOST_TRIES + 1)
    elsewhere = Chatter(core, salon, address="elsewhere")
    await elsewhere.says(f"cancel my appointment, {ADA}")
    assert "not the code" in await elsewhere.says(other_than(elsewhere.reception.codes.of(letter)))
    assert "cancel it?" in await ada_again.says(await code_for(ada_again))
    clock.advance(timedelta(minutes=10))
    after = Chatter(core, salon, address="after")
    await after.says(f"cancel my appointment, {ADA}")
    assert "cancel it?" in await after.says(await code_for(after))
    assert await status_of(core, booked) == "confirmed"


async def test_guesses_from_everywhere_at_a_code_that_is_handed_on_are_bounded(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter
) -> None:
    await ada.books("Haircut", at(1, 10))
    for number in range(LETTERS_PER_MAILBOX - 1):
        await Chatter(core, salon, address=f"{number}").says(f"cancel my appointment, {ADA}")
    await ada_again.says(f"cancel my appointment, {ADA}")
    guesses = 0
    for number in range(MOST_TOGETHER // MOST_TRIES + 2):
        guessing = Chatter(core, salon, address=f"guessing {number}")
        await guessing.says(f"cancel my appointment, {ADA}")
        (asked,) = await read_asked(guessing)
        wrong = other_than(guessing.reception.codes.of(asked.letter_of))
        for _ in range(MOST_TRIES):
            guesses += "too often" not in await guessing.says(wrong)
    assert guesses < MOST_TOGETHER
    assert "cancel it?" in await ada_again.says(await code_for(ada_again))


async def test_a_code_that_was_used_is_handed_on_to_nobody(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    chatters = [Chatter(core, salon, address=f"{number}") for number in range(LETTERS_PER_MAILBOX)]
    for one in chatters:
        await one.says(f"cancel my appointment, {ADA}")
    assert "cancel it?" in await chatters[-1].says(await code_for(chatters[-1]))
    used = await read_asked(chatters[-1])
    for number in range(2):
        another = Chatter(core, salon, address=f"another {number}")
        await another.says(f"cancel my appointment, {ADA}")
        (asked,) = await read_asked(another)
        assert asked.code_of not in {one.id for one in used}


@pytest.mark.parametrize(
    ("locale", "request_", "text"),
    [
        ("en", "cancel my appointment", "send it again"),
        ("en", "cancel my appointment", "I didn't get a code"),
        ("de", "Termin absagen", "es kam nichts an"),
        ("fr", "annuler mon rendez-vous", "je n'ai rien reçu"),
        ("es", "cancelar mi cita", "no me ha llegado el código"),
        ("it", "annullare il mio appuntamento", "può rimandarmelo di nuovo?"),
        ("he", "לבטל את התור שלי", "תשלחו שוב"),
        ("ar", "إلغاء موعدي", "ما وصلني الرمز"),
    ],
)
async def test_a_code_that_has_not_come_is_sent_again(
    core: BookingCore, salon: DemoSalon, ada: Visitor, locale: str, request_: str, text: str
) -> None:
    await ada.books("Haircut", at(1, 10))
    eve = Chatter(core, salon, locale=locale)
    await eve.says(f"{request_}, {ADA}")
    await eve.says(text)
    assert len(await read_asked(eve)) == 2
