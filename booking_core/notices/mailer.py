"""The mailer: one letter to one mail server, and what the server said to it."""

import asyncio
import re
from datetime import datetime
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime, parseaddr
from ipaddress import ip_address
from itertools import repeat
from typing import Any
from urllib.parse import unquote, urlsplit

import aiosmtplib
from msgspec import Struct

from booking_core.customers.contacts import ascii_email
from booking_core.notices.refused_letters import refusal_of
from booking_core.outbound.guard import Forbidden

PATIENCE_S = 15.0
# A server that says a word now and then keeps nobody for ever: so many times the patience in all.
PATIENCE_IN_ALL = 4
# Text stays readable in the source of a letter, and passes servers that know seven bits only.
UTF8 = Charset("utf-8")
UTF8.body_encoding = QP
# A name that no reader takes for anything else; every other is encoded, in words of at most 75 characters
# (RFC 2047, 2).
PLAIN_NAME, LONGEST_WORD = re.compile(r"[A-Za-z0-9 ]{0,60}"), 74
CALENDAR_FILE = "appointment.ics"
# Submission (RFC 6409) where we sign in, plain SMTP where the server is our neighbour.
SUBMISSION, NEIGHBOUR, SUBMISSION_TLS = 587, 25, 465


class Letter(Struct, frozen=True):
    """What one reader gets. ``sender_name`` is the organization's, ``reply_to`` whoever they write back to.

    ``html`` says what ``text`` says; ``calendar`` is a calendar file with its METHOD, ``thread`` the id of
    the letter that this one belongs to, ``stop_link`` where its reader says that they want no more like it.
    Each may be empty.
    """

    id: str
    written_at: datetime
    sender_name: str
    reply_to: str | None
    recipient: str
    subject: str
    text: str
    html: str = ""
    calendar: bytes = b""
    calendar_method: str = ""
    thread: str = ""
    stop_link: str = ""


class Mailer:
    """``url`` is ``smtp://`` (upgraded to TLS where the server offers it) or ``smtps://``, with a user and a
    password if it needs any. A password goes nowhere in clear but to this machine: where TLS cannot be had,
    no letter goes.

    ``sender`` is an address, with a name or without: organizations' own names come before it. ``patience_s``
    is how long the server may say nothing.
    """

    def __init__(self, url: str, sender: str, patience_s: float = PATIENCE_S) -> None:
        parts = urlsplit(url)
        self._sender = ascii_email(parseaddr(sender)[1])
        self._domain = self._sender.rpartition("@")[2]
        self._patience_s = patience_s
        tls = parts.scheme == "smtps"
        usual = SUBMISSION_TLS if tls else (SUBMISSION if parts.username else NEIGHBOUR)
        self._server: dict[str, Any] = {
            "hostname": parts.hostname or "localhost",
            "port": parts.port or usual,
            "username": unquote(parts.username) if parts.username else None,
            "password": unquote(parts.password) if parts.password else None,
            "use_tls": tls,
            # None takes what is offered, and whoever is in between can take the offer away.
            "start_tls": True if parts.username and not tls and not _is_here(parts.hostname) else None,
            "timeout": patience_s,
        }

    async def send(self, letter: Letter) -> None:
        """Raises ``Refused``."""
        try:
            recipient = ascii_email(letter.recipient)
            message = self._message(letter, recipient)
            async with asyncio.timeout(self._patience_s * PATIENCE_IN_ALL):
                server = await self._reach()
                await aiosmtplib.send(message, sender=self._sender, recipients=[recipient], **server)
        except (aiosmtplib.SMTPException, OSError, ValueError, Forbidden) as error:
            # Nothing of it is chained: its words may quote the letter.
            raise refusal_of(error) from None

    async def probe(self) -> None:
        """Connect and sign in, and send nothing. Raises ``Refused``."""
        try:
            async with asyncio.timeout(self._patience_s * 2):
                server = aiosmtplib.SMTP(**await self._reach())
                async with server:
                    await server.noop()
        except (aiosmtplib.SMTPException, OSError, ValueError, Forbidden) as error:
            raise refusal_of(error) from None

    async def _reach(self) -> dict[str, Any]:
        """What names the server to whoever connects."""
        return self._server

    def _message(self, letter: Letter, recipient: str) -> Message:
        """Of the older kind of message: the newer folds a long or accented name so that its commas part
        addresses (CPython 121284)."""
        message = _body(letter)
        message["Date"] = format_datetime(letter.written_at)
        message["From"] = _mailbox(letter.sender_name, self._sender)
        message["To"] = recipient
        message["Subject"] = _subject(letter.subject)
        if letter.reply_to:
            message["Reply-To"] = ascii_email(letter.reply_to)
        # The same for every try, so that a letter that arrives twice is one to whoever sorts it.
        message["Message-ID"] = f"<{letter.id}@{self._domain}>"
        if letter.thread and letter.thread != letter.id:
            message["In-Reply-To"] = message["References"] = f"<{letter.thread}@{self._domain}>"
        message["Auto-Submitted"] = "auto-generated"
        if letter.stop_link:
            # RFC 8058: whoever reads mail somewhere large presses one button, and nobody else asks.
            message["List-Unsubscribe"] = f"<{letter.stop_link}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        return message


def _body(letter: Letter) -> Message:
    """Text alone, or with its other forms: readers show the last they know. Google and Outlook know an
    appointment by the calendar among these, others by the file attached."""
    text = _part("plain", letter.text)
    if not letter.html:
        return text
    forms = MIMEMultipart("alternative")
    forms.attach(text)
    forms.attach(_part("html", letter.html))
    if not letter.calendar:
        return forms
    calendar = letter.calendar.decode()
    forms.attach(_part("calendar", calendar, "method", letter.calendar_method))
    file = _part("calendar", calendar, "name", CALENDAR_FILE)
    file.add_header("Content-Disposition", "attachment", filename=CALENDAR_FILE)
    both = MIMEMultipart("mixed")
    both.attach(forms)
    both.attach(file)
    return both


def _part(kind: str, text: str, parameter: str = "", value: str = "") -> Message:
    part = MIMENonMultipart("text", kind)
    if parameter:
        part.set_param(parameter, value)
    part.set_payload(text, UTF8)
    return part


def _is_here(host: str | None) -> bool:
    if host is None or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _mailbox(name: str, address: str) -> str:
    """One mailbox, whatever its name is made of (RFC 5322, 3.4): in encoded words (RFC 2047) no mark of a
    name means anything."""
    name = " ".join(name.split())
    if not PLAIN_NAME.fullmatch(name):
        name = "\n ".join(part or "" for part in UTF8.header_encode_lines(name, repeat(LONGEST_WORD)))
    return f"{name} <{address}>"


def _subject(words: str) -> str:
    """Raises ``ValueError`` for words that would begin another header."""
    if not words.isprintable():
        raise ValueError("A subject has no line breaks and no control characters.")
    charset = "us-ascii" if words.isascii() else UTF8
    return Header(words, charset, header_name="Subject").encode()
