"""Where a message is cut into sentences and clauses: never within what it says about time, which is read on
the whole of it first ("half past nine" is "las nueve y media" in Spanish)."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from agent.languages import words_in
from agent.languages.trades import CONCEPTS, names_of
from agent.turn_context import TurnContext
from agent.wishes.unclear_days import read_when
from booking_core.catalogue.catalogue import Catalogue

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


def joined_names(catalogue: Catalogue) -> re.Pattern[str]:
    """The names of services that have an "and" in them: "cut and blow-dry", "back and sides"."""
    own = (name for service in catalogue.services.values() for name in service.spoken_names)
    return _any_of(tuple(name.casefold() for name in own if AND.search(name)))


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    known = (name for concept in CONCEPTS for name in names_of(concept) if AND.search(name))
    return re.compile("|".join(sorted(map(re.escape, {*names, *known}), key=len, reverse=True)), re.I)


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
    told += [found.span() for found in joined_names(context.catalogue).finditer(text)] if borders else []
    outside = [
        (start, end)
        for start, end in borders
        if not any(first < start and end < last for first, last in told)
    ]
    firsts, lasts = [0, *(end for _, end in outside)], [*(start for start, _ in outside), len(text)]
    return [(first, last) for first, last in zip(firsts, lasts, strict=True) if text[first:last].strip()]


@contextmanager
def hear_part(context: TurnContext, part: str, *, is_alone: bool = False) -> Iterator[None]:
    """The message as if it were this part of it; ``is_alone`` for one that has none of the two services that
    the whole message wants."""
    whole, context.text = context.text, part
    two, context.two_services = context.two_services, None if is_alone else context.two_services
    try:
        yield
    finally:
        context.text, context.two_services = whole, two
