"""What an owner says about a provider of text messages, and what it must be: an address we may send to, a
sender that telephones show, and a secret that is sent nowhere else."""

import re

from msgspec import Struct

from booking_core.errors import InvalidField
from booking_core.outbound.guard import Forbidden, target_of
from booking_core.storage.idempotency import Sealer
from booking_core.text_providers.text_provider import TEXT_KINDS, TWILIO, ChosenProvider

TWILIO_URL = "https://api.twilio.com"
# E.164, or a name as GSM 03.38 has it: at most eleven letters and digits, one of them a letter.
NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")
ACCOUNT = re.compile(r"AC[0-9a-f]{32}")
# A signature is worth as much as the secret is long.
SHORTEST_SECRET, LONGEST_SECRET = 16, 500


class TextPlace(Struct, frozen=True):
    """What is needed to keep a provider: what seals its secret, and the origins inside that the installation
    allows."""

    seal: Sealer
    allowed: frozenset[str] = frozenset()


class ProviderChoice(Struct, frozen=True):
    """A ``secret`` of ``None`` keeps the one there is."""

    kind: str
    sender: str
    url: str = ""
    account: str = ""
    secret: str | None = None

    def __repr__(self) -> str:
        return f"ProviderChoice({self.kind!r}, {self.url!r})"

    def seal(self, organization_id: str, place: TextPlace, kept: bytes | None = None) -> ChosenProvider:
        """As it is stored, with the secret it had (``kept``) where none is given. Raises ``InvalidField``."""
        if self.kind not in TEXT_KINDS:
            raise InvalidField("kind", "Please choose who sends the text messages.")
        url, account = self._checked_url(place.allowed), self._checked_account()
        sender = self._checked_sender()
        secret = kept if self.secret is None else self._sealed_secret(organization_id, place.seal)
        if secret is None:
            raise InvalidField("secret", "Please give the secret of the provider.")
        return ChosenProvider(self.kind, url, account, sender, secret)

    def _checked_url(self, allowed: frozenset[str]) -> str:
        url = self.url.strip() or (TWILIO_URL if self.kind == TWILIO else "")
        try:
            target = target_of(url, allowed)
        except Forbidden as error:
            raise InvalidField("url", str(error), code="host_not_allowed") from error
        return target.origin if self.kind == TWILIO else f"{target.origin}{target.path}"

    def _checked_account(self) -> str:
        account = self.account.strip()
        if self.kind == TWILIO and not ACCOUNT.fullmatch(account):
            raise InvalidField("account", "An account SID begins with AC and has 34 characters.")
        return account if self.kind == TWILIO else ""

    def _checked_sender(self) -> str:
        sender = " ".join(self.sender.split())
        number = re.sub(r"[ ()./-]", "", sender)
        if NUMBER.fullmatch(number):
            return number
        if not NAME.fullmatch(sender):
            raise InvalidField(
                "sender",
                "Please give a number with its country code, such as +49 30 901820,"
                " or a name of at most 11 letters and digits.",
            )
        return sender

    def _sealed_secret(self, organization_id: str, seal: Sealer) -> bytes:
        secret = self.secret or ""
        if not SHORTEST_SECRET <= len(secret) <= LONGEST_SECRET or not secret.isprintable():
            raise InvalidField("secret", f"A secret has at least {SHORTEST_SECRET} characters.")
        return seal.close(secret.encode(), organization_id.encode())
