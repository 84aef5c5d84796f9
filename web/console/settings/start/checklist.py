"""What is still to be done before customers can book, read from what there is."""

from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import select

from agent.conversation.conversation import Conversation
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.organizations import BUSINESS_SAVED, MAIL_WORKS, WEEK_SAVED
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.settings.settings import setting_of
from booking_core.desk import Desk
from web.console.settings.services.rules import rules_in_words
from web.console.words.translate import N_, gettext


class Step(Struct, frozen=True):
    """``path`` is below the settings; ``state`` says what is there already."""

    name: str
    tells: str
    path: str
    done: bool
    state: str = ""


BUSINESS = N_("Your business"), N_("How customers reach you"), "/business"
PLACE = N_("Where you are"), N_("Your address, as customers read it"), "/locations"
WEEK = N_("When you are open"), N_("Your week, day by day"), "/hours"
PEOPLE = N_("Who works with you"), N_("Everybody who is booked, and their hours"), "/people"
SERVICES = N_("What you offer"), N_("Services with lengths and prices"), "/services"
EMAILS = N_("Send emails"), N_("Confirmations, reminders and emails to you"), "/sender"
LOOK = N_("How it looks"), N_("Your logo and colour"), "/embed"
WEBSITE = N_("On your website"), N_("One line to paste"), "/embed"
TRIAL = N_("Try it"), N_("Book an appointment as your customers will"), "/start/try"


async def steps_of(desk: Desk, own: str, *, has_mail: bool) -> list[Step]:
    """``own`` is the address that this program is reached at; ``has_mail`` whether it has a mail server for
    everybody who has none of their own."""
    catalogue, business = desk.catalogue, desk.catalogue.organization
    saved = business.steps_saved
    addresses = [one.address for one in catalogue.locations.values() if one.address]
    people = [one.name for one in catalogue.resources.values() if one.kind == STAFF]
    has_look = bool(business.logo or setting_of(business, "chat.accent"))
    return [
        Step(
            *BUSINESS,
            done=BUSINESS_SAVED in saved and bool(business.email or business.phone),
            state=business.email or business.phone or "",
        ),
        Step(*PLACE, done=bool(addresses), state=", ".join(addresses[:2])),
        Step(*WEEK, done=WEEK_SAVED in saved and _is_open(catalogue)),
        Step(*PEOPLE, done=bool(people), state=", ".join(people[:4])),
        Step(*SERVICES, done=_is_all_served(catalogue), state=_services_state(catalogue)),
        Step(
            *EMAILS,
            done=MAIL_WORKS in saved if catalogue.has_mail_server else has_mail,
            state=_mail_state(catalogue, saved),
        ),
        Step(*LOOK, done=has_look),
        Step(*WEBSITE, done=await _is_seen(desk, own)),
        Step(*TRIAL, done=await _is_tried(desk)),
    ]


def _is_open(catalogue: Catalogue) -> bool:
    return any(catalogue.weekly(place, day) for place in catalogue.locations for day in range(7))


def _is_all_served(catalogue: Catalogue) -> bool:
    return bool(catalogue.services) and all(_can_be_served(catalogue, one) for one in catalogue.services)


def _can_be_served(catalogue: Catalogue, service_id: str) -> bool:
    return any(one.kind == STAFF for one in catalogue.resources_of[service_id])


def _services_state(catalogue: Catalogue) -> str:
    """How many services there are, and until when they are booked, cancelled and moved; or which of them
    nobody serves."""
    nobody = [one.name for one in catalogue.services.values() if not _can_be_served(catalogue, one.id)]
    if nobody:
        return gettext("Nobody serves this yet: %(names)s", names=", ".join(nobody[:3]))
    number = len(catalogue.services)
    told = [gettext("Services: %(number)s", number=number), *rules_in_words(catalogue.services.values())]
    return " · ".join(told) if number else ""


def _mail_state(catalogue: Catalogue, saved: Collection[str]) -> str:
    """What is wrong with a mail server of their own."""
    untried = catalogue.has_mail_server and MAIL_WORKS not in saved
    return gettext("Your mail server has not worked yet: send yourself a test email.") if untried else ""


async def _is_seen(desk: Desk, own: str) -> bool:
    """Whether a conversation has begun on some website: our own pages are none, by whatever host they are
    reached."""
    ours = (f"{own}/%", f"%/c/{desk.organization_id}%", "%/console/%")
    seen = select(Conversation.id).where(
        Conversation.organization_id == desk.organization_id,
        Conversation.page != own,
        *(Conversation.page.not_like(one) for one in ours),
    )
    return await desk.session.scalar(seen.limit(1)) is not None


async def _is_tried(desk: Desk) -> bool:
    booked = select(Conversation.id).where(
        Conversation.organization_id == desk.organization_id, Conversation.outcome == "booked"
    )
    return await desk.session.scalar(booked.limit(1)) is not None
