"""Messages sent again under the same ``client_msg_id``: the same request is answered as before, another is
refused."""

import hmac
from typing import Any

import msgspec
from msgspec import Struct

from agent.conversation.vault import Vault
from agent.intake.intake import IncomingMessage
from agent.privacy.personal import without_cards, without_codes
from agent.verification.one_time_codes import OneTimeCodes
from booking_core.errors import Invalid
from booking_core.input.clean_text import clean_text

DIGEST = "digest"


class StoredMessage(Struct, frozen=True):
    """What was stored under a ``client_msg_id``. ``input`` is that of the message."""

    message_id: str
    run_id: str | None
    text: str
    input: dict[str, Any] | None


def digest_of(sent: IncomingMessage, codes: OneTimeCodes) -> str:
    """A keyed digest of a message whose stored form leaves something out, so that a repeat can be told from
    another message without keeping what was left out."""
    return codes.digest(msgspec.json.encode(sent, order="deterministic"))


def must_be_the_same(before: StoredMessage, sent: IncomingMessage, vault: Vault, codes: OneTimeCodes) -> None:
    """Raises ``Invalid`` (``client_msg_id_reused``) unless ``sent`` is what was stored before."""
    digest = (before.input or {}).get(DIGEST)
    if digest is not None:
        is_same = hmac.compare_digest(digest, digest_of(sent, codes))
    else:
        is_same = sent.input_id is None and vault.reveal(before.text) in _stored_forms(sent.text)
    if not is_same:
        raise Invalid(
            "Another message was sent with this client_msg_id. Each message needs one of its own.",
            code="client_msg_id_reused",
        )


def _stored_forms(text: str) -> set[str]:
    """The text as the intake stores it, whether or not a one-time code was expected at that time."""
    cleaned = clean_text(text)
    return {without_cards(without_codes(cleaned, expected=expected)[0]) for expected in (True, False)}
