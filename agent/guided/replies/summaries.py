"""A message at an open summary that is no plain yes or no: a change, a question, a wait, a goodbye, or something beside a yes.

The summary changes only where a change is asked for; whatever else is said leaves it as it is, and open.
"""

import re
from collections.abc import Callable

from agent.assent import Kind
from agent.assent.changes import asks_for_change
from agent.guided.replies.manners import polite
from agent.guided.steps.appointments import cancelling, moving
from agent.guided.steps.search import contact_step
from agent.guided.steps.step import Step
from agent.languages import language_of
from agent.mentions.names import WORDS, people_in
from agent.turn_context import Talk
from agent.wishes.unclear_days import read_when
from agent.wishes.understanding import Understanding
from agent.wishes.wish import heard_contact

NUMBER = re.compile(r"\d+(?:[:.h]\d+)?")
Way = Callable[[Talk, Understanding], Step | None]


def at_summary(
    talk: Talk, said: Understanding, *, question: Way, wish: Way, answer: Way, lost: Callable[[Talk], Step]
) -> Step:
    """The step for a message at a summary; ``question``, ``wish`` and ``answer`` are the ways such messages are answered elsewhere."""
    kind = talk.answer.kind if talk.answer is not None else Kind.OTHER
    told = question(talk, said) if not _states_change(talk, said, kind) else None
    if told is not None:
        return _still_open(talk, told) if not told.tool else told
    if _states_change(talk, said, kind):
        changed = moving(talk, said) if talk.answered_deed == "cancel" and said.has_time else wish(talk, said)
        if changed is not None:
            return changed
    if talk.notepad.summary is None:
        # Only a summary to cancel has been closed by now: the appointment stays.
        return Step(talk.says.KEPT_ANYWAY)
    if said.contact.written:
        heard_contact(talk.notepad.draft, said)
        noted = answer(talk, said)
        if noted is not None:
            return noted
    if kind is Kind.WAIT:
        return _still_open(talk, Step(talk.says.TAKE_YOUR_TIME))
    if kind is Kind.GOODBYE:
        return _still_open(talk, Step())
    manners = polite(talk, said)
    if manners is not None and not manners.tool:
        return _still_open(talk, manners)
    if kind is Kind.MORE or talk.names_something or kind is Kind.QUESTION:
        return _still_open(talk, Step(talk.says.NOTHING_ELSE))
    return lost(talk)


def shown_again(talk: Talk) -> Step:
    """A yes was said of another answer: the summary once more, to say it of that."""
    return cancelling(talk) if talk.answered_deed == "cancel" else contact_step(talk)


def _still_open(talk: Talk, step: Step) -> Step:
    summary = talk.notepad.summary
    if summary is None:
        return step
    return Step(f"{step.say} {summary.words_in(talk.says.NOT_YET)}".strip())


def _states_change(talk: Talk, said: Understanding, kind: Kind) -> bool:
    """Whether what a message names is to be different: little else is said than that, or it is said to be instead."""
    if not (said.about_booking or said.staffing.anyone) or kind is Kind.GOODBYE:
        return False
    return asks_for_change(_without_names(talk, said), language_of(talk.locale))


def _without_names(talk: Talk, said: Understanding) -> str:
    """The text without the times, services, people and contacts in it."""
    text = talk.text
    for span in sorted(read_when(talk, text).spans, key=lambda one: -one.start):
        text = f"{text[: span.start]} {text[span.end :]}"
    for written in said.contact.written:
        text = text.replace(written, " ")
    named = {word.casefold() for _, word in people_in(talk.catalogue, text)}
    for service in said.services:
        named |= {
            word.casefold() for name in (service.name, *service.aliases) for word in WORDS.findall(name)
        }
    if said.place is not None:
        named |= {word.casefold() for word in WORDS.findall(f"{said.place.name} {said.place.address}")}
    return WORDS.sub(
        lambda word: " " if word.group().casefold() in named else word.group(), NUMBER.sub(" ", text)
    )
