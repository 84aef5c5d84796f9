"""A model that means well and is clumsy, as small ones are: it gives times without a zone, guesses arguments,
says "anyone", passes on the customer's words without what was said before, calls tools out of order, twice or
with prose beside them. What it is asked for shall come of it all the same."""

from collections.abc import Callable
from typing import Any

from msgspec import structs

from agent.models.scripted import Call, Say, Steps
from evaluation.models import receptionist
from evaluation.models.intent import Intent
from evaluation.models.requests import Request

# How often a reply goes without any of it.
DEFT = 0.3
PROSE = (
    "Let me check that for you.",
    "One moment, I'll look into the calendar now...",
    "Sure! I will use the tool for this.",
    "Okay. First I look for free times, then I keep one for you.",
)


def reply(intent: Intent, request: Request) -> Steps:
    steps = receptionist.reply(intent, request)
    if intent.rng.random() < DEFT:
        return steps
    spoil: Callable[[Intent, Request, Steps], Steps] = intent.rng.choice(WAYS)
    return spoil(intent, request, steps)


def _add(steps: Steps, tool: str, **more: Any) -> Steps:
    return [
        structs.replace(step, arguments={**more, **step.arguments})
        if isinstance(step, Call) and step.name == tool
        else step
        for step in steps
    ]


def _gives_naive_times(intent: Intent, _: Request, steps: Steps) -> Steps:
    """With no zone, which a model that works out dates itself has none of."""
    wish = intent.meaning.wish
    if wish is None or not wish.on:
        return steps
    day = wish.on[0]
    return _add(steps, "find_times", after=f"{day}T00:00:00", before=f"{day} 23:59", after_day=str(day))


def _guesses(intent: Intent, _: Request, steps: Steps) -> Steps:
    name = intent.scenario.customer.name
    return _add(steps, "find_times", duration_min=45, service_id="srv_1", customer_name=name)


def _says_anyone(intent: Intent, _: Request, steps: Steps) -> Steps:
    return _add(
        steps, "find_times", staff=intent.rng.choice(("anyone", "Anyone", "any", "no preference", ""))
    )


def _passes_words_on(_: Intent, request: Request, steps: Steps) -> Steps:
    """The customer's newest words alone, whatever was said before them."""
    return [
        structs.replace(step, arguments={**step.arguments, "when": request.said})
        if isinstance(step, Call) and step.name == "find_times"
        else step
        for step in steps
    ]


def _writes_numbers_as_text(_: Intent, __: Request, steps: Steps) -> Steps:
    return [
        structs.replace(
            step,
            arguments={
                key: str(value) if isinstance(value, int) else value for key, value in step.arguments.items()
            },
        )
        if isinstance(step, Call)
        else step
        for step in steps
    ]


def _calls_out_of_order(intent: Intent, _: Request, steps: Steps) -> Steps:
    """What comes later, before what it needs."""
    early = intent.rng.choice(
        (
            Call("propose_booking"),
            Call("hold_time", {"handle": "t99"}),
            Call("extend_hold"),
            Call("propose_cancel", {"booking": "b9"}),
        )
    )
    calls = [step for step in steps if isinstance(step, Call)]
    return [early, *steps] if calls else steps


def _calls_twice(_: Intent, __: Request, steps: Steps) -> Steps:
    calls = [step for step in steps if isinstance(step, Call)]
    return [*steps, *calls]


def _talks_meanwhile(intent: Intent, _: Request, steps: Steps) -> Steps:
    calls = [step for step in steps if isinstance(step, Call)]
    return [Say(intent.rng.choice(PROSE)), *calls] if calls else steps


WAYS = (
    _gives_naive_times,
    _guesses,
    _says_anyone,
    _passes_words_on,
    _writes_numbers_as_text,
    _calls_out_of_order,
    _calls_twice,
    _talks_meanwhile,
)
