"""A customer who asked for a person: how to reach them, and that somebody has."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import Struct

from agent.conversation.conversation import BOT, WAITING, Conversation
from agent.conversation.vault import Vault
from agent.hand_over.waiting import last_answer, mark_answered, mark_waiting
from agent.privacy.personal import EMAIL, PHONE
from booking_core.customers.customer import Customer
from booking_core.customers.phone_countries import phone_for_people
from booking_core.desk import Desk
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.names import SOMEBODY, people_of
from web.console.rendering.visit import Visit
from web.console.words.translate import gettext


class PersonWanted(Struct, frozen=True):
    """``is_open`` while they wait; else who has answered them, and when. Empty ways are unknown."""

    is_open: bool
    phone: str
    email: str
    answered_by: str = ""
    answered_at: str = ""


async def person_wanted(
    desk: Desk, conversation: Conversation, customer: Customer | None, vault: Vault, local: LocalFormat
) -> PersonWanted | None:
    """None for a conversation in which nobody waits and nobody has been answered last."""
    phone = (customer.phone if customer else None) or vault.newest(PHONE) or ""
    email = (customer.email if customer else None) or vault.newest(EMAIL) or ""
    phone = phone_for_people(phone) if phone.startswith("+") else phone
    if conversation.status == WAITING:
        return PersonWanted(True, phone, email)
    last = await last_answer(desk, conversation.id) if conversation.status == BOT else None
    if last is None:
        return None
    people = await people_of(desk.session, desk.organization_id)
    by = people.get(last.account_id) or gettext(SOMEBODY)
    return PersonWanted(False, phone, email, by, local.day_and_time(last.at))


@post("/conversations/{conversation_id:str}/answered", status_code=303)
async def note_answered(visit: NamedDependency[Visit], conversation_id: FromPath[str]) -> Redirect:
    """That they have been answered. Pressing twice notes it once."""
    await visit.carry_out(lambda desk: mark_answered(desk, conversation_id))
    return _back(visit, conversation_id)


@post("/conversations/{conversation_id:str}/waiting", status_code=303)
async def note_waiting(visit: NamedDependency[Visit], conversation_id: FromPath[str]) -> Redirect:
    """That they wait after all."""
    await visit.carry_out(lambda desk: mark_waiting(desk, conversation_id))
    return _back(visit, conversation_id)


def _back(visit: Visit, conversation_id: str) -> Redirect:
    return Redirect(f"{visit.operator.home}/conversations/{conversation_id}", status_code=303)
