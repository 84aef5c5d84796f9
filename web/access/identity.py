"""What an organization's own site says of its customer: a JSON Web Token (RFC 7519), HS256, signed by the
site's server.

The key is made from the installation's secret and the organization's number of it, so that none is kept and
the next number makes every older token invalid.
"""

import base64
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import jwt
import msgspec
from jwt.types import Options
from msgspec import Struct

from agent.intake.introduction import IntroducedCustomer
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Invalid
from web.secrets.sealing import derive_key

# A token that lasts longer is a password in a page.
LASTS_AT_MOST = timedelta(days=1)
# What two clocks may be apart.
LEEWAY = timedelta(minutes=1)
ALGORITHMS = ("HS256",)
# Times and the audience are checked here, against the clock that everything else reads.
OPTIONS: Options = {
    "require": ["sub", "exp"],
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_jti": False,
}


class Claims(Struct):
    """``sub`` is the site's own id of the customer; ``exp``, ``nbf`` and ``iat`` are seconds since 1970 in
    UTC; ``aud`` is whom the token is for. Further claims are not read."""

    sub: str
    exp: float
    nbf: float | None = None
    iat: float | None = None
    aud: str | list[str] | None = None
    name: str | None = None
    email: str | None = None
    phone: str | None = None


def identity_key(secret_key: str, organization_id: str, number: int) -> str:
    """The organization's key as its site is given it."""
    key = derive_key(secret_key, f"identity {number} of {organization_id}")
    return base64.urlsafe_b64encode(key).rstrip(b"=").decode()


def read_identity(token: str, keys: Iterable[str], organization_id: str, now: datetime) -> IntroducedCustomer:
    """Whom the token introduces; any of the ``keys`` may have signed it. ``now`` is aware.

    Raises ``Invalid`` (``invalid_identity``) for anything not signed so, too old, not valid yet, or made for
    an audience other than the organization.
    """
    try:
        claims = _claims(token, keys)
        expires = datetime.fromtimestamp(claims.exp, UTC)
    except (ValueError, OverflowError, OSError, RecursionError, jwt.PyJWTError) as error:
        raise _refusal() from error
    if not claims.sub or len(claims.sub) > 255 or not claims.sub.isprintable():
        raise _refusal()
    if not now - LEEWAY < expires < now + LASTS_AT_MOST + LEEWAY:
        raise _refusal()
    if not (_has_begun(claims, now) and _is_meant_for(organization_id, claims)):
        raise _refusal()
    return IntroducedCustomer(claims.sub, _contact(claims))


def _claims(token: str, keys: Iterable[str]) -> Claims:
    """What the token claims. Raises ``jwt.PyJWTError`` unless one of the keys has signed it, ``ValueError``
    for claims that do not fit."""
    for key in keys:
        try:
            payload = jwt.decode(token, key, algorithms=ALGORITHMS, options=OPTIONS)
        except jwt.InvalidSignatureError:
            continue
        return msgspec.convert(payload, Claims)
    raise jwt.InvalidSignatureError


def _has_begun(claims: Claims, now: datetime) -> bool:
    """Whether ``nbf`` and ``iat`` (RFC 7519 §4.1.5, §4.1.6) are past, where the token has them."""
    latest = (now + LEEWAY).timestamp()
    # A NaN is in no order: it is no time that has come.
    return all(begins is None or begins <= latest for begins in (claims.nbf, claims.iat))


def _is_meant_for(organization_id: str, claims: Claims) -> bool:
    """A token with an audience is refused by everybody who is not in it (RFC 7519 §4.1.3)."""
    if claims.aud is None:
        return True
    return organization_id in ([claims.aud] if isinstance(claims.aud, str) else claims.aud)


def _contact(claims: Claims) -> ContactDetails | None:
    return ContactDetails(claims.name, claims.email, claims.phone) if claims.name else None


def _refusal() -> Invalid:
    return Invalid("This says nothing we can trust about who you are.", code="invalid_identity")
