"""Why a mail server took no letter: whether another try may succeed, and what happened in one word, which
people are told in a sentence."""

import ssl
from enum import StrEnum

import aiosmtplib
from aiosmtplib import SMTPStatus

from booking_core.outbound.guard import Forbidden, UnknownHost

# A refused sign-in (RFC 4954, 6) is for people to mend, and the letter can wait.
SIGN_IN_CODES = (530, 534, 535, 538)
NO_TLS = "no_tls"


class Reason(StrEnum):
    NO_HOST = "no_host"
    NOT_PUBLIC = "not_public"
    NO_ANSWER = "no_answer"
    SILENT = "silent"
    TLS = "tls"
    NO_TLS = NO_TLS
    SIGN_IN = "sign_in"
    SENDER = "sender"
    RECIPIENT = "recipient"
    LETTER = "letter"
    LATER = "later"
    OTHER = "other"


class Refused(Exception):
    """The letter was not taken. ``code`` is the server's three digits, or what kept us from getting any;
    never its words, which may quote the letter. ``may_pass`` says that another try may succeed."""

    def __init__(self, code: str, *, may_pass: bool, reason: Reason = Reason.OTHER) -> None:
        super().__init__(code)
        self.code = code
        self.may_pass = may_pass
        self.reason = reason


def refusal_of(error: Exception) -> Refused:
    """What became of a letter whose sending ended so."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return _refusal_of_code(error.recipients[0].code, Reason.RECIPIENT)
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return _refusal_of_code(error.code, _stage(error))
    if isinstance(error, Forbidden):
        # Whoever mends a name or allows a server can have the letter sent.
        reason = Reason.NO_HOST if isinstance(error, UnknownHost) else Reason.NOT_PUBLIC
        return Refused("forbidden", may_pass=True, reason=reason)
    if type(error) is aiosmtplib.SMTPException:
        # The server offers no TLS, or nobody can sign in there. That is for people to mend, too.
        is_sign_in = "AUTH" in error.message
        if is_sign_in:
            return Refused("no_sign_in", may_pass=True, reason=Reason.SIGN_IN)
        return Refused(NO_TLS, may_pass=True, reason=Reason.NO_TLS)
    return Refused(type(error).__name__, may_pass=isinstance(error, OSError), reason=_reason_of_error(error))


def _refusal_of_code(code: int, reason: Reason) -> Refused:
    # 4yz is "not now", 5yz is "never" (RFC 5321, 4.2.1).
    if code in SIGN_IN_CODES:
        return Refused(str(code), may_pass=True, reason=Reason.SIGN_IN)
    may_pass = code < SMTPStatus.unrecognized_command
    return Refused(str(code), may_pass=may_pass, reason=Reason.LATER if may_pass else reason)


def _stage(error: aiosmtplib.SMTPResponseException) -> Reason:
    """What the server said no to."""
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return Reason.SIGN_IN
    if isinstance(error, aiosmtplib.SMTPSenderRefused):
        return Reason.SENDER
    return Reason.LETTER if isinstance(error, aiosmtplib.SMTPDataError) else Reason.OTHER


def _reason_of_error(error: Exception) -> Reason:
    causes = (error, error.__cause__, error.__context__)
    if any(isinstance(one, ssl.SSLError) for one in causes):
        return Reason.TLS
    if isinstance(error, TimeoutError):
        return Reason.SILENT
    return Reason.NO_ANSWER if isinstance(error, OSError) else Reason.OTHER
