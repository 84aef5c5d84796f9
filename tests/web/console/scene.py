"""A whole conversation to read: services, times, a form, a summary, a booking, and what the assistant did for
it."""

from datetime import datetime, timedelta

from agent.conversation.conversation import Conversation, Message, Run, Step
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.console.rows import conversation, message, run, step
from tests.web.console.scene_blocks import FORM, SERVICES, SUMMARY, TIMES, card_of, local
from tests.web.console.stage import stored

HAIRCUT_AT = at(1, 10)


async def ada_books_a_haircut(
    core: BookingCore, salon: DemoSalon, start: datetime = HAIRCUT_AT
) -> Conversation:
    """Ada's conversation from hello to booked, with the appointment that came of it."""
    visitor = Visitor(core, salon, "Ada")
    visitor.contact = ContactDetails("Ada Lovelace", "ada@example.com", "+49 30 5550199")
    chat = conversation(
        salon,
        id=visitor.actor.id,
        outcome="booked",
        page="https://lavender.example/prices",
        time_zone="Europe/London",
    )
    appointment = await visitor.books("Haircut", start, staff_id=salon.resources["Dana"])
    chat.customer_id = appointment.customer_id
    asked = message(
        chat, "customer", "hi! can i get a haircut with Dana on tuesday morning?", created_at=at(0, 7, 58)
    )
    gave = message(chat, "customer", "Contact details", created_at=at(0, 7, 59))
    agreed = message(chat, "customer", "Book it", created_at=at(0, 8))
    first = run(chat, asked, engine="gpt-oss-20b")
    second, third = run(chat, gave, input_tokens=0, output_tokens=0), run(chat, agreed)
    hello = message(
        chat,
        "assistant",
        "Hi! I can book, move or cancel an appointment for you.",
        SERVICES,
        created_at=at(0, 7, 57),
    )
    rows = [*look_for(chat, first), gave, second, *hold(chat, second), agreed, third]
    await stored(core, chat, hello, asked, first, *rows, *book(chat, third, appointment))
    return chat


def look_for(chat: Conversation, work: Run) -> list[Message | Step]:
    """Times were found, and a yes was refused to which nothing was shown."""
    when = {"from": "2026-11-24", "to": "2026-11-24", "part": "morning"}
    times = [{"handle": f"t{n}", "label": f"Tue, 24 Nov, 10:{15 * n:02}"} for n in range(3)]
    why = {"tool": "confirm_booking", "why": "nothing was shown to agree to"}
    spent = {"input_tokens": 812, "output_tokens": 64}
    return [
        step(work, "model", "gpt-oss-20b", result=spent, took_ms=431),
        step(
            work,
            "tool",
            "find_times",
            arguments={"service": "Haircut", "staff": "Dana", "when": when},
            result={"times": times, "more": True},
            took_ms=18,
        ),
        step(work, "rule", "consent", ok=False, arguments=why, took_ms=0),
        message(
            chat, "assistant", "Dana has these times on **Tuesday morning**:", TIMES, created_at=at(0, 7, 58)
        ),
    ]


def hold(chat: Conversation, work: Run) -> list[Message | Step]:
    until = {"held_until": local(at(0, 8, 10))}
    return [
        step(work, "tool", "hold_time", arguments={"handle": "t1"}, result=until, took_ms=24),
        message(chat, "assistant", "Please check.", FORM, SUMMARY, created_at=at(0, 7, 59)),
    ]


def book(chat: Conversation, work: Run, appointment: Appointment) -> list[Message | Step]:
    told, when = {"code": appointment.code, "status": "confirmed"}, at(0, 8) + timedelta(seconds=1)
    return [
        step(work, "rule", "consent", arguments={"input": "agree", "digest": "5f2a"}, took_ms=1),
        step(work, "tool", "confirm_booking", result=told, took_ms=37),
        message(chat, "assistant", "Done, see you on Tuesday!", card_of(appointment), created_at=when),
    ]
