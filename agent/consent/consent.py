"""Consent: the customer's yes to a summary, and the deed that follows it. No model comes near this file.

A deed needs a summary that was shown before the customer's latest message, an agreement with nothing else in it, and facts that
are still the ones agreed to. Each summary is used once.
"""

import hashlib
from collections.abc import AsyncIterator, Iterator, Mapping

from msgspec import structs

from agent.assent import Answer, Kind, answer_to, asks_for_deed, is_courtesy
from agent.consent.authority import proof_of
from agent.consent.contact_proof import booker_of
from agent.conversation.places import named_service
from agent.conversation.state import Notepad, Summary
from agent.events import Event, Happened, Said, Shown, Updated
from agent.languages import language_of
from agent.letters.change_letter import write_change_letter
from agent.mentions.names import services_meant, staff_meant
from agent.privacy.personal import BOOKING_CODE
from agent.turn_context import Talk, Told
from agent.ui_blocks import blocks
from agent.ui_blocks.booking_answers import answers_given
from agent.ui_blocks.cards import outdate_cards
from agent.wishes.beyond_one_booking import going_on
from agent.wishes.unclear_days import read_when
from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import Conflict
from booking_core.holds.hold import Hold
from booking_core.storage.statements import Statement

BY_BUTTON = {"agree": Answer(Kind.YES), "decline": Answer(Kind.NO)}
PLAIN_YES, SHOWN_BEFORE, SAME_AS_SHOWN = "a_yes_and_nothing_else", "consent_before_deed", "same_as_shown"

# The answers before the customer's message in which a block stood.
SHOWN = Statement(
    "WITH answers AS (SELECT position, blocks FROM messages"
    " WHERE conversation_id = :conversation_id AND role = 'assistant' AND position < :position)"
    " SELECT position = (SELECT max(position) FROM answers) AS is_newest FROM answers"
    " WHERE EXISTS (SELECT FROM jsonb_array_elements(blocks) AS block WHERE block ->> 'id' = :block)"
)


def answer_to_summary(talk: Talk) -> Answer | None:
    """What kind of answer this message is to the open summary, by its button or in words; None where there is none, or another button
    was pressed."""
    summary = talk.notepad.summary
    if summary is None:
        return None
    if talk.pressed is not None:
        return BY_BUTTON.get(talk.pressed.verb)
    talk.names_something = _names_something(talk)
    answer = answer_to(
        talk.text, summary.deed, language_of(talk.locale), names_something=talk.names_something
    )
    talk.answer, talk.answered_deed = answer, summary.deed
    talk.answered_appointment = summary.appointment_id
    talk.judge(PLAIN_YES, allowed=answer.kind in (Kind.YES, Kind.NO), is_a=answer.kind.value)
    return answer


def asks_for_what_was_refused(talk: Talk) -> bool:
    """ "Ok, book it", right after a no to booking: that asks for the summary once more, and is no yes to it yet."""
    notepad = talk.notepad
    if notepad.refused != "book" or notepad.hold_id is None or notepad.summary is not None or talk.pressed:
        return False
    return asks_for_deed(talk.text, notepad.refused, language_of(talk.locale))


def assents_to_a_refusal(talk: Talk) -> bool:
    """ "Ok", "thanks" and "yes", right after a no, are said of the no: nothing is proposed again for them."""
    if not talk.notepad.refused or talk.pressed is not None or talk.notepad.summary is not None:
        return False
    language = language_of(talk.locale)
    if asks_for_deed(talk.text, talk.notepad.refused, language):
        return False
    return answer_to(talk.text, "", language).kind is Kind.YES or is_courtesy(talk.text, language)


def _names_something(talk: Talk) -> bool:
    """Whether a message has a number, a time, a person, a way to reach the customer or another service in it."""
    if any(one.isdigit() or one == "@" for one in talk.text):
        return True
    held = talk.notepad.held_offer
    named = {service.id for service in services_meant(talk.catalogue, talk.text)}
    return (
        not read_when(talk, talk.text).is_empty
        or bool(named - {held.service_id if held else ""})
        or bool(staff_meant(talk.catalogue, talk.text))
    )


async def was_shown_before(talk: Talk, summary: Summary, answer: Answer) -> bool:
    """Whether the summary stood in an answer before the customer's message was written: what was said unseen agrees to nothing.

    "Ok" and "great, thank you" are said of the newest answer, so only there they are a yes to the summary, and only where it was asked
    for. No typed yes is one where the summary must be shown again first; its button stands beside what it does.
    """
    found = False
    is_meant = talk.pressed is not None or answer.kind is Kind.NO or not summary.must_be_shown_again
    if is_meant and summary.shown_after < talk.position:
        asked = {"conversation_id": talk.conversation_id, "position": talk.position}
        rows = await talk.core.ask(SHOWN, **asked, block=summary.block.get("id", ""))
        found = any(row.is_newest and not summary.is_unasked if answer.is_weak else True for row in rows)
    talk.judge(SHOWN_BEFORE, allowed=found, deed=summary.deed)
    return found


def note_what_was_said_since(talk: Talk, before: Summary | None) -> None:
    """After an answer: where it left the summary as it was, and the customer may take it for something else, a typed yes shows it again."""
    summary = talk.notepad.summary
    if before is None or summary is None or summary.block.get("id") != before.block.get("id"):
        return
    if _is_talked_over(talk) or _wanted_a_change(talk):
        talk.notepad.summary = structs.replace(summary, must_be_shown_again=True)


def _is_talked_over(talk: Talk) -> bool:
    """Whether the answer has words in it that no rule of ours has put together."""
    return talk.model_has_spoken


def _wanted_a_change(talk: Talk) -> bool:
    """Whether the message said yes and something else, or named what the summary does not have."""
    kind = talk.answer.kind if talk.answer is not None else None
    return kind is Kind.MORE or (talk.names_something and kind in (Kind.OTHER, Kind.QUESTION))


def digest_of(
    facts: Hold | Appointment, contact: ContactDetails | None, answers: Mapping[str, str | bool] | None = None
) -> str:
    """One fingerprint over everything a customer agrees to."""
    told = (
        facts.id, facts.service_id, facts.location_id, facts.starts_at.isoformat(), facts.ends_at.isoformat(),
        sorted(facts.resource_ids), facts.party_size, facts.price, facts.currency, facts.policy, contact, sorted((answers or {}).items()),
    )  # fmt: skip
    return hashlib.sha256(repr(told).encode()).hexdigest()


async def carried_out(talk: Talk, summary: Summary) -> AsyncIterator[Event]:
    """Do what was agreed to, and say so. Raises the desk's refusals and ``Fenced``; nothing has changed then."""
    judged: list[Event] = []

    async def deed(desk: Desk) -> Told:
        appointment = await _deed(desk, talk, summary)
        judged.extend(talk.judgements())
        notepad, vault = talk.notepad.copy(), talk.vault.copy()
        _remember(notepad, summary, appointment)
        await vault.learn_in(desk.session, BOOKING_CODE, appointment.code)
        before = await outdate_cards(desk.session, talk.conversation_id, appointment, summary.deed)
        told = [*judged, *map(Updated, before), *_events(talk, summary, appointment)]
        if summary.deed == "book":
            told += going_on(talk, notepad, appointment)
        return Told(tuple(told), notepad, vault)

    for event in await talk.carry_out(deed, proof=f"consent:{summary.digest[:16]}"):
        yield event


def _events(talk: Talk, summary: Summary, appointment: Appointment) -> Iterator[Event]:
    yield Updated(_closed(summary, "agreed"))
    title, status, event, _ = _words(talk, summary, appointment)
    facts = {
        "code": appointment.code,
        "time_zone": talk.catalogue.location(appointment.location_id).time_zone,
        "service": talk.catalogue.service(appointment.service_id).name,
    }
    moments = {"start": appointment.starts_at.isoformat(), "end": appointment.ends_at.isoformat()}
    yield Happened(event, facts | moments)
    yield Said(_told(talk, summary, appointment))
    yield Shown(blocks.booking_card(talk.catalogue, appointment, title, status, talk.locale))


def declined(talk: Talk, summary: Summary) -> Event:
    """Nothing is done; the time stays held for a while, in case."""
    talk.notepad.summary = None
    talk.notepad.refused = summary.deed
    talk.notepad.draft.settled = False
    talk.notepad.close(*BY_BUTTON)
    return Updated(_closed(summary, "declined"))


async def _deed(desk: Desk, talk: Talk, summary: Summary) -> Appointment:
    if summary.deed == "book":
        return await _booked(desk, talk, summary)
    appointment_id = summary.appointment_id or ""
    proof = await proof_of(desk.session, talk, appointment_id)
    change = _cancelled if summary.deed == "cancel" else _moved
    appointment = await change(desk, talk, summary, appointment_id)
    told = _told(talk, summary, appointment)
    await write_change_letter(desk.session, talk, appointment, proof, told)
    return appointment


async def _booked(desk: Desk, talk: Talk, summary: Summary) -> Appointment:
    hold = await _hold_shown(desk, talk, summary)
    if talk.notepad.contact is None:
        raise Conflict("We do not know yet how to reach you.", code="missing_fields")
    answers = answers_given(talk, hold.service_id)
    booker = await booker_of(desk, talk, talk.notepad.contact)
    return await desk.confirm(hold.id, talk.notepad.contact, answers=answers, booker=booker)


async def _moved(desk: Desk, talk: Talk, summary: Summary, appointment_id: str) -> Appointment:
    # The appointment is locked before the hold, as wherever one is moved.
    await desk.find(appointment_id, for_update=True)
    hold = await _hold_shown(desk, talk, summary)
    return (await desk.reschedule(appointment_id, hold.id)).appointment


async def _cancelled(desk: Desk, talk: Talk, summary: Summary, appointment_id: str) -> Appointment:
    appointment = await desk.find(appointment_id, for_update=True)
    if appointment.status != CANCELLED:
        _must_be_the_same(talk, digest_of(appointment, None), summary)
    return (await desk.cancel(appointment_id, reason="cancelled in the chat")).appointment


async def _hold_shown(desk: Desk, talk: Talk, summary: Summary) -> Hold:
    hold = await desk.find_hold(summary.hold_id or "", for_update=True)
    _must_be_the_same(talk, digest_of(hold, talk.notepad.contact, talk.notepad.answers), summary)
    return hold


def _words(talk: Talk, summary: Summary, appointment: Appointment) -> tuple[str, str, str, str]:
    """The words for what was done, by what the appointment is by now: what was a request at the summary may have been approved since."""
    is_request = summary.is_request if summary.deed == "cancel" else appointment.status == PENDING
    done: dict[str, tuple[str, str, str, str]] = talk.says.DEED_DONE
    return structs.replace(summary, is_request=is_request).words_in(done)


def _told(talk: Talk, summary: Summary, appointment: Appointment) -> str:
    """What was done, in a sentence."""
    sentence = _words(talk, summary, appointment)[-1]
    place = talk.catalogue.location(appointment.location_id)
    when = talk.when_told(appointment.starts_at, place.time_zone)
    service = named_service(talk.catalogue, talk.catalogue.service(appointment.service_id).name, place)
    return sentence.format(service=service, when=when, code=appointment.code)


def _must_be_the_same(talk: Talk, digest: str, summary: Summary) -> None:
    """The facts are still the ones that were agreed to."""
    talk.judge(SAME_AS_SHOWN, allowed=digest == summary.digest, deed=summary.deed)
    if digest != summary.digest:
        raise Conflict("Something changed since the summary was shown.", code="summary_changed")


def _remember(notepad: Notepad, summary: Summary, appointment: Appointment) -> None:
    notepad.let_go()
    notepad.close("service", "time", "more_times", "contact", "say")
    notepad.moving = None
    notepad.answers = {}
    # Who has been at one place means it until they say another.
    notepad.draft = type(notepad.draft)(
        location_id=appointment.location_id,
        name=notepad.draft.name,
        email=notepad.draft.email,
        phone=notepad.draft.phone,
    )
    if summary.deed == "book" and appointment.id not in notepad.appointments:
        notepad.appointments.append(appointment.id)
    if summary.deed == "cancel":
        notepad.appointments = [known for known in notepad.appointments if known != appointment.id]


def _closed(summary: Summary, outcome: str) -> dict[str, object]:
    return summary.block | {"state": "closed", "outcome": outcome}
