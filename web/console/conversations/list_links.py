"""Tabs of the list with how many each has, and the links to the pages beside it."""

from typing import Any

from agent.conversation.conversation import BOT, CLOSED, PERSON, WAITING
from web.console.conversations.list_filter import ConversationFilter, ConversationPage
from web.console.conversations.list_statements import COUNTED
from web.console.words.translate import N_

STATUSES = {WAITING: N_("Waiting"), BOT: N_("Assistant"), PERSON: N_("A person"), CLOSED: N_("Closed")}
LAST_PAGE = 400


def tabs_and_pages(wanted: ConversationFilter, found: ConversationPage) -> dict[str, Any]:
    """How many conversations each tab has, and where the tabs and the links to the pages beside this one
    lead."""
    return {
        "numbers": _numbers(found.counts),
        "is_partial": found.is_partial,
        "tabs": {key: _address(wanted, status=key) for key in ("", *STATUSES)},
        "newer": _newer(wanted, found),
        "older": _older(wanted, found),
    }


def _address(wanted: ConversationFilter, **change: str | int) -> dict[str, str | int]:
    """The query of this list with something changed, back on the first page unless a page is asked for."""
    query = {"status": wanted.status, "outcome": wanted.outcome, "q": wanted.search, **change}
    return {key: value for key, value in query.items() if value}


def _newer(wanted: ConversationFilter, found: ConversationPage) -> dict[str, str | int]:
    """Empty where there is nothing newer. The first page is always that of now."""
    page = max(wanted.page - 1, 1)
    if not found.has_newer:
        return _address(wanted, page=page) if wanted.page > 1 else {}
    if page == 1 or not found.rows:
        return _address(wanted, page=page)
    return _address(wanted, page=page, before=str(found.rows[0].cursor))


def _older(wanted: ConversationFilter, found: ConversationPage) -> dict[str, str | int]:
    """Empty where there is nothing older."""
    if not found.has_older or not found.rows or wanted.page >= LAST_PAGE:
        return {}
    return _address(wanted, page=wanted.page + 1, after=str(found.rows[-1].cursor))


def _numbers(counts: dict[str, int] | None) -> dict[str, str]:
    """How many there are of each status, and of all, as they are read. Nothing where nobody has counted."""
    if counts is None:
        return {}
    every = {"": sum(counts.values()), **{status: counts.get(status, 0) for status in STATUSES}}
    is_more = any(number > COUNTED for number in counts.values())
    return {
        key: f"{COUNTED:,}+" if number > COUNTED and (key or is_more) else str(number)
        for key, number in every.items()
    }
