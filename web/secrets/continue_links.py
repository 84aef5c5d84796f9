"""Links that continue a conversation: sent to its customer for another device, signed and good for thirty
days; or handed to whoever comes by the link of an appointment, for this once and as long as that link is
good.

The proof stands behind the ``#``, which browsers send to nobody; the page exchanges it for a token of its
own.
"""

from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from web.secrets.sealing import Signature
from web.settings import Settings

LINK_LASTS = timedelta(days=30)
PURPOSE = "links that continue a conversation"
READER = "customer"


class ByAppointment(Struct, frozen=True):
    """The link of an appointment that somebody came by, and the name of this one use of it."""

    organization_id: str
    appointment_id: str
    number: int
    use: str


class Proof(Struct, frozen=True, omit_defaults=True):
    """``until`` is seconds since 1970."""

    conversation_id: str
    until: int
    by: ByAppointment | None = None


def link_to(
    organization_id: str,
    conversation_id: str,
    settings: Settings,
    now: datetime,
    lasts: timedelta = LINK_LASTS,
    by: ByAppointment | None = None,
) -> str:
    """An address for the customer's own mailbox, and nobody else's: whoever opens it is in the conversation.

    The letter with a one-time code does not carry it. Who asked for that code is not known yet: the owner of
    the mailbox would follow the link into a stranger's conversation, and say the code there.
    """
    proof = Proof(conversation_id, int((now + lasts).timestamp()), by)
    signed = _signature(settings).sign(msgspec.json.encode(proof), READER)
    return f"{settings.public_url}/c/{organization_id}#continue={signed}"


def proof_in(link: str, settings: Settings, now: datetime) -> Proof | None:
    """None for one that is not ours or too old."""
    read = _signature(settings).read(link, READER)
    proof = msgspec.json.decode(read, type=Proof) if read else None
    return None if proof is None or proof.until < now.timestamp() else proof


def _signature(settings: Settings) -> Signature:
    """A link lasts longer than a new secret key takes."""
    return Signature(settings.secret_key, PURPOSE, settings.secret_key_old)
