"""Policy: the rules that tools must meet, one function each. Models cannot change what they decide.

A rule records its decision in the turn, yes or no, where operators see it beside the messages. Other rules
have files of their own: ``consent.authority`` (whose appointment it is), ``consent.consent`` (a yes before an
operation), ``guardrails.false_claims`` (no claim of an operation that did not happen),
``guardrails.plain_text`` (no markup, no foreign links), ``guardrails.records`` (records are data) and
``llm.budget`` (what a conversation may cost).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn

from agent.assent import AnswerKind, plain_answer
from agent.contact_lines import NameVerdict, contact_in_message, judge_name
from agent.conversation.choices import Offer
from agent.languages import language_of, words_in
from agent.languages.patterns.compiled import compiled
from agent.mentions.pasted_code import without_code
from agent.privacy.contacts.emails import spoken_emails_in
from agent.privacy.contacts.phones import spoken_phones_in
from agent.turn_context import TurnContext
from booking_core.customers.contacts import normalise_name
from booking_core.customers.mail_domains import likely_address
from booking_core.errors import Invalid
from booking_core.input.clean_text import clean_text

SESSION = "session_says_who"
OFFERED = "only_what_was_offered"
HOLDING = "hold_before_summary"
NO_STANDS = "a_no_stands"
OWN_WORDS = "only_the_customers_own_words"
NAMES = "a_name_is_a_name"
OWN_BOOKINGS = "only_their_own"
# Identities are known from the session; a model that passes one was talked into it. Arguments that only
# describe a customer, such as ``customer_name``, match no tool and have no effect.
PARTIES = re.compile(
    r"^(?:(?:organi[sz]ation|tenant|business|conversation|customer|client|user|operator|"
    r"actor|role|account)s?(?:_?(?:id|ids|uuid|key|role))?"
    r"|(?:hold|appointment|booking|reservation)_?(?:id|ids|uuid)|id|ids|uuid|(?:\w+_)?(?:token|secret))$"
)

# Fewer digits are not a phone number.
SHORTEST_NUMBER = 6


class Denied(Invalid):
    """A rule denied something. ``code`` is the rule's name."""


def must_not_name_parties(context: TurnContext, arguments: Mapping[str, Any]) -> None:
    """Organization, conversation, customer and records come from the session and the state, never from
    arguments. ``arguments`` are those that the tool does not define."""
    named = sorted(name for name in arguments if PARTIES.search(name.casefold()))
    if named:
        deny(context, SESSION, "Whose things are meant is known already. Leave it out.", named=named[:5])
    context.record_decision(SESSION, allowed=True)


def must_be_current_offer(context: TurnContext, handle: str) -> Offer:
    """Only a time of the newest list can be held, or the one that is held already."""
    held = context.state.held_offer
    is_current = handle in context.state.listed or (held is not None and handle == held.handle)
    offer = context.state.offers.get(handle) if is_current else None
    if offer is None:
        detail = (
            "is of an older list"
            if handle in context.state.offers
            else "was not offered in this conversation"
        )
        deny(context, OFFERED, f"That time {detail}. Look for times first.")
    context.record_decision(OFFERED, allowed=True, handle=handle)
    return offer


def must_hold_a_time(context: TurnContext) -> str:
    """Only a held time can be proposed or released. Returns the hold's id."""
    if context.state.hold_id is None:
        deny(context, HOLDING, "No time is being kept. Hold one of the offered times first.")
    context.record_decision(HOLDING, allowed=True)
    return context.state.hold_id


def must_still_want_time(context: TurnContext) -> None:
    """Only the time that was chosen last can be proposed: not after the customer asked for others, or refused
    it."""
    if not context.state.draft.settled:
        deny(
            context, HOLDING, "The customer has asked for other times since. Hold the one they choose first."
        )


def must_not_ask_again(context: TurnContext) -> None:
    """A customer who neither agreed to cancelling nor asked anything is not asked again in the same turn."""
    asks_more = context.answer is None or context.answer.kind in (
        AnswerKind.YES,
        AnswerKind.MORE,
        AnswerKind.QUESTION,
    )
    if context.answered_deed == "cancel" and not asks_more:
        deny(
            context,
            NO_STANDS,
            "The customer was asked that and did not agree. Leave the appointment as it is.",
        )


def must_be_the_customers_own(context: TurnContext, told: Mapping[str, str | None]) -> None:
    """Name and contact (``told``) must be in the customer's messages of this conversation."""
    written = _customer_texts(context)
    written += [contact for text in written for contact in _contacts_in_words(text)]
    doubted = context.state.draft.doubted_email
    if doubted and plain_answer(context.text, language_of(context.locale)) == "agree":
        written.append(likely_address(doubted) or doubted)  # The customer was asked whether this was meant.
    # Program text that is pasted is nobody's name.
    spoken = [without_code(text) for text in written]
    invented = sorted(
        name
        for name, value in told.items()
        if value and not _was_written(value, spoken if name == "name" else written)
    )
    if invented:
        deny(context, OWN_WORDS, "The customer has not written that. Show them the form.", invented=invented)
    context.record_decision(
        OWN_WORDS, allowed=True, told=sorted(name for name, value in told.items() if value)
    )


def _contacts_in_words(text: str) -> Iterator[str]:
    """Contacts that a text spells out."""
    yield from (address for _, address in spoken_emails_in(text))
    yield from (digits for _, digits in spoken_phones_in(text))


def must_be_a_name(context: TurnContext, name: str) -> None:
    """A model's argument must be a name by the rules of the built-in receptionist: "if you say so" is
    none."""
    words = words_in(context.locale)
    is_name = judge_name(normalise_name(name), words) is not NameVerdict.NONE or any(
        contact_in_message(context.catalogue, text, context.locale, is_asked=True).name
        == normalise_name(name)
        for text in _customer_texts(context)
    )
    if not is_name:
        deny(context, NAMES, "That is no name. Ask the customer for theirs, or show them the form.")
    context.record_decision(NAMES, allowed=True)


def deny(context: TurnContext, rule: str, detail: str, **details: Any) -> NoReturn:
    """Record the denial and raise ``Denied``."""
    context.record_decision(rule, allowed=False, **details)
    raise Denied(detail, code=rule)


def _customer_texts(context: TurnContext) -> list[str]:
    """The customer's messages without invisible characters."""
    return [
        clean_text(text)
        for text in (context.text, *(one.content for one in context.history if one.role == "user"))
    ]


def _was_written(value: str, texts: Iterable[str]) -> bool:
    """Whether a text has the value as whole words, whatever the spacing, or a number with the same digits."""
    value = clean_text(value)
    digits = re.sub(r"\D", "", value)
    if len(digits) >= SHORTEST_NUMBER and not re.search(r"[^\W\d_]", value):
        # Numbers are written with a country code or with a zero: compare their last digits.
        return any(digits[-SHORTEST_NUMBER:] in re.sub(r"\D", "", text) for text in texts)
    words = r"\s+".join(map(re.escape, value.casefold().split()))
    return bool(words) and any(compiled(rf"(?<!\w){words}(?!\w)").search(text.casefold()) for text in texts)
