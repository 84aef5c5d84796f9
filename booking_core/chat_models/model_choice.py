"""What an owner says about one model, and what it must be: an address we may send to, a name, a key that a
header can carry."""

import re
from decimal import Decimal

from msgspec import Struct

from booking_core.chat_models.chat_model import ChosenModel
from booking_core.errors import InvalidField
from booking_core.input.kinds import Text, WrongValue
from booking_core.outbound.guard import Forbidden, target_of
from booking_core.storage.idempotency import Sealer

ORIGIN = re.compile(r"https?://[A-Za-z0-9._-]+(?::[0-9]{1,5})?(?=/|$)")
MODEL_NAME = Text(200)
LONGEST_KEY = 1000
# A provider's most expensive million of tokens costs a hundredth of this.
MOST_OF_A_PRICE = Decimal(100_000)


class ModelPlace(Struct, frozen=True):
    """What is needed to keep a model: what seals its key, and the origins inside that the installation
    allows."""

    seal: Sealer
    allowed: frozenset[str] = frozenset()


class ModelChoice(Struct, frozen=True):
    """Without a key (``""``) none is sent, as servers at home like it; ``None`` keeps the one it has. Prices
    are of a million tokens, in the currency the provider bills."""

    base_url: str
    model: str
    api_key: str | None = ""
    input_price: Decimal | None = None
    output_price: Decimal | None = None

    def __repr__(self) -> str:
        return f"ModelChoice({self.base_url!r}, {self.model!r})"

    def seal(self, organization_id: str, place: ModelPlace, kept: bytes | None = None) -> ChosenModel:
        """As it is stored, with the key it had (``kept``) where none is given. Raises ``InvalidField``."""
        key = self.api_key
        sealed = kept if key is None else _seal(key, organization_id, place.seal)
        return ChosenModel(
            checked_address(self.base_url, place.allowed), _checked_name(self.model), sealed, *self._prices()
        )

    def _prices(self) -> tuple[Decimal | None, Decimal | None]:
        given = (self.input_price, self.output_price)
        for field, price in zip(("input_price", "output_price"), given, strict=True):
            if price is None and given != (None, None):
                raise InvalidField(field, "Please give both prices, or none.")
            if price is not None and not (price.is_finite() and 0 <= price <= MOST_OF_A_PRICE):
                raise InvalidField(field, "Please give what a million tokens cost, such as 0.40.")
        return given


def checked_address(base_url: str, allowed: frozenset[str]) -> str:
    """The address without a slash at its end. Raises ``InvalidField`` for one we do not send to, and one in
    which a key may hide."""
    address = base_url.strip().rstrip("/")
    if "?" in address or "#" in address:
        raise InvalidField("base_url", "Please leave out the part from ? or # on: a key has its own field.")
    try:
        target_of(address, allowed)
    except Forbidden as error:
        why, origin = str(error), _origin_in(address)
        raise InvalidField(
            "base_url",
            f"{why} A model on this machine or in its network has to be allowed by whoever runs this server,"
            f" with the setting PRIVATE_MODELS={origin}.",
            code="url_not_allowed",
        ) from error
    return address


def _origin_in(address: str) -> str:
    """What the setting would have to say; an example, where the address is none."""
    found = ORIGIN.match(address)
    return found[0].lower() if found else "http://127.0.0.1:11434"


def _checked_name(name: str) -> str:
    try:
        return MODEL_NAME.read(name)
    except WrongValue as error:
        raise InvalidField("model", str(error)) from error


def _seal(key: str, organization_id: str, seal: Sealer) -> bytes | None:
    key = key.strip()
    if len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise InvalidField("api_key", "Please paste the key just as the provider shows it.")
    return seal.close(key.encode(), organization_id.encode()) if key else None
