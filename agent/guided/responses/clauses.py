"""Where a message is cut into sentences and clauses: never within what it says about time, which is read on
the whole of it first ("half past nine" is "las nueve y media" in Spanish)."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from agent.languages import words_in
from agent.turn_context import TurnContext
from agent.wishes.unclear_days import read_when

SENTENCES = re.compile(r"(?<=[.!?؟])\s+|\n+")
# Between two questions in one sentence. Hebrew and Arabic write "and" onto the next word.
AND = re.compile(
    r"\s*,?\s+(?:and|n|&|und|et|y|e)\s+|\s+(?=ו[\u05d0-\u05ea]{2})|\s+(?=و[\u0621-\u064a]{2})", re.I
)
# Between a wish and what is asked beside it.
PAUSE = re.compile(rf"\s*[,;،؛]\s+(?:(?:and|und|et|y|e)\s+)?|\s+[-–—]+\s+|{AND.pattern}", re.I)
# What is asked of a service with no pause before it: "Wednesday at three how much is it".
OF_A_SERVICE = ("price", "duration")
MARKS = " .,;?!؟،؛"


@cache
def before_questions(language: str) -> re.Pattern[str]:
    """Where a question about a price or a length begins, of a BCP 47 tag."""
    topics = words_in(language).topics
    return re.compile(rf"\s+(?={'|'.join(topics[one] for one in OF_A_SERVICE)})", re.I)


def cut(context: TurnContext, text: str, border: re.Pattern[str]) -> list[str]:
    """The parts of a text between the borders that lie in no expression of time; none is blank."""
    return [text[first:last] for first, last in _parts(context, text, border)]


def set_apart(
    context: TurnContext, text: str, border: re.Pattern[str], is_question: Callable[[str], bool]
) -> tuple[str, list[str]]:
    """A sentence without the clauses that are questions, and those."""
    rest: list[tuple[int, int]] = []
    questions: list[str] = []
    is_going_on = False
    for first, last in _parts(context, text, border):
        if is_question(text[first:last]):
            questions.append(f"{text[first:last].strip(MARKS)}?")
            is_going_on = False
            continue
        start = rest.pop()[0] if is_going_on else first
        rest.append((start, last))
        is_going_on = True
    return " ".join(text[first:last] for first, last in rest), questions


def _parts(context: TurnContext, text: str, border: re.Pattern[str]) -> list[tuple[int, int]]:
    borders = [one.span() for one in border.finditer(text)]
    told = [(span.start, span.end) for span in read_when(context, text).spans] if borders else []
    outside = [
        (start, end)
        for start, end in borders
        if not any(first < start and end < last for first, last in told)
    ]
    firsts, lasts = [0, *(end for _, end in outside)], [*(start for start, _ in outside), len(text)]
    return [(first, last) for first, last in zip(firsts, lasts, strict=True) if text[first:last].strip()]


@contextmanager
def hearing(context: TurnContext, part: str, *, is_alone: bool = False) -> Iterator[None]:
    """The message as if it were this part of it; ``is_alone`` for one that has none of the two services that
    the whole message wants."""
    whole, context.text = context.text, part
    two, context.two_services = context.two_services, None if is_alone else context.two_services
    try:
        yield
    finally:
        context.text, context.two_services = whole, two
