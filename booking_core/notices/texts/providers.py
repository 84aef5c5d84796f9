"""Providers of text messages: one protocol, and the two shapes of it that we speak. Each takes one message by
one request, and says what it makes of it."""

import base64
import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Protocol
from urllib.parse import urlencode

from msgspec import Struct

from booking_core.outbound.fetch import Fetched, Fetcher, NotFetched, NotReached
from booking_core.outbound.signatures import signature_headers
from booking_core.text_providers.provider_choice import TextPlace
from booking_core.text_providers.text_provider import TWILIO, ChosenProvider

PATIENCE_S, MOST_BYTES = 10.0, 64 * 1024
# What a provider may say of how long to wait.
LONGEST_WAIT = timedelta(hours=1)
# Not now: too early, too much, or something is broken there.
NOT_NOW = frozenset({408, 425, 429})
BROKEN = 500
# Whoever answers so has been told STOP by this customer itself (Twilio 21610; ``reason`` of ours).
OPTED_OUT = frozenset({"21610", "opted_out"})
UNREADABLE = "secret unreadable"


class TextMessage(Struct, frozen=True):
    """``id`` is the same for every try; ``recipient`` a number in E.164, ``callback`` where the provider
    tells what became of it."""

    id: str
    recipient: str
    text: str
    callback: str = ""


class NotTaken(Exception):
    """The provider did not take it. ``code`` is its own number, or what kept us from getting any; never its
    words. ``may_pass`` says that another try may succeed, ``again_in`` not before when; ``perhaps_taken``
    that it may have taken it and could not say so, ``opted_out`` that the customer wants none."""

    def __init__(
        self,
        code: str,
        *,
        may_pass: bool = False,
        again_in: timedelta | None = None,
        perhaps_taken: bool = False,
    ) -> None:
        super().__init__(code)
        self.code, self.may_pass, self.again_in = code, may_pass, again_in
        self.perhaps_taken = perhaps_taken

    @property
    def opted_out(self) -> bool:
        return self.code in OPTED_OUT


class TextSender(Protocol):
    """``knows_repeats`` is whether a message that comes twice is sent once, by its id."""

    knows_repeats: bool

    async def send(self, message: TextMessage, /) -> None:
        """Raises ``NotTaken``."""


class SignedSender:
    """Ours (``docs/texts.md``): JSON, signed as Standard Webhooks are."""

    knows_repeats = True

    def __init__(
        self, chosen: ChosenProvider, secret: str, fetcher: Fetcher, now: Callable[[], datetime]
    ) -> None:
        self._chosen, self._key, self._fetcher, self._now = chosen, secret.encode(), fetcher, now

    async def send(self, message: TextMessage) -> None:
        told = {
            "id": message.id,
            "to": message.recipient,
            "from": self._chosen.sender,
            "text": message.text,
            "callback": message.callback,
        }
        body = json.dumps(told, ensure_ascii=False).encode()
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": message.id,
            **signature_headers(message.id, self._now(), body, [self._key]),
        }
        await _post(self._fetcher, self._chosen.url, headers, body, self._now())


class TwilioSender:
    """Twilio's Messages resource. It sends what comes twice twice."""

    knows_repeats = False

    def __init__(
        self, chosen: ChosenProvider, secret: str, fetcher: Fetcher, now: Callable[[], datetime]
    ) -> None:
        self._chosen, self._fetcher, self._now = chosen, fetcher, now
        self._signed_in = base64.b64encode(f"{chosen.account}:{secret}".encode()).decode()

    async def send(self, message: TextMessage) -> None:
        fields = {"To": message.recipient, "From": self._chosen.sender, "Body": message.text}
        if message.callback:
            fields["StatusCallback"] = message.callback
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Authorization": f"Basic {self._signed_in}",
        }
        url = f"{self._chosen.url}/2010-04-01/Accounts/{self._chosen.account}/Messages.json"
        await _post(self._fetcher, url, headers, urlencode(fields).encode(), self._now())


class UnreadableSender:
    """Of a secret that cannot be read."""

    knows_repeats = True

    async def send(self, _: TextMessage) -> None:
        raise NotTaken(UNREADABLE, may_pass=True)


def sender_of(
    organization_id: str,
    chosen: ChosenProvider,
    place: TextPlace,
    now: Callable[[], datetime],
    fetcher: Fetcher | None = None,
) -> TextSender:
    """One whose secret no key of the installation opens any more waits for people to mend that."""
    secret = place.seal.open(chosen.sealed_secret, organization_id.encode())
    if secret is None:
        return UnreadableSender()
    asking = fetcher or Fetcher(place.allowed, patience_s=PATIENCE_S, most_bytes=MOST_BYTES, most_redirects=0)
    if chosen.kind == TWILIO:
        return TwilioSender(chosen, secret.decode(), asking, now)
    return SignedSender(chosen, secret.decode(), asking, now)


async def _post(fetcher: Fetcher, url: str, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    try:
        answer = await fetcher.fetch(url, method="POST", headers=headers, body=body)
    except NotReached as error:
        raise NotTaken("not reached", may_pass=True) from error
    except NotFetched as error:
        raise NotTaken("no answer", may_pass=True, perhaps_taken=True) from error
    if 200 <= answer.status < 300:
        return
    may_pass = answer.status in NOT_NOW or answer.status >= BROKEN
    raise NotTaken(
        _code_in(answer),
        may_pass=may_pass,
        again_in=_wait_in(answer, now),
        perhaps_taken=answer.status >= BROKEN,
    )


def _code_in(answer: Fetched) -> str:
    """Twilio's ``code``, our ``reason``, or the status; nothing longer than a word."""
    try:
        told: Any = json.loads(answer.body)
    except (ValueError, RecursionError):
        told = None
    for name in ("code", "reason"):
        found = str(told.get(name, "")) if isinstance(told, dict) else ""
        if found and found.isascii() and found.replace("_", "").isalnum() and len(found) <= 32:
            return found
    return str(answer.status)


def _wait_in(answer: Fetched, now: datetime) -> timedelta | None:
    """``Retry-After``, in seconds or as a date (RFC 9110, 10.2.3)."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return min(timedelta(seconds=int(told[:9])), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(told)
    except (ValueError, OverflowError):
        return None
    if until.tzinfo is None:
        return None
    return min(max(until - now, timedelta()), LONGEST_WAIT)
