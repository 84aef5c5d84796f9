"""What kind of answer a message is to an open summary: a yes, a no, a yes with something else, a question, a
goodbye, a wait."""

import re
from enum import Enum
from functools import cache
from importlib import import_module

from msgspec import Struct

from agent.assent.grammar import Grammar, ParsedAnswer
from agent.assent.own_questions import asks_about_own_obligations
from agent.assent.phrase import (
    AFTER,
    ASKS,
    BESIDE,
    BYE,
    DO,
    DROP,
    NEVER,
    NO,
    SOFT,
    WAIT,
    WEAK,
    YES,
    Phrases,
)
from agent.assent.tokens import HESITATION, words_of

LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")
QUESTION = re.compile("[?؟]")
DIGIT = re.compile(r"\d")
# "And if I change my mind?" asks what would be, whatever it names.
SUPPOSES = re.compile(
    r"^\W*(?:(?:and|but|what|und|aber|was|et|mais|y|pero|qué|e|ma|و)\s+)*"
    r"(?:if|when|in case|wenn|falls|si|se|ו?אם|و?(?:[إا]ذا|لو))\s",
    re.I,
)
# A reason behind a no is as long as this, and no correction of what was told.
LONGEST_REASON = 8
CORRECTS = re.compile(
    r"(?<!\w)(?:it'?s|that'?s|it is|i'?m|das ist|es ist|ich bin|c'est|je suis|es|soy|è|sono|זה|אני|هو|هي|"
    r"[أا]نا)(?!\w)|"
    r"name|nombre|apellid|nom\b|nome|mail|numm|numb|númer|numéro|telef|phone|heiß|שם|מספר|טלפון|اسم|رقم"
)
LETTERS = re.compile(r"[^\W\d_]+")


# Whoever writes more than this says more than yes.
LONGEST_AGREEMENT = 300
# Beside a goodbye may stand a name, or a word of affection.
MOST_OTHER_WORDS = 1


class AnswerKind(Enum):
    YES = "yes"
    NO = "no"
    MORE = "yes with something else"
    QUESTION = "question"
    GOODBYE = "goodbye"
    WAIT = "wait"
    OTHER = "other"


class SummaryAnswer(Struct, frozen=True):
    """``is_weak`` is set for a yes that may as well be an acknowledgement of whatever was said last ("ok",
    "great")."""

    kind: AnswerKind
    is_weak: bool = False


def answer_to(text: str, operation: str, language: str, *, names_something: bool = False) -> SummaryAnswer:
    """The kind of answer to a summary of an ``operation``: ``book``, ``move`` or ``cancel``, or "" for a
    question of another kind.

    ``names_something`` is set where the text has a day, an hour, a service or a person in it: a refusal with
    one of these asks for something else."""
    reading = grammar_of(language).read(text)
    strength = (
        0 if len(text) > LONGEST_AGREEMENT or _cannot_agree(text, reading) else reading.strength(operation)
    )
    if strength:
        return SummaryAnswer(AnswerKind.YES, is_weak=strength == 1)
    if not QUESTION.search(text) and reading.refuses(operation):
        return SummaryAnswer(AnswerKind.NO)
    if operation != "cancel" and asks_about_own_obligations(text, language):
        return SummaryAnswer(AnswerKind.QUESTION)
    if QUESTION.search(text) and SUPPOSES.match(text):
        return SummaryAnswer(AnswerKind.QUESTION)
    if operation and reading.has(DROP[operation]) and (operation == "cancel" or not names_something):
        return SummaryAnswer(AnswerKind.NO)
    return SummaryAnswer(_other_kind(text, reading, names_something=names_something))


def gives_reason_against(text: str, language: str) -> bool:
    """Whether a text begins with a no and goes on with what may be its reason: "nah, not feeling it"."""
    reading = grammar_of(language).read(text)
    if (
        QUESTION.search(text)
        or DIGIT.search(text)
        or HESITATION.search(text)
        or CORRECTS.search(text.casefold())
    ):
        return False
    if len(reading.told) > LONGEST_REASON or not reading.begins_with(NO, behind=(SOFT, BESIDE)):
        return False
    others = (YES, WEAK, NEVER, WAIT, BYE, ASKS, *DO.values())
    return not any(map(reading.has, others))


def asks_for_operation(text: str, operation: str, language: str) -> bool:
    """Whether a text agrees to an operation and names it: "ok, book it"; "ok" alone does not."""
    is_yes = answer_to(text, operation, language).kind is AnswerKind.YES
    return is_yes and operation in DO and grammar_of(language).read(text).has(DO[operation])


def plain_answer(text: str, language: str) -> str | None:
    """``agree`` or ``decline`` where a text is nothing but that, said of whatever was asked; "yes, but at
    four" is neither."""
    if not grammar_of(language).knows_all(text):
        return None
    kind = answer_to(text, "book", language, names_something=True).kind
    return {AnswerKind.YES: "agree", AnswerKind.NO: "decline"}.get(kind)


def first_polarity(text: str, language: str) -> bool | None:
    """True or False where the first word of a text that decides says yes or no: "no, none that I know of"."""
    found = grammar_of(language).read(text).first_label(YES, WEAK, NO)
    return None if found is None else found != NO


def refuses_anywhere(text: str, language: str) -> bool:
    """Whether a refusal stands anywhere in a text: "nope, I'm away then"."""
    return grammar_of(language).read(text).has(NO)


def refuses_and_approves(text: str, language: str) -> bool:
    """Whether a text says no and that all is well, and nothing else: "no thanks, all fine" may refuse, or
    have nothing to change."""
    reading = grammar_of(language).read(text)
    is_fine = reading.has(NEVER) or reading.has(WEAK)
    return is_fine and reading.has(NO) and not reading.without(YES, WEAK, NO, NEVER, AFTER, BESIDE, SOFT)


def words_beyond_an_answer(text: str, language: str) -> list[str]:
    """The words of a text that neither agree nor refuse, and are no courtesy or hesitation: what it tells
    besides."""
    return grammar_of(language).read(text).without(YES, WEAK, AFTER, NO, BESIDE, SOFT)


def only_waits(text: str, language: str) -> bool:
    """Whether a text asks for a moment, and says nothing else: "one sec, no more"."""
    reading = grammar_of(language).read(text)
    return reading.has(WAIT) and not reading.without(WAIT, YES, WEAK, AFTER, NO, BESIDE, SOFT, NEVER, BYE)


def opens_with_wait(text: str, language: str) -> bool:
    """Whether a text begins by asking for a moment, and asks nothing: "one sec, the bell rings"."""
    if QUESTION.search(text):
        return False
    return grammar_of(language).read(text).begins_with(WAIT, behind=(YES, WEAK, BESIDE, SOFT))


def says_goodbye(text: str, language: str) -> bool:
    """Whether a text takes leave, and says little else."""
    reading = grammar_of(language).read(text)
    others = reading.without(BYE, YES, WEAK, AFTER, BESIDE, SOFT)
    return not QUESTION.search(text) and reading.has(BYE) and len(others) <= MOST_OTHER_WORDS


def is_courtesy(text: str, language: str) -> bool:
    """Whether a text agrees or is courteous, and nothing else: "sure", "oh yes, thank you"."""
    grammar = grammar_of(language)
    if not grammar.knows_all(text):
        return False
    return bool(grammar.read(text).told) and grammar.read(f"{text}, yes").strength("book") > 0


def is_answer_word(word: str, language: str) -> bool:
    """Whether a word stands in the grammar of answers as it is written: "sisi" does not, though it may be sì
    twice."""
    known = grammar_of(language).words
    return all(one in known for one in words_of(word))


def is_only_polite(text: str, language: str) -> bool:
    """Whether a text is courteous and agrees to nothing: "please", "many thanks"."""
    reading = grammar_of(language).read(text)
    return bool(reading.told) and not reading.without(BESIDE)


@cache
def everyday_words(language: str) -> frozenset[str]:
    """The words that agreements, refusals and courtesies of a language are made of, in lower case."""
    phrases: Phrases = import_module(f"agent.assent.languages.{language}").PHRASES
    return frozenset(
        word
        for text in (phrases.yes, phrases.no, phrases.beside)
        for word in LETTERS.findall(text.casefold())
    )


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language, and of English beside it: an English yes is understood everywhere."""
    names = dict.fromkeys(("en", language if language in LANGUAGES else "en"))
    return Grammar(*(import_module(f"agent.assent.languages.{name}").PHRASES for name in names))


def _cannot_agree(text: str, reading: ParsedAnswer) -> bool:
    """What no agreement has in it: a question, a number, a hesitation, a phrase that only looks like one, or
    this many letters."""
    if len(text) > LONGEST_AGREEMENT:
        return True
    signs = QUESTION.search(text) or DIGIT.search(text) or HESITATION.search(text)
    return bool(signs) or reading.has(NEVER)


def _other_kind(text: str, reading: ParsedAnswer, *, names_something: bool) -> AnswerKind:
    if QUESTION.search(text) or reading.begins_with(ASKS, behind=(YES, WEAK, BESIDE, SOFT, AFTER)):
        return AnswerKind.QUESTION
    if reading.has(BYE):
        return AnswerKind.GOODBYE
    is_more = reading.begins_with(YES, WEAK)
    if reading.has(WAIT) and not (is_more and names_something):
        # "Yes, but later" asks for a later time, and "later, please" for time to think.
        return AnswerKind.WAIT
    return AnswerKind.MORE if is_more else AnswerKind.OTHER
