"""Roles in an organization, and the one table of which role may use which verb.

A verb is named as its noun and what it does, such as ``service.change``. ``require_role`` stands at the verb
itself, within its transaction; a new verb is a line here.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from booking_core.access.scopes import Scope
from booking_core.errors import NotAllowed


class Role(StrEnum):
    """What somebody is in one organization. A member's verbs are those of the desk, and their calendars."""

    OWNER = "owner"
    MANAGER = "manager"
    MEMBER = "member"


OWNERS = frozenset({Role.OWNER})
ARRANGERS = frozenset({Role.OWNER, Role.MANAGER})
EVERYBODY = frozenset(Role)

_DATED = ("read", "create", "change", "archive", "restore")
_LIST = (*_DATED, "reorder")


def _verbs(noun: str, deeds: Iterable[str], roles: frozenset[Role]) -> dict[str, frozenset[Role]]:
    return {f"{noun}.{deed}": roles for deed in deeds}


ROLES_OF: Mapping[str, frozenset[Role]] = {
    **_verbs("location", _LIST, ARRANGERS),
    **_verbs("resource", _LIST, ARRANGERS),
    **_verbs("category", _LIST, ARRANGERS),
    **_verbs("service", _LIST, ARRANGERS),
    **_verbs("question", _LIST, ARRANGERS),
    **_verbs("week", ("read", "change"), ARRANGERS),
    **_verbs("date", _DATED, ARRANGERS),
    **_verbs("time_off", _DATED, ARRANGERS),
    **_verbs("repeated_time_off", _DATED, ARRANGERS),
    **_verbs("picture", ("change", "remove"), ARRANGERS),
    **_verbs("settings", ("read", "change"), ARRANGERS),
    # What goes when its time is over is gone.
    **_verbs("retention", ("change",), OWNERS),
    **_verbs("customer", ("import", "export", "change"), ARRANGERS),
    # Whoever is somebody in the agenda finds whom they serve, and nobody else.
    **_verbs("customer", ("find",), EVERYBODY),
    # Nothing brings them back.
    **_verbs("customer", ("erase",), OWNERS),
    **_verbs("appointment", ("import", "renew_link"), ARRANGERS),
    **_verbs("team", ("list", "invite", "change", "remove"), OWNERS),
    # Letters carry what customers prove themselves with.
    **_verbs("outbox", ("read", "retry"), ARRANGERS),
    **_verbs("audit", ("read",), ARRANGERS),
    **_verbs("unanswered", ("read",), ARRANGERS),
    # That somebody who asked for a person in the chat was answered, and that it was not so.
    **_verbs("conversation", ("answer",), EVERYBODY),
    # Whoever may see or exchange a secret can do whatever it opens.
    **_verbs("api_client", ("list", "create", "change", "rotate", "revoke"), OWNERS),
    **_verbs("webhook", ("list", "change", "test", "redeliver"), ARRANGERS),
    **_verbs("webhook", ("add", "rotate", "remove"), OWNERS),
    **_verbs("chat_model", ("list",), ARRANGERS),
    **_verbs("chat_model", ("add", "change", "reorder", "remove", "try"), OWNERS),
    # A member arranges the calendars of nobody but themselves (`calendars/whose.py`).
    **_verbs("calendar", ("list", "share", "revoke", "connect", "check", "disconnect", "settle"), EVERYBODY),
    **_verbs("mail_server", ("read",), ARRANGERS),
    **_verbs("mail_server", ("change", "remove", "test"), OWNERS),
    **_verbs("text_provider", ("read",), ARRANGERS),
    **_verbs("text_provider", ("change", "remove", "test"), OWNERS),
    # What the business's own site signs with it is worth nothing any more.
    **_verbs("identity_key", ("renew",), OWNERS),
}

# What a program may do by a scope of its own, which an owner gave it; as the proof of an actor says it.
PROOFS_OF: Mapping[str, str] = {
    f"webhook.{deed}": f"scope:{Scope.WEBHOOKS_WRITE}" for deed in ("list", "add", "test", "rotate", "remove")
}


def require_role(role: Role | None, verb: str) -> None:
    """Raises ``NotAllowed`` unless this role may use the verb; who has no role may use none."""
    allowed = ROLES_OF[verb]
    if role not in allowed:
        who = " or ".join(one.value for one in Role if one in allowed)
        raise NotAllowed(f"Only an {who} may do this.", details={"verb": verb})
