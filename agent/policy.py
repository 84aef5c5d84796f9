"""The rules of the conversation that a tool meets: each one function with a name. What they refuse, no model can talk them into.

A rule notes in the turn what it decided, yes or no, and the operators read it beside the words. The other rules have files of their
own: ``authority`` (whose appointment it is), ``consent`` (a yes before the deed), ``claims`` (no deed told that was not done), ``plain_text`` (no markup, no foreign links),
``records`` (what is in records is data) and ``budget`` (how much a conversation may cost).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from agent.notepad import Offer
from agent.talk import Talk
from booking_core.errors import Invalid

SESSION = "session_says_who"
OFFERED = "only_what_was_offered"
HOLDING = "hold_before_summary"
OWN_WORDS = "only_the_customers_own_words"
OWN_BOOKINGS = "only_their_own"
# Who is speaking and whose things are meant is known from the session; a model that names them was talked into it.
PARTIES = re.compile(
    r"(^|_)(id|ids|uuid)$|^(organi[sz]ation|tenant|business|conversation|customer|client|user|operator|actor|role|token)(_|$)"
)

# Fewer digits than this are no telephone number.
SHORTEST_NUMBER = 6


class Denied(Invalid):
    """A rule said no. ``code`` is the rule's name."""


def must_name_no_party(talk: Talk, arguments: Mapping[str, Any]) -> None:
    """Organization, conversation, customer and records come from the session and the notepad, never from arguments."""
    named = sorted(name for name in arguments if PARTIES.search(name.casefold()))
    if named:
        deny(talk, SESSION, "Whose things are meant is known already. Leave it out.", named=named[:5])
    talk.judge(SESSION, allowed=True)


def must_have_been_offered(talk: Talk, handle: str) -> Offer:
    """Only a time that was offered in this conversation can be held."""
    offer = talk.notepad.offers.get(handle)
    if offer is None:
        deny(talk, OFFERED, "That time was not offered in this conversation. Look for times first.")
    talk.judge(OFFERED, allowed=True, handle=handle)
    return offer


def must_hold_a_time(talk: Talk) -> str:
    """A summary is only made of a time that is being kept."""
    if talk.notepad.hold_id is None:
        deny(talk, HOLDING, "No time is being kept. Hold one of the offered times first.")
    talk.judge(HOLDING, allowed=True)
    return talk.notepad.hold_id


def must_be_the_customers_own(talk: Talk, told: Mapping[str, str | None]) -> None:
    """Name and contact come from what the customer wrote in this conversation; a model's invention is refused."""
    written = [talk.text, *(message.content for message in talk.history if message.role == "user")]
    invented = sorted(name for name, value in told.items() if value and not _was_written(value, written))
    if invented:
        deny(talk, OWN_WORDS, "The customer has not written that. Show them the form.", invented=invented)
    talk.judge(OWN_WORDS, allowed=True, told=sorted(name for name, value in told.items() if value))


def deny(talk: Talk, rule: str, detail: str, **details: Any) -> NoReturn:
    """Note the no, and say it. Raises ``Denied``."""
    talk.judge(rule, allowed=False, **details)
    raise Denied(detail, code=rule)


def _was_written(value: str, texts: Iterable[str]) -> bool:
    """As whole words, whatever the spacing; a number by its digits, whatever stands between them."""
    digits = re.sub(r"\D", "", value)
    if len(digits) >= SHORTEST_NUMBER and not re.search(r"[^\W\d_]", value):
        # Abroad a number is written with its country, at home with a nought.
        return any(digits[-SHORTEST_NUMBER:] in re.sub(r"\D", "", text) for text in texts)
    words = r"\s+".join(map(re.escape, value.casefold().split()))
    return bool(words) and any(re.search(rf"(?<!\w){words}(?!\w)", text.casefold()) for text in texts)
