"""Blocks: what the customer sees beside the words. The card is the truth, the prose is only prose.

Each builder returns the JSON of one block. Buttons get their ids from the notepad, which alone knows what
they mean.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from agent.conversation.places import local_time_text, name_and_address, service_label
from agent.conversation.state import ConversationState, Offer
from agent.languages import sentences_in
from agent.ui_blocks.booking_answers import form_fields
from booking_core.appointments.appointment import CONFIRMED, Appointment
from booking_core.catalogue.booking_questions import BookingQuestion
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.money import Money
from booking_core.catalogue.services import Service
from booking_core.storage.ids import new_id
from booking_core.time.wall_clock import zone


def quick_replies(state: ConversationState, meanings: Mapping[str, str]) -> dict[str, Any]:
    """Buttons that say what they read; ``meanings`` has, by what they read, what that means to whoever
    answers."""
    block_id = new_id("b")
    options = [
        {"input_id": state.input(block_id, label, "say", meaning), "label": label}
        for label, meaning in meanings.items()
    ]
    return _block(
        "quick_replies", block_id, " / ".join(option["label"] for option in options), options=options
    )


def service_list(state: ConversationState, services: Sequence[Service]) -> dict[str, Any]:
    block_id = new_id("b")
    cards = [
        {
            "input_id": state.input(block_id, service.name, "service", service.id),
            "name": service.name,
            "description": service.description,
            "duration_min": service.duration_min,
            "price": _money(service.money),
        }
        for service in services
    ]
    return _block("service_list", block_id, ", ".join(service.name for service in services), services=cards)


def slot_picker(
    state: ConversationState, catalogue: Catalogue, offers: Sequence[Offer], *, more: bool
) -> dict[str, Any]:
    """Offers as times by day, on the location's clock. ``more`` adds a button for later days."""
    block_id = new_id("b")
    first = offers[0]
    time_zone = catalogue.location(first.location_id).time_zone
    days = [
        {
            "date": day.isoformat(),
            "times": [_time(state, block_id, catalogue, offer, time_zone) for offer in of_day],
        }
        for day, of_day in groupby(offers, key=lambda offer: offer.start.astimezone(zone(time_zone)).date())
    ]
    label = sentences_in(state.locale).MORE_TIMES
    return _block(
        "slot_picker",
        block_id,
        ", ".join(offer.label for offer in offers),
        service=service_label(
            catalogue, catalogue.service(first.service_id).name, catalogue.location(first.location_id)
        ),
        time_zone=time_zone,
        days=days,
        more={"input_id": state.input(block_id, label, "more_times"), "label": label} if more else None,
    )


def contact_form(state: ConversationState, questions: Sequence[BookingQuestion] = ()) -> dict[str, Any]:
    """Name, e-mail and phone; one way to reach the customer is enough. What else may be told comes below."""
    block_id = new_id("b")
    known, says = state.contact or state.draft, sentences_in(state.locale).FORM
    fields = [
        _field("name", "text", says["name"], "name", required=True, value=known.name),
        _field(
            "email",
            "email",
            says["email"],
            "email",
            value=known.email,
            hint=says["email_hint"],
        ),
        _field(
            "phone",
            "tel",
            says["phone"],
            "tel",
            value=known.phone,
            hint=says["phone_hint"],
        ),
        *form_fields(questions),
    ]
    return _block(
        "form",
        block_id,
        says["fallback"],
        input_id=state.input(block_id, says["title"], "contact"),
        title=says["title"],
        submit_label=says["submit"],
        fields=fields,
    )


def optional_questions_form(state: ConversationState, questions: Sequence[BookingQuestion]) -> dict[str, Any]:
    """What else may be told, for whom the form above was never shown."""
    block_id = new_id("b")
    says = sentences_in(state.locale)
    return _block(
        "form",
        block_id,
        f"{says.MORE_TO_TELL}: {' '.join(question.label for question in questions)}",
        input_id=state.input(block_id, says.MORE_TO_TELL, "contact"),
        title=says.MORE_TO_TELL,
        submit_label=says.FORM["submit"],
        fields=form_fields(questions),
    )


def identify_form(state: ConversationState) -> dict[str, Any]:
    """Whose booking it is: by e-mail address, phone number or booking code."""
    block_id = new_id("b")
    says = sentences_in(state.locale).IDENTIFY_FORM
    fields = [
        _field("contact", "text", says["contact"], "email", hint=says["contact_hint"]),
        _field("booking_code", "text", says["booking_code"], "off", hint=says["booking_code_hint"]),
    ]
    return _block(
        "form",
        block_id,
        says["fallback"],
        input_id=state.input(block_id, says["title"], "identify"),
        title=says["title"],
        submit_label=says["submit"],
        fields=fields,
    )


def code_form(state: ConversationState) -> dict[str, Any]:
    """For the one-time code from the letter."""
    block_id = new_id("b")
    says = sentences_in(state.locale).CODE_FORM
    return _block(
        "form",
        block_id,
        says["fallback"],
        input_id=state.input(block_id, says["code"], "code"),
        title=says["title"],
        submit_label=says["submit"],
        fields=[_field("code", "tel", says["code"], "one-time-code") | {"required": True}],
    )


def booking_choices(state: ConversationState, labels: Mapping[str, str]) -> dict[str, Any]:
    """Buttons for bookings, by their handles."""
    block_id = new_id("b")
    options = [
        {"input_id": state.input(block_id, label, "booking", handle), "label": label}
        for handle, label in labels.items()
    ]
    return _block("quick_replies", block_id, " / ".join(labels.values()), options=options)


def summary(
    state: ConversationState,
    title: str,
    rows: Sequence[tuple[str, str]],
    *,
    price: Money | None,
    expires_at: datetime | None,
    agree: str,
    decline: str,
) -> dict[str, Any]:
    """What the customer is asked to agree to, with its two buttons."""
    block_id = new_id("b")
    actions = [
        {"input_id": state.input(block_id, agree, "agree"), "label": agree, "style": "primary"},
        {"input_id": state.input(block_id, decline, "decline"), "label": decline, "style": "secondary"},
    ]
    return _block(
        "summary",
        block_id,
        "; ".join(f"{label}: {value}" for label, value in rows),
        title=title,
        rows=[{"label": label, "value": value} for label, value in rows],
        price=_money(price),
        expires_at=None if expires_at is None else expires_at.isoformat(),
        actions=actions,
        outcome=None,
    )


def booking_card(
    catalogue: Catalogue, appointment: Appointment, title: str, status: str, locale: str
) -> dict[str, Any]:
    """The appointment as it stands, with ways to put it into a calendar once it is confirmed."""
    service = catalogue.service(appointment.service_id)
    location = catalogue.location(appointment.location_id)
    address = name_and_address(catalogue, location)
    start = appointment.starts_at.astimezone(zone(location.time_zone))
    end = appointment.ends_at.astimezone(zone(location.time_zone))
    return _block(
        "booking_card",
        new_id("b"),
        f"{title}: {service_label(catalogue, service.name, location)},"
        f" {local_time_text(catalogue, start, location.time_zone, locale)}, code {appointment.code}",
        appointment_id=appointment.id,
        title=title,
        status=status,
        code=appointment.code,
        service=service.name,
        staff=", ".join(staff_names(catalogue, appointment.resource_ids)) or None,
        start=start.isoformat(),
        end=end.isoformat(),
        time_zone=location.time_zone,
        location={"name": location.name, "address": location.address},
        price=_money(appointment.money),
        calendar=_calendar(service.name, appointment, address) if appointment.status == CONFIRMED else None,
    )


def contact_fallback(catalogue: Catalogue, text: str, hours: str | None = None) -> dict[str, Any]:
    """Ways to reach a person, where the chat cannot go on; ``hours`` is when, in words."""
    organization = catalogue.organization
    told = [text, *(way for way in (organization.phone, organization.email, hours) if way)]
    return _block(
        "contact_fallback",
        new_id("b"),
        " ".join(told),
        text=text,
        phone=organization.phone,
        email=organization.email,
        hours=hours,
    )


def staff_names(catalogue: Catalogue, resource_ids: Iterable[str]) -> list[str]:
    """The people among these resources; rooms are the salon's own business."""
    return [
        resource.name
        for resource in catalogue.resources.values()
        if resource.id in set(resource_ids) and resource.kind == "staff"
    ]


def _block(kind: str, block_id: str, fallback_text: str, **content: Any) -> dict[str, Any]:
    return {"type": kind, "id": block_id, "state": "open", "fallback_text": fallback_text, **content}


def _field(name: str, kind: str, label: str, autocomplete: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "type": kind,
        "label": label,
        "autocomplete": autocomplete,
        "required": False,
        **more,
    }


def _time(
    state: ConversationState, block_id: str, catalogue: Catalogue, offer: Offer, time_zone: str
) -> dict[str, Any]:
    start = offer.start.astimezone(zone(time_zone))
    staff = catalogue.resources.get(offer.staff_id or "")
    return {
        "input_id": state.input(block_id, offer.label, "time", offer.handle),
        "start": start.isoformat(),
        "end": (start + timedelta(minutes=offer.duration_min)).isoformat(),
        "staff": staff.name if staff else None,
        "seats_left": offer.seats_left,
    }


def _money(amount: Money | None) -> dict[str, str] | None:
    return None if amount is None else {"amount": str(amount.amount), "currency": amount.currency}


def _calendar(title: str, appointment: Appointment, address: str) -> dict[str, str]:
    stamp = "%Y%m%dT%H%M%SZ"
    google = {
        "action": "TEMPLATE",
        "text": title,
        "dates": f"{appointment.starts_at:{stamp}}/{appointment.ends_at:{stamp}}",
        "location": address,
    }
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": title,
        "startdt": appointment.starts_at.isoformat(),
        "enddt": appointment.ends_at.isoformat(),
        "location": address,
    }
    return {
        "ics_url": f"/chat/v1/calendar/{appointment.id}.ics",
        "google_url": f"https://calendar.google.com/calendar/render?{urlencode(google)}",
        "outlook_url": f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(outlook)}",
    }
