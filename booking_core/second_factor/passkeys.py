"""Passkeys (WebAuthn): keys that a device or a browser keeps for this address, and uses only there."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from booking_core.errors import InvalidField
from booking_core.second_factor.passkey import Passkey, RelyingParty
from booking_core.team.accounts import Account

# What the library raises for an answer that no browser gives.
MALFORMED = (WebAuthnException, ValueError, TypeError, KeyError, AttributeError, IndexError)
# Base64 for addresses (RFC 4648 §5); at most 1,023 bytes (WebAuthn §4).
CREDENTIAL_ID = re.compile(r"[A-Za-z0-9_-]{1,1364}")
LONGEST_NAME = 60
# More devices than anybody signs in with.
MOST = 20


async def registration_options(
    session: AsyncSession, site: RelyingParty, account: Account, challenge: bytes
) -> str:
    """What the browser is asked to make a key with, as JSON."""
    known = await _descriptors(session, account.id)
    options = generate_registration_options(
        rp_id=site.host,
        rp_name="Zimun",
        user_id=account.id.encode(),
        user_name=account.email,
        user_display_name=account.name,
        challenge=challenge,
        exclude_credentials=known,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
    )
    return options_to_json(options)


async def add_passkey(
    session: AsyncSession,
    site: RelyingParty,
    account_id: str,
    challenge: bytes,
    credential: dict[str, Any],
    name: str,
    now: datetime,
) -> Passkey:
    """Raises ``InvalidField`` for an answer that this challenge did not ask for, for a key we have, and for
    too many."""
    try:
        made = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
        )
    except MALFORMED as error:
        raise InvalidField("passkey", "That did not work. Please try again.") from error
    id_ = bytes_to_base64url(made.credential_id)
    if await session.get(Passkey, id_) is not None or len(await passkeys_of(session, account_id)) >= MOST:
        raise InvalidField("passkey", "This passkey is known already, or there are too many.")
    passkey = Passkey(
        id=id_,
        account_id=account_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        name=" ".join(name.split())[:LONGEST_NAME] or "Passkey",
        created_at=now,
    )
    session.add(passkey)
    return passkey


async def sign_in_options(
    session: AsyncSession, site: RelyingParty, account_id: str, challenge: bytes
) -> str:
    """Which keys the browser may use, as JSON."""
    known = await _descriptors(session, account_id)
    return options_to_json(
        generate_authentication_options(rp_id=site.host, challenge=challenge, allow_credentials=known)
    )


async def use_passkey(
    session: AsyncSession,
    site: RelyingParty,
    account_id: str,
    challenge: bytes,
    credential: dict[str, Any],
    now: datetime,
) -> bool:
    """Whether one of the account's keys has signed this challenge, for this site. A key whose counter went
    back was copied, and is refused."""
    id_ = credential.get("id")
    if not isinstance(id_, str) or not CREDENTIAL_ID.fullmatch(id_):
        return False
    whose = Passkey.id == id_, Passkey.account_id == account_id
    passkey = await session.scalar(select(Passkey).where(*whose).with_for_update())
    if passkey is None:
        return False
    try:
        signed = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
        )
    except MALFORMED:
        return False
    passkey.sign_count, passkey.last_used_at = signed.new_sign_count, now
    return True


async def passkeys_of(session: AsyncSession, account_id: str) -> Sequence[Passkey]:
    """Oldest first."""
    statement = select(Passkey).where(Passkey.account_id == account_id)
    return (await session.scalars(statement.order_by(Passkey.created_at, Passkey.id))).all()


async def _descriptors(session: AsyncSession, account_id: str) -> list[PublicKeyCredentialDescriptor]:
    keys = await passkeys_of(session, account_id)
    return [PublicKeyCredentialDescriptor(base64url_to_bytes(one.id)) for one in keys]


async def remove_passkey(session: AsyncSession, account_id: str, passkey_id: str) -> None:
    """One of the account's; another's stays."""
    await session.execute(delete(Passkey).where(Passkey.id == passkey_id, Passkey.account_id == account_id))
