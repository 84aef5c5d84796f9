"""Trouble with PostgreSQL, told apart from our own mistakes: it becomes one refusal, which every door can
translate."""

import logging

import psycopg
from psycopg.errors import LockNotAvailable, QueryCanceled, ReadOnlySqlTransaction
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from booking_core.errors import DatabaseAway
from booking_core.storage.hosts.connections import NoAnswer, NotConnected

logger = logging.getLogger("zimun.postgresql")
# Whoever repeats after this many seconds finds PostgreSQL back after a restart, or hears the same at once.
RETRY_AFTER_S = 2
CROWDED = "There are too many people at the desk just now. Please try again in a moment."
AWAY = "This cannot be done just now. Please try again in a moment."
UNKNOWN = "We cannot tell yet whether that went through. Please repeat it."


def is_trouble(error: BaseException) -> bool:
    """Whether PostgreSQL is away, full, read-only or too slow, so that the same request may succeed soon."""
    if isinstance(error, PoolTimeout):
        return True
    original = _original(error)
    if isinstance(original, (psycopg.OperationalError, psycopg.InterfaceError, ReadOnlySqlTransaction)):
        return True
    return isinstance(error, DBAPIError) and error.connection_invalidated


def is_silence(error: BaseException) -> bool:
    """Whether somebody has waited long enough for PostgreSQL already."""
    return isinstance(_original(error), (NoAnswer, NotConnected)) and not isinstance(error, PoolTimeout)


def is_without_effect(error: BaseException) -> bool:
    """Whether this transaction cannot have been committed: it never got to PostgreSQL, or PostgreSQL itself
    has refused it."""
    refused = (NotConnected, ReadOnlySqlTransaction, LockNotAvailable, QueryCanceled)
    return isinstance(error, PoolTimeout) or isinstance(_original(error), refused)


def unavailable(error: BaseException, *, unknown: bool) -> DatabaseAway:
    """The refusal for such trouble. ``unknown`` says that something may have been written: nobody is told
    that it was not."""
    logger.warning("PostgreSQL cannot be asked: %s", kind_of(error))
    if unknown:
        return DatabaseAway(UNKNOWN, code="outcome_unknown", retry_after_s=RETRY_AFTER_S)
    return DatabaseAway(CROWDED if isinstance(error, PoolTimeout) else AWAY, retry_after_s=RETRY_AFTER_S)


def kind_of(error: BaseException) -> str:
    """For a log line: what kind of trouble, and nothing of what anybody asked or wrote."""
    original = _original(error)
    state = getattr(original, "sqlstate", None)
    return f"{type(original).__name__} {state}" if state else type(original).__name__


def _original(error: BaseException) -> BaseException | None:
    return error.orig if isinstance(error, DBAPIError) else error
