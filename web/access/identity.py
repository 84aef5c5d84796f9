"""What an organization's own site says of its customer: a JSON Web Token (RFC 7519), HS256, signed by the site's server.

The key is made from the installation's secret and the organization's number of it, so that none is kept and the next number makes
every older token invalid.
"""

import base64
import hmac
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from msgspec import Struct

from agent.intake.introduction import Introduced
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Invalid
from web.secrets.sealing import derive_key

# A token that lasts longer is a password in a page.
LASTS_AT_MOST = timedelta(days=1)
# What two clocks may be apart.
LEEWAY = timedelta(minutes=1)


class Claims(Struct):
    """``sub`` is the site's own id of the customer; ``exp`` seconds since 1970 in UTC. Further claims are not read."""

    sub: str
    exp: float
    name: str | None = None
    email: str | None = None
    phone: str | None = None


def identity_key(secret_key: str, organization_id: str, number: int) -> str:
    """The organization's key as its site is given it."""
    key = derive_key(secret_key, f"identity {number} of {organization_id}")
    return base64.urlsafe_b64encode(key).rstrip(b"=").decode()


def read_identity(token: str, keys: Iterable[str], now: datetime) -> Introduced:
    """Whom the token introduces; any of the ``keys`` may have signed it. ``now`` is aware.

    Raises ``Invalid`` (``invalid_identity``) for anything not signed so, or too old.
    """
    try:
        head, body, signature = (_bytes_of(part) for part in token.split("."))
        signed = token.rpartition(".")[0].encode()
        header: dict[str, Any] = msgspec.json.decode(head, type=dict[str, Any])
        known = [hmac.compare_digest(signature, hmac.digest(key.encode(), signed, "sha256")) for key in keys]
        if header.get("alg") != "HS256" or not any(known):
            raise _refusal()
        claims = msgspec.json.decode(body, type=Claims)
        expires = datetime.fromtimestamp(claims.exp, UTC)
    except (ValueError, OverflowError, OSError, msgspec.MsgspecError) as error:
        raise _refusal() from error
    if not claims.sub or len(claims.sub) > 255 or not claims.sub.isprintable():
        raise _refusal()
    if not now - LEEWAY < expires < now + LASTS_AT_MOST + LEEWAY:
        raise _refusal()
    return Introduced(claims.sub, _contact(claims))


def _contact(claims: Claims) -> ContactDetails | None:
    return ContactDetails(claims.name, claims.email, claims.phone) if claims.name else None


def _refusal() -> Invalid:
    return Invalid("This says nothing we can trust about who you are.", code="invalid_identity")


def _bytes_of(part: str) -> bytes:
    return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
