"""Contacts: how a customer is reached, normalised before anything is kept or compared."""

from typing import Self

from email_validator import EmailNotValidError, ValidatedEmail, validate_email
from msgspec import Struct, structs

from booking_core.customers.contact_text import (
    BEGINS_NO_ADDRESS,
    bare_address,
)
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from booking_core.input.clean_text import JOINERS, clean_text, visible_text

LONGEST_NAME = 120


GMAIL = ("gmail.com", "googlemail.com")


class ContactDetails(Struct, frozen=True, forbid_unknown_fields=True):
    """How to reach a customer: a name, and an e-mail address or a phone number or both; the clock (IANA) and
    language of theirs."""

    name: str
    email: str | None = None
    phone: str | None = None
    time_zone: str | None = None
    locale: str | None = None

    def normalise(self, country: str) -> Self:
        """The same contact as it is kept: name trimmed, composed (NFC) and without invisible characters;
        lower-case e-mail; phone in E.164.

        ``country`` (ISO 3166) is what a number without a country code is read in. Raises ``InvalidField``
        naming ``name``, ``email`` or ``phone``.
        """
        name = check_name(self.name)
        email = normalise_email(self.email) if self.email and self.email.strip() else None
        phone = normalise_phone(self.phone, country) if self.phone and self.phone.strip() else None
        if not email and not phone:
            raise InvalidField(
                "email", "Please give an email address or a phone number.", code="missing_fields"
            )
        return structs.replace(self, name=name, email=email, phone=phone)


def check_name(text: str) -> str:
    """A name as it is kept. Raises ``InvalidField`` for what is none."""
    name = normalise_name(text)
    if not name or not any(letter.isalpha() for letter in visible_text(name)):
        raise InvalidField("name", "Please tell us your name.", code="missing_fields")
    if len(name) > LONGEST_NAME or not JOINERS.sub("", name).isprintable():
        raise InvalidField(
            "name", f"A name has at most {LONGEST_NAME} ordinary characters.", code="invalid_contact"
        )
    return name


def normalise_name(text: str) -> str:
    """A name as it is kept and compared: composed (NFC), one space between its words, nothing invisible in
    it."""
    return " ".join(clean_text(text).split())


def normalise_email(text: str) -> str:
    """The address in lower case, checked by form only (no look-up), without a name or punctuation around it.
    Raises ``InvalidField``.

    Letters beyond ASCII may stand in its domain only: before the @ they need mail servers that few have
    (SMTPUTF8, RFC 6531).
    """
    address = bare_address(text)
    try:
        if address.startswith(tuple(BEGINS_NO_ADDRESS)):
            raise EmailNotValidError("It begins with a mark.")
        return _read_email(address).normalized.lower()
    except EmailNotValidError as error:
        raise InvalidField(
            "email", "That email address does not look right.", code="invalid_contact"
        ) from error


def ascii_email(address: str) -> str:
    """The same address as any mail server takes it, its domain in the letters of DNS (RFC 5891). Raises
    ``ValueError``."""
    return address if address.isascii() else _read_email(address).ascii_email or address


def _read_email(address: str) -> ValidatedEmail:
    return validate_email(address, check_deliverability=False, allow_smtputf8=False)


def mailbox_of(email: str) -> str:
    """The mailbox behind an address as it is kept: what stands after a ``+`` names no other one, nor do dots
    at Gmail."""
    local, _, domain = email.lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in GMAIL:
        local, domain = local.replace(".", ""), GMAIL[0]
    return f"{local}@{domain}"


def ways_to_reach(contact: ContactDetails) -> tuple[str, ...]:
    """What a contact (normalised) is counted as: its mailbox, its phone number, or both."""
    mailbox = mailbox_of(contact.email) if contact.email else None
    return tuple(way for way in (mailbox, contact.phone) if way)
