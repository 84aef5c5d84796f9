"""Scopes: what an API client may do. Every route of the API names the one it needs; a route that names none
is closed."""

from collections.abc import Collection, Iterable
from enum import StrEnum


class Scope(StrEnum):
    """The value is what goes over the wire; ``meaning`` is what an owner reads when choosing."""

    ORG_READ = "org:read"
    AVAILABILITY_READ = "availability:read"
    APPOINTMENTS_WRITE = "appointments:write"
    APPOINTMENTS_READ = "appointments:read"
    APPOINTMENTS_MANAGE = "appointments:manage"
    WEBHOOKS_WRITE = "webhooks:write"
    ORG_MANAGE = "org:manage"

    @property
    def meaning(self) -> str:
        return MEANINGS[self]


MEANINGS = {
    Scope.ORG_READ: "See services, people and locations.",
    Scope.AVAILABILITY_READ: "See free times.",
    Scope.APPOINTMENTS_WRITE: "Hold times, and book, move and cancel appointments.",
    Scope.APPOINTMENTS_READ: "Look up appointments, with the names and contacts of customers.",
    Scope.APPOINTMENTS_MANAGE: (
        "Decide for the business: approve or decline what was asked for, and note who came and who did not."
    ),
    Scope.WEBHOOKS_WRITE: "Choose the addresses that are told of changes.",
    Scope.ORG_MANAGE: (
        "Arrange the business as a manager does: services, people, hours, prices, closed days and settings."
    ),
}

# What it takes to book for customers, and all that somebody without a token can ever have.
FOR_CUSTOMERS = (
    Scope.ORG_READ,
    Scope.AVAILABILITY_READ,
    Scope.APPOINTMENTS_WRITE,
    Scope.APPOINTMENTS_READ,
)


class MissingScope(Exception):
    """Somebody asks for what needs ``scope``, and does not have it."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(f"This access token lacks the scope {scope}.")
        self.scope = scope


def require_scope(scope: Scope, owned: Collection[str]) -> None:
    """Raises ``MissingScope``. Asked where an operation begins, of the operation itself, never of what a
    request says it will do."""
    if scope not in owned:
        raise MissingScope(scope)


def scopes_of(words: Iterable[str]) -> tuple[Scope, ...] | None:
    """The scopes of these words, each once, in the order of the table; None where a word is no scope."""
    wanted = set(words)
    if not wanted.issubset(set(Scope)):
        return None
    return tuple(scope for scope in Scope if scope in wanted)
