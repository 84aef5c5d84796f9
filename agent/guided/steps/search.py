"""Steps towards a time and a summary: look for times, then ask for whatever is still missing."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from msgspec import structs

from agent.conversation.choices import Draft, Offer
from agent.conversation.places import time_at_place
from agent.guided.steps.address_meant import ask_address_meant
from agent.guided.steps.booking_questions import question_step
from agent.guided.steps.length import with_length
from agent.guided.steps.place import place_step
from agent.guided.steps.step import GuidedStep
from agent.languages.texts.refusals import sentence_for_refusal
from agent.languages.wording import join_words
from agent.turn_context import TurnContext
from agent.when import TimeRange, When
from agent.wishes.place import use_place_clock
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services.services import Service
from booking_core.customers.contacts import ContactDetails, normalise_email
from booking_core.customers.phone_countries import normalise_contact, read_phone
from booking_core.errors import InvalidField
from booking_core.time.wall_clock import zone


def search_step(
    context: TurnContext,
    *,
    after_day: date | None = None,
    before: datetime | None = None,
    after: datetime | None = None,
) -> GuidedStep:
    """Look for times that fit the draft; ``after_day`` goes on from the days shown, ``before`` and ``after``
    look for something earlier or later than a moment."""
    draft = context.state.draft
    service = context.catalogue.service(draft.service_id or "")
    if not context.catalogue.is_served(service.id):
        draft.service_id = None
        return GuidedStep(not_bookable_sentence(context, service))
    say = _drop_unable_staff(context, service)
    asked = place_step(context, service)
    if asked is not None:
        return structs.replace(asked, say=f"{say} {asked.say}".strip())
    use_place_clock(context)
    arguments: dict[str, Any] = {"service": service.name, "party_size": draft.party_size}
    arguments |= _preferences(context)
    when = (
        _search_when(draft.when, after_day) if before is None and after is None else draft.when.at_any_time()
    )
    if not when.is_empty:
        arguments["reading"] = msgspec.to_builtins(
            structs.replace(when, soonest=when.soonest and not (before or after))
        )
    moments = {"before": before, "after": after, "after_day": after_day}
    arguments |= {name: moment.isoformat() for name, moment in moments.items() if moment is not None}
    return GuidedStep(say, tool="find_times", arguments=arguments)


def not_bookable_sentence(context: TurnContext, service: Service) -> str:
    """That nobody serves it here at the moment, and how to ask for it."""
    organization = context.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [context.says.NOT_BOOKABLE.format(service=service.name)]
    if ways:
        told.append(context.says.ABOUT_CONTACT.format(contact=join_words(ways, context.says.OR)))
    return " ".join(told)


def _drop_unable_staff(context: TurnContext, service: Service) -> str:
    """Forget a person who does not do the service, and say who does; or say that they work elsewhere."""
    draft, elsewhere = context.state.draft, context.person_elsewhere
    staff = context.catalogue.resources.get(draft.staff_id or "")
    able = [one.name for one in context.catalogue.resources_of[service.id] if one.kind == STAFF]
    if staff is not None and able and staff.name not in able:
        draft.staff_id = None
        others = join_words(able, context.says.AND)
        return str(context.says.STAFF_CANNOT.format(staff=staff.name, service=service.name, others=others))
    if elsewhere is not None:
        there = context.catalogue.location(elsewhere.location_id).name
        return str(context.says.STAFF_ELSEWHERE.format(staff=elsewhere.name, there=there))
    return ""


def earlier_or_later_step(
    context: TurnContext, way: str, starts: Sequence[datetime], wanted: datetime | None
) -> GuidedStep:
    """ "A bit later": than the times shown; than the one that was wanted, where it was not to be had and they
    stand in for it."""
    is_later = way == "later"
    if wanted is None:
        return (
            search_step(context, after=max(starts)) if is_later else search_step(context, before=min(starts))
        )
    draft = context.state.draft
    local = wanted.astimezone(zone(draft.when.zone))
    minute = local.hour * 60 + local.minute
    # From now on that is the wish: whoever says it again has seen these times.
    times = TimeRange(minute + 1) if is_later else TimeRange(None, minute, excludes_last=True)
    draft.when = structs.replace(draft.when, times=(times,), moments=())
    return search_step(context, after=wanted) if is_later else search_step(context, before=wanted)


def _search_when(when: When, after_day: date | None) -> When:
    """Other times than those of the days seen so far: not only the one that was picked, nor only on those
    days."""
    if after_day is None:
        return when
    if all(times.first == times.last for times in when.times):
        when = when.at_any_time()
    is_over = all(days.last is not None and days.last <= after_day for days in when.dates)
    return structs.replace(when, dates=()) if is_over else when


def contact_step(context: TurnContext, *, is_just_kept: bool = False) -> GuidedStep:
    """With the time kept: whatever is still missing before the summary; ``is_just_kept`` tells which time
    that is."""
    state, draft = context.state, context.state.draft
    refused = note_contact(context)
    if refused is not None:
        return refused
    if state.contact is not None or state.moving is not None:
        return question_step(context) or GuidedStep(tool="propose_booking")
    if draft.email or draft.phone:
        return GuidedStep(
            hold_sentence(context, context.says.KEPT_NEEDS_NAME) if is_just_kept else context.says.NEED_NAME
        )
    if draft.name:
        sentence = context.says.KEPT_NEEDS_WAY if is_just_kept else context.says.NEED_CONTACT
        return GuidedStep(hold_sentence(context, sentence, name=draft.name))
    return GuidedStep(tool="ask_contact_details")


def hold_sentence(context: TurnContext, sentence: str, **facts: str) -> str:
    """A sentence with what is kept and its time, the place where there are several, and who it is with."""
    offer = context.state.held_offer
    staff = context.catalogue.resources.get(offer.staff_id or "") if offer else None
    held = ""
    if offer is not None:
        told = time_at_place(context.catalogue, offer.label, offer.location_id)
        held = f"{_what_is_held(context, offer)}, {told}"
    named = context.says.WITH_STAFF.format(staff=staff.name) if staff else ""
    return sentence.format(held=held, staff=named, **facts)


def _what_is_held(context: TurnContext, offer: Offer) -> str:
    """The service, and how long it takes where it comes in several lengths."""
    service = context.catalogue.service(offer.service_id)
    return with_length(context, service, service.name, offer.duration_min)


def note_contact(context: TurnContext) -> GuidedStep | None:
    """Make a contact of what the customer has said, or put right the one that is known; a step where
    something is wrong with it."""
    state, draft = context.state, context.state.draft
    refused = _drop_invalid_contact(draft, context.phone_countries)
    if refused is not None:
        return GuidedStep(
            context.says.BAD_CONTACT.format(detail=sentence_for_refusal(context.locale, refused))
        )
    doubted = ask_address_meant(context)
    if doubted is not None:
        return doubted
    known = state.contact
    name = draft.name or (known.name if known else None)
    email = draft.email or (known.email if known else None)
    phone = draft.phone or (known.phone if known else None)
    if (
        not name
        or not (email or phone)
        or (known and (known.name, known.email, known.phone) == (name, email, phone))
    ):
        return None
    try:
        state.contact = normalise_contact(ContactDetails(name, email, phone), context.phone_countries)
    except InvalidField as refusal:
        draft.name = None
        return GuidedStep(
            context.says.BAD_CONTACT.format(detail=sentence_for_refusal(context.locale, refusal))
        )
    return None


def _drop_invalid_contact(draft: Draft, countries: Sequence[str]) -> InvalidField | None:
    """Forget an address or a number that cannot be one, and keep whatever else was told."""
    try:
        draft.email = draft.email and normalise_email(draft.email)
    except InvalidField as refusal:
        draft.email = None
        return refusal
    try:
        draft.phone = draft.phone and read_phone(draft.phone, countries)
    except InvalidField as refusal:
        draft.phone = None
        return refusal
    return None


def has_wanted_hold(context: TurnContext) -> bool:
    """Whether a time is being kept that is still the one wanted."""
    return context.state.hold_id is not None and context.state.draft.settled


def offers_on_screen(context: TurnContext) -> list[Offer]:
    """The times whose buttons are still on the screen, in their order."""
    handles = [known.value for known in context.state.inputs.values() if known.verb == "time"]
    return [context.state.offers[handle] for handle in handles if handle in context.state.offers]


def _preferences(context: TurnContext) -> dict[str, Any]:
    """Who, without whom, where and how long, as far as any of it was said."""
    draft, catalogue = context.state.draft, context.catalogue
    staff, place = (
        catalogue.resources.get(draft.staff_id or ""),
        catalogue.locations.get(draft.location_id or ""),
    )
    told = {
        "staff": staff.name if staff else None,
        "without": [catalogue.resources[one].name for one in draft.without if one in catalogue.resources],
        "location": place.name if place else None,
        "duration_min": draft.length_min,
    }
    return {name: value for name, value in told.items() if value}
