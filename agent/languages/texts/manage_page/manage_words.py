"""What the page of one appointment says, where its customer sees, moves and cancels it. Its facts are written as in the
letters; refusals have their own sentences (``refusals``)."""

from functools import cache
from importlib import import_module

from msgspec import Struct

from agent.languages import language_of


class ManageWords(Struct, frozen=True):
    """``states`` and ``leads`` by what has become of the appointment. What ends in a question mark is a page with one
    button; ``…_done`` is said once it is pressed."""

    title: str
    states: dict[str, str]
    leads: dict[str, str]
    move: str
    cancel: str
    withdraw: str
    calendar: str
    chat: str
    chat_hint: str
    chat_asks: str
    book_again: str
    back: str
    contact_us: str
    cancel_ask: str
    withdraw_ask: str
    cancel_means: str
    cancel_too_late: str
    keep: str
    cancel_done: str
    withdraw_done: str
    move_ask: str
    move_means: str
    move_button: str
    move_too_late: str
    move_done: str
    now: str
    then: str
    day: str
    time: str
    none_free: str
    earlier: str
    later: str
    with_anybody: str
    with_same: str
    nearest: str
    changed: str
    over: str
    questions: str
    questions_hint: str
    required: str
    no_choice: str
    yes: str
    no: str
    send: str
    answers_done: str
    coming: str
    coming_ask: str
    coming_button: str
    coming_done: str
    stop_ask: str
    stop_button: str
    stop_means: str
    stop_done: str
    stop_again: str
    wait: str
    lost: str
    lost_hint: str


def manage_words(locale: str) -> ManageWords:
    return _words_of(language_of(locale))


@cache
def _words_of(language: str) -> ManageWords:
    words: ManageWords = import_module(f"agent.languages.texts.manage_page.{language}").WORDS
    return words
