"""Whether what stands beside a name or a contact asks or wishes something. Pure."""

import re

from agent.contact_lines.names.candidate import ANY_DAY
from agent.contact_lines.names.judgement import QUESTION
from agent.contact_lines.names.lists import fold
from agent.contact_lines.names.mentions import touches
from agent.contact_lines.piece import LineContext
from agent.contact_lines.words.closed_classes import FIRST_PERSON
from agent.contact_lines.words.labels import is_label
from agent.contact_lines.words.refusals import NEGATIONS, SAID_BEFORE
from agent.languages.vocabulary.calendar_names import calendar_words
from agent.when import read as read_when

MINE = frozenset(["my", "mein", "meine", "mon", "ma", "mi", "mio", "mia", "il", "שלי"])
DIGIT = re.compile(r"\d")
# "My name? May.": whoever asks that answers it.
MOST_WORDS_ASKED_ONESELF = 3


def says_something(text: str, line: LineContext) -> bool:
    """Whether a text is a question, or has a time, a number, a service, somebody of the business or anything
    else to act on in it. Whatever else people add to their name is no reason to ask for it again."""
    is_question = bool(QUESTION.search(text)) and not is_asked_oneself(text)
    return is_question or tells_when_or_what(text, line) or touches(text, line.words)


def tells_when_or_what(text: str, line: LineContext) -> bool:
    """Whether a text has a time, a number, a service or somebody of the business in it."""
    words = line.words
    told = [fold(token) for token in text.split()]
    offered = {fold(part) for name in (*line.services, *line.people) for part in name.split()}
    return (
        bool(DIGIT.search(text))
        or any(word in offered or word in calendar_words(words.tag) for word in told)
        or bool(read_when(text, ANY_DAY, "UTC", words.tag).spans)
    )


def asks_whether_said(text: str, line: LineContext) -> bool:
    """Whether somebody only asks whether they have not told it before: "didn't I say already?"."""
    is_said = any(SAID_BEFORE[tag].search(text) for tag in dict.fromkeys((line.words.tag, "en")))
    return is_said and not tells_when_or_what(text, line)


def declines(text: str, line: LineContext) -> bool:
    """Whether somebody only will not give one of the things they were asked for: "el teléfono no lo doy"."""
    told = [fold(token) for token in text.split()]
    return (
        any(map(is_label, told))
        and any(word in NEGATIONS for word in told)
        and not QUESTION.search(text)
        and not tells_when_or_what(text, line)
    )


def is_asked_oneself(text: str) -> bool:
    """Whether somebody repeats what they were asked: "My name?", "Io?"."""
    told = [fold(token) for token in QUESTION.sub(" ", text).split()]
    return (
        bool(QUESTION.search(text))
        and 0 < len(told) <= MOST_WORDS_ASKED_ONESELF
        and all(is_label(word) or word in FIRST_PERSON | MINE for word in told)
    )
