"""A transcript: what the customer saw, what happened, and nothing of it runs."""

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import at
from tests.web.console.conversations.transcripts import read_shown
from tests.web.console.rows import conversation, message, run
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.scene_blocks import block
from tests.web.console.stage import Browser, operator_of, stored


async def test_the_words_and_blocks_stand_beside_what_happened(core: BookingCore, salon: DemoSalon) -> None:
    chat = await ada_books_a_haircut(core, salon)
    text = await read_shown(core, salon, chat.id)
    for word in ("haircut with Dana", "Free advice", "10:45", "Your contact details", "You are booked"):
        assert word in text
    for word in ("find_times", "confirm_booking", "gpt-oss-20b", "431 ms", "812", "denied", "allowed"):
        assert word in text
    assert "<strong>Tuesday morning</strong>" in text


async def test_the_appointment_that_came_of_it_has_a_page_of_its_own(
    core: BookingCore, salon: DemoSalon
) -> None:
    chat = await ada_books_a_haircut(core, salon)
    text = await read_shown(core, salon, chat.id)
    assert "What came of it" in text
    assert f"/console/{salon.organization_id}/appointments/apt_" in text


async def test_an_answer_that_is_being_written_is_shown_so_far(core: BookingCore, salon: DemoSalon) -> None:
    chat = conversation(salon)
    asked = message(chat, "customer", "hello?")
    await stored(core, chat, asked, run(chat, asked, status="running", text="Let me lo", ended_at=None))
    text = await read_shown(core, salon, chat.id)
    assert "Let me lo" in text
    assert "Running" in text


async def test_each_message_opens_a_turn_with_its_own_runs(core: BookingCore, salon: DemoSalon) -> None:
    chat = conversation(salon)
    first, second = message(chat, "customer", "one"), message(chat, "customer", "two")
    late = message(chat, "assistant", "answer to one")
    runs = [run(chat, first, engine="engine-1"), run(chat, second, engine="engine-2")]
    await stored(core, chat, first, second, late, *runs)
    turns = (await read_shown(core, salon, chat.id)).split('<li class="turn">')[1:]
    assert len(turns) == 2
    assert "engine-1" in turns[0]
    assert "engine-2" in turns[1]
    assert "answer to one" in turns[1]


async def test_a_block_of_another_release_is_drawn_as_far_as_it_is_understood(
    core: BookingCore, salon: DemoSalon
) -> None:
    chat = conversation(salon)
    odd = [{"type": kind} for kind in ("slot_picker", "summary", "form", "booking_card", "service_list")]
    await stored(core, chat, message(chat, "assistant", "Hm", *odd, block("hologram")))
    assert "a hologram" in await read_shown(core, salon, chat.id)


async def test_only_the_newest_of_very_many_messages_are_drawn(core: BookingCore, salon: DemoSalon) -> None:
    chat = conversation(salon)
    await stored(core, chat, *(message(chat, "customer", f"no. {number}.") for number in range(305)))
    text = await read_shown(core, salon, chat.id)
    assert "no. 304." in text
    assert "no. 4." not in text
    assert "Only the newest" in text


async def test_another_organizations_conversation_looks_like_an_unknown_one(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    foreign = await ada_books_a_haircut(core, other_salon)
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        theirs = await browser.see(f"/console/conversations/{foreign.id}")
        unknown = await browser.see("/console/conversations/cnv_unknown")
    assert theirs.status_code == unknown.status_code == 404
    assert theirs.text == unknown.text


async def test_a_member_reads_what_an_owner_reads(core: BookingCore, salon: DemoSalon) -> None:
    chat = await ada_books_a_haircut(core, salon, at(2, 11))
    member = await operator_of(core, salon, Role.MEMBER)
    async with Browser(core) as browser:
        await browser.enter(member)
        assert (await browser.see(f"/console/conversations/{chat.id}")).status_code == 200
