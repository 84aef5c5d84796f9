"""The mailer: one letter to one mail server, and what the server said to it."""

from email.message import EmailMessage
from email.utils import formataddr, parseaddr
from typing import Any
from urllib.parse import unquote, urlsplit

import aiosmtplib
from msgspec import Struct

PATIENCE_S = 15.0
# Submission (RFC 6409) where we sign in, plain SMTP where the server is our neighbour.
SUBMISSION, NEIGHBOUR, SUBMISSION_TLS = 587, 25, 465


class Letter(Struct, frozen=True):
    """What one customer gets. ``sender_name`` and ``reply_to`` are the organization's."""

    id: str
    sender_name: str
    reply_to: str | None
    recipient: str
    subject: str
    text: str


class Refused(Exception):
    """The letter was not taken. ``code`` is the server's three digits, or what kept us from getting any; never its words, which may
    quote the letter. ``may_pass`` says that another try may succeed."""

    def __init__(self, code: str, *, may_pass: bool) -> None:
        super().__init__(code)
        self.code = code
        self.may_pass = may_pass


class Mailer:
    """``url`` is ``smtp://`` (upgraded to TLS where the server offers it) or ``smtps://``, with a user and a password if it needs any.

    ``sender`` is an address, with a name or without: organizations' own names come before it.
    """

    def __init__(self, url: str, sender: str) -> None:
        parts = urlsplit(url)
        self._sender = parseaddr(sender)[1]
        self._domain = self._sender.rpartition("@")[2]
        tls = parts.scheme == "smtps"
        usual = SUBMISSION_TLS if tls else (SUBMISSION if parts.username else NEIGHBOUR)
        self._server: dict[str, Any] = {
            "hostname": parts.hostname or "localhost",
            "port": parts.port or usual,
            "username": unquote(parts.username) if parts.username else None,
            "password": unquote(parts.password) if parts.password else None,
            "use_tls": tls,
            "timeout": PATIENCE_S,
        }

    async def send(self, letter: Letter) -> None:
        """Raises ``Refused``."""
        try:
            await aiosmtplib.send(self._message(letter), **self._server)
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise _refused(error.recipients[0].code) from None
        except aiosmtplib.SMTPResponseException as error:
            raise _refused(error.code) from None
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            # Nobody there, no TLS to be had, an address no header can carry: the kind is enough, the words may quote.
            raise Refused(type(error).__name__, may_pass=isinstance(error, OSError)) from None

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage()
        message["From"] = formataddr((letter.sender_name, self._sender))
        message["To"] = letter.recipient
        message["Subject"] = letter.subject
        if letter.reply_to:
            message["Reply-To"] = letter.reply_to
        # The same for every try, so that a letter that arrives twice is one to whoever sorts it.
        message["Message-ID"] = f"<{letter.id}@{self._domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        return message


def _refused(code: int) -> Refused:
    # 4yz is "not now", 5yz is "never" (RFC 5321, 4.2.1); a refused sign-in is ours to mend, and the letter can wait.
    return Refused(str(code), may_pass=code < 500 or code in (530, 534, 535))
