"""Intake: redaction of a message before it is stored and before anything else reads it.

One-time codes are checked and removed, payment card numbers removed. Email addresses and phone numbers go
into the vault and are replaced by placeholders. Forms are validated here, so that a mistake costs no turn.
"""

from typing import Any

from msgspec import UNSET, Struct, UnsetType, to_builtins
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.choices import AGREED, ChosenTime
from agent.conversation.conversation import Conversation
from agent.conversation.places import local_time_text
from agent.conversation.state import ConversationState
from agent.conversation.vault import LONGEST_VALUE, Vault
from agent.intake.customer_contacts import contacts_of_customer
from agent.intake.form_fields import code_field, text_field
from agent.privacy.contacts.codes import split_codes_in
from agent.privacy.contacts.countries import countries_of
from agent.privacy.personal import (
    BOOKING_CODE,
    CODE_MARK,
    EMAIL,
    NAME,
    PHONE,
    booking_codes_in,
    contacts_in,
    without_cards,
    without_codes,
)
from agent.ui_blocks.booking_answers import answers_in_form, asked_questions
from agent.verification.one_time_codes import OneTimeCodes, check_code
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.mail_domains import likely_address
from booking_core.customers.phone_countries import normalise_contact
from booking_core.errors import Conflict, InvalidField
from booking_core.input.clean_text import clean_text
from booking_core.time.clock import Clock


class IncomingMessage(Struct, frozen=True):
    """A message as received: ``text``, the button or form ``input_id`` with its ``payload``, or a time of the
    page's own list."""

    text: str = ""
    input_id: str | None = None
    payload: dict[str, Any] = {}
    time: ChosenTime | UnsetType = UNSET


class RedactedMessage(Struct, frozen=True):
    """A message as stored: its text without personal values and secrets, and the button, form or result of a
    code behind it."""

    text: str
    input: dict[str, Any] | None


class ConversationContext(Struct, frozen=True):
    """What is known of a conversation when a message arrives. ``locale`` is that of the customer's browser;
    ``awaits_code``: six digits are probably a one-time code."""

    conversation_id: str
    locale: str
    catalogue: Catalogue
    vault: Vault
    awaits_code: bool


class Intake:
    """Redacts one message, in the transaction that stores it and has locked the conversation's row."""

    def __init__(
        self, session: AsyncSession, known: ConversationContext, codes: OneTimeCodes, clock: Clock
    ) -> None:
        self.session = session
        self.known = known
        self.vault = known.vault
        self.organization = known.catalogue.organization
        self.codes = codes
        self.clock = clock

    async def take(self, sent: IncomingMessage) -> RedactedMessage:
        """Redact a message and store its new personal values.

        Raises ``Conflict`` (``input_closed``) for a button that was closed, and ``InvalidField``.
        """
        if sent.time is not UNSET:
            return self._take_time(sent.time)
        taken = (
            await self._take_input(sent) if sent.input_id is not None else await self._take_text(sent.text)
        )
        await self.vault.keep(self.session)
        return RedactedMessage(self.vault.conceal(taken.text), self.vault.conceal_all(taken.input))

    def _take_time(self, chosen: ChosenTime) -> RedactedMessage:
        """The message that a chosen time stands for says the service as well: nothing may have been said of
        it."""
        said, place = self.known.catalogue, self.known.catalogue.location(chosen.location_id)
        service = said.in_language(self.known.locale).service(chosen.service_id)
        when = local_time_text(said, chosen.start, place.time_zone, self.known.locale)
        return RedactedMessage(f"{service.name}, {when}", {"time": to_builtins(chosen), "label": when})

    async def _take_text(self, text: str) -> RedactedMessage:
        text, code = without_codes(clean_text(text), expected=self.known.awaits_code)
        text = without_cards(text)
        await self._put_in_vault(text)
        return RedactedMessage(text, None if code is None else {"code": await self._check_code(code)})

    async def _take_input(self, sent: IncomingMessage) -> RedactedMessage:
        stored = select(Conversation.state).where(Conversation.id == self.known.conversation_id)
        state = ConversationState.read(self.vault.reveal_all(await self.session.scalar(stored) or {}))
        used = state.inputs.get(sent.input_id or "")
        if used is None:
            raise Conflict("That choice is no longer open. Please use the newest one.", code="input_closed")
        behind: dict[str, Any] = {"input_id": sent.input_id}
        match used.verb:
            case "contact":
                if sent.payload.get(AGREED) is True:
                    behind["payload"] = {AGREED: True}
                name = await self._take_contact_form(state, sent.payload)
                return RedactedMessage(name or used.label, behind)
            case "identify":
                return await self._take_identify_form(sent.payload, behind)
            case "code":
                return RedactedMessage(
                    CODE_MARK, behind | {"code": await self._check_code(code_field(sent.payload))}
                )
        return RedactedMessage(used.label, behind)

    async def _take_contact_form(self, state: ConversationState, payload: dict[str, Any]) -> str:
        """Store the contact and answers of a form in the conversation's state. Returns the customer's name as
        the text of the message; empty where the form asked for answers alone."""
        contact = None
        if state.contact is None or "name" in payload:
            answers = {name: text_field(payload, name) for name in ("name", "email", "phone")}
            given = ContactDetails(answers["name"], answers["email"], answers["phone"])
            contact = state.contact = normalise_contact(
                given, countries_of(self.organization.country, self.known.locale, state.locale)
            )
            self._put_contact_in_vault(contact)
        state.answers |= await self._answers(state, payload)
        mine = update(Conversation).where(Conversation.id == self.known.conversation_id)
        await self.session.execute(mine.values(state=self.vault.conceal_all(state.to_dict())))
        return contact.name if contact else ""

    async def _answers(self, state: ConversationState, payload: dict[str, Any]) -> dict[str, str | bool]:
        """The answers to booking questions; contacts in them go into the vault."""
        answers = answers_in_form(asked_questions(state, self.known.catalogue), payload)
        for key, answer in answers.items():
            if isinstance(answer, str):
                answers[key] = without_cards(answer)
                await self._put_in_vault(answer)
        return answers

    async def _take_identify_form(self, payload: dict[str, Any], behind: dict[str, Any]) -> RedactedMessage:
        """The form that asks whose booking it is: by a contact, a booking code, or both."""
        contact, code = text_field(payload, "contact"), text_field(payload, "booking_code").upper()
        country = self.organization.country
        if contact and not any(contacts_in(contact, country)):
            raise InvalidField(
                "contact",
                "Please write an email address or a phone number.",
                code="invalid_contact",
            )
        if not contact and not code:
            raise InvalidField("contact", "Please fill in one of the two.", code="missing_fields")
        await self._put_in_vault(f"{contact} {code}")
        self._add_to_vault(BOOKING_CODE, code)
        answers = {"contact": contact, "booking_code": code}
        return RedactedMessage(", ".join(filter(None, (contact, code))), behind | {"payload": answers})

    async def _put_in_vault(self, text: str) -> None:
        """Add the contacts and real booking codes in a text to the vault."""
        for kind, written, normal in contacts_of_customer(text, self.organization, self.known.locale):
            self._add_to_vault(kind, written, normal)
            self._add_to_vault(kind, normal)
            meant = likely_address(normal) if kind == EMAIL else None
            if meant is not None:
                self._add_to_vault(EMAIL, meant)  # The receptionist will ask whether this was meant.
        for code in await self._real_codes(booking_codes_in(text)):
            self._add_to_vault(BOOKING_CODE, code, code.upper())
        in_pieces = dict(split_codes_in(text))
        real = set(await self._real_codes(set(in_pieces.values())))
        for written, code in in_pieces.items():
            if code in real:
                self._add_to_vault(BOOKING_CODE, written, code.upper())
                self._add_to_vault(BOOKING_CODE, code.upper())

    def _add_to_vault(self, kind: str, value: str, normal: str | None = None) -> None:
        """Raises ``InvalidField`` for too many values: nothing of such a message is stored or read."""
        self.vault.add(kind, value, normal)
        if self.vault.is_full or len(value) > LONGEST_VALUE:
            raise InvalidField(
                "text",
                "Those are more addresses and numbers than this chat can take. Please send fewer of them, "
                "or start a new conversation.",
                code="too_many_contacts",
            )

    def _put_contact_in_vault(self, contact: ContactDetails) -> None:
        for kind, value in ((NAME, contact.name), (EMAIL, contact.email), (PHONE, contact.phone)):
            if value:
                self._add_to_vault(kind, value)

    async def _real_codes(self, words: set[str]) -> list[str]:
        """The words that are booking codes of this organization. The customer does not learn which; models
        do not read them."""
        if not words:
            return []
        known = await self.session.scalars(
            select(func.upper(Appointment.code)).where(
                Appointment.organization_id == self.organization.id,
                Appointment.code.in_([word.upper() for word in words]),
            )
        )
        real = set(known)
        return sorted(word for word in words if word.upper() in real)

    async def _check_code(self, code: str) -> str:
        return await check_code(self.session, self.known.conversation_id, self.codes, code, self.clock.now())


def plain_words(known: ConversationContext, text: str) -> str | None:
    """The redacted text, where it has nothing to check, look up or add to the vault; else None."""
    cleaned = clean_text(text)
    text, code = without_codes(cleaned, expected=known.awaits_code)
    text = without_cards(text)
    if code is not None or text != cleaned or booking_codes_in(text) or any(split_codes_in(text)):
        return None
    contacts = contacts_of_customer(text, known.catalogue.organization, known.locale)
    is_known = all(written in known.vault and normal in known.vault for _, written, normal in contacts)
    return known.vault.conceal(text) if is_known else None
