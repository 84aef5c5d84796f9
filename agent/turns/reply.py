"""A reply: what happens in a turn, in order. Distress first, then consent, both by code; then buttons and forms, which need no model; then
whoever speaks."""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, suppress

from agent.assent import Kind
from agent.consent.consent import (
    answer_to_summary,
    asks_for_what_was_refused,
    assents_to_a_refusal,
    carried_out,
    declined,
    note_what_was_said_since,
    was_shown_before,
)
from agent.consent.contact_proof import ask_for_code
from agent.consent.proof_requests import is_proving
from agent.conversation.state import Input, Summary
from agent.distress.answering import comfort, distress_in
from agent.events import Event, Happened, Said, Shown, Spent, Updated
from agent.languages.texts.refusals import told
from agent.llm.budget import Budget
from agent.llm.usage import note
from agent.loop import answer
from agent.models.protocol import Model
from agent.tools.arguments.place import note_place
from agent.turn_context import Talk
from agent.ui_blocks import blocks
from agent.wishes.beyond_one_booking import goes_on, note_remainders, said_of_remainders
from booking_core.booking.booking_caps import ENDED_BY_PROOF, BookingLimitReached
from booking_core.errors import HoldExpired, Refusal, TooMany

WITHIN_CAPS = "within_booking_caps"


async def replied(
    talk: Talk, models: Sequence[Model], guided: Model, budget: Budget
) -> AsyncGenerator[Event, None]:
    """The turn's events, from the customer's message to the end of the answer. What models cost is written down as it is spent."""
    if (distress := distress_in(talk)) is not None:
        for comforting in comfort(talk, distress):
            yield comforting
        return
    async with aclosing(_replied(talk, models, guided, budget)) as events:
        async for event in events:
            yield event


async def _replied(
    talk: Talk, models: Sequence[Model], guided: Model, budget: Budget
) -> AsyncGenerator[Event, None]:
    answer_given, summary = answer_to_summary(talk), talk.notepad.summary
    kind = answer_given.kind if answer_given is not None else None
    is_decision = kind in (Kind.YES, Kind.NO)
    if answer_given is not None and summary is not None and is_decision:
        is_decision = await was_shown_before(talk, summary, answer_given)
    for judged in talk.judgements():
        yield judged
    talk.asks_again = asks_for_what_was_refused(talk)
    if assents_to_a_refusal(talk):
        yield Said(talk.says.ALL_RIGHT)
        return
    talk.notepad.refused = ""
    if is_decision and kind is Kind.YES:
        async for event in _agreed(talk, guided):
            yield event
        return
    if summary is not None and (is_decision or _lets_it_stand(summary, kind)):
        yield declined(talk, summary)
    if is_decision and summary is not None and not talk.names_something:
        yield Said(_refused(talk, summary))
    else:
        # A yes that was said of something else than the summary is answered with the summary, by code.
        shows_again = talk.asks_again or (summary is not None and kind is Kind.YES)
        by_code = shows_again or talk.pressed is not None or is_proving(talk) or goes_on(talk) is not None
        note_remainders(talk)
        asked = (guided,) if by_code else (*models, guided)
        if len(asked) > 1:
            note_place(talk)
        async for event in answer(talk, asked, budget):
            if isinstance(event, Spent):
                await note(talk.core, talk, event)
            yield event
        note_what_was_said_since(talk, summary)
        if left := said_of_remainders(talk):
            yield Said(f"\n\n{left}")


def _refused(talk: Talk, summary: Summary) -> str:
    """What is said to a plain no. A refused move is over: what is wished for next is another appointment."""
    if summary.deed == "move":
        talk.notepad.end_move()
    told: str = talk.says.WHAT_INSTEAD if summary.deed == "book" else talk.says.KEPT_ANYWAY
    return told


def _lets_it_stand(summary: Summary, kind: Kind | None) -> bool:
    """Whoever is asked whether to cancel and says anything but yes keeps the appointment; only a question is not an answer yet."""
    return summary.deed == "cancel" and kind not in (None, Kind.YES, Kind.QUESTION)


async def _agreed(talk: Talk, guided: Model) -> AsyncIterator[Event]:
    summary = talk.notepad.summary
    if summary is None:
        return
    try:
        async for event in carried_out(talk, summary):
            yield event
    except HoldExpired:
        async for event in _held_again(talk, guided):
            yield event
    except BookingLimitReached as refusal:
        talk.judge(WITHIN_CAPS, allowed=False, limits=sorted(refusal.limits))
        for judged in talk.judgements():
            yield judged
        async for event in _booked_enough(talk, summary, refusal):
            yield event
    except Refusal as refusal:
        for judged in talk.judgements():
            yield judged
        yield Updated(summary.block | {"state": "closed", "outcome": "expired"})
        talk.notepad.let_go()
        yield Said(talk.says.COULD_NOT.format(detail=told(talk.locale, refusal)))


async def _held_again(talk: Talk, guided: Model) -> AsyncIterator[Event]:
    """The hold ran out while the customer made up their mind: try for the same time, and ask again."""
    summary, offer = talk.notepad.summary, talk.notepad.held_offer
    if summary is not None:
        yield Updated(summary.block | {"state": "closed", "outcome": "expired"})
    talk.notepad.let_go()
    yield Happened("hold.expired", {})
    yield Said(talk.says.EXPIRED + "\n\n")
    talk.pressed = Input(talk.text, "time", "", offer.handle if offer else "")
    async for event in answer(talk, (guided,), Budget()):
        yield event


async def _booked_enough(talk: Talk, summary: Summary, refusal: BookingLimitReached) -> AsyncIterator[Event]:
    """Nothing is lost: the summary and its hold stay, for whoever cancels another appointment and says yes once more.

    Whoever has only named a mailbox in which others have booked may prove that it is theirs, and goes on from there.
    """
    email = talk.notepad.contact.email if talk.notepad.contact else None
    if email is not None and refusal.limits <= ENDED_BY_PROOF:
        with suppress(TooMany):
            form = await ask_for_code(talk, email)
            yield Updated(summary.block | {"state": "closed", "outcome": "expired"})
            yield Said(talk.says.CONTACT_CODE_SENT.format(email=email))
            yield Shown(form)
            yield Shown(blocks.contact_fallback(talk.catalogue, talk.says.REACH_US))
            return
    yield Said(talk.says.COULD_NOT.format(detail=told(talk.locale, refusal)))
    yield Shown(blocks.contact_fallback(talk.catalogue, talk.says.REACH_US))
