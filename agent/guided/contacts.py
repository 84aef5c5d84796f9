"""Names and ways to reach a customer, as they write them. Pure."""

import re
from collections.abc import Iterable
from itertools import takewhile

import phonenumbers
from msgspec import Struct

from agent.assent import is_courtesy, plain_answer
from agent.languages.language import Words

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
AFTER_A_NAME = frozenset(
    [
        "and",
        "my",
        "at",
        "on",
        "with",
        "from",
        "can",
        "could",
        "i",
        "you",
        "please",
        "the",
        "is",
        "to",
        "for",
        "but",
        "or",
        "mail",
        "email",
        "e-mail",
        "phone",
        "tel",
        "telephone",
        "number",
        "und",
        "meine",
        "mein",
        "et",
        "mon",
        "ma",
        "y",
        "mi",
        "e",
        "il",
        "la",
        "mia",
        "ו",
        "و",
    ]
)
NOT_A_NAME = re.compile(
    r"\b(?:looking|interested|fine|ok|okay|here|not|free|available|good|great|happy|sorry|sure|afraid|the|a|an|my|me|two|three|new|late|"
    r"running|calling|writing|coming|going|trying|wondering|thinking|just|in|on|at|it|that|this|what|when|where|how|why|who|which|"
    r"do|does|did|can|could|would|will|is|are|was|book|booking|appointment|cancel|move|change|help|hello|hi|hey|please|thanks|email|phone|"
    r"wrong|correction|actually|instead|no|yes|tomorrow|today|haircut|anything|something|nothing|anyone|someone|your|you|i|we|us|there|lost|back|"
    r"moment|second|minute|wait|hold|hmm+|um+|think|let|maybe|later|earlier|sooner|cheaper|really|nice|cool|morning|noon|afternoon|evening|night|week|"
    r"weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|first|last|next|same|other|more|one|any|all|and then|of course|course|go|ahead|need|want|would|like|if|but|or|for|with|to|of|as|so|too)\b",
    re.I,
)
NAME_PART = re.compile(r"[^\W\d_][\w'’.-]*")
# With capitals they are names: "Will Smith", "Grace Good".
NAMES_TOO = frozenset(["will", "good"])
REGRETS = frozenset(["sorry", "oh sorry", "oops", "entschuldigung", "pardon", "perdón", "scusi"])
LONGEST_NAME = 4
# "16.45" is a time, though somebody might be reached by it.
FEWEST_DIGITS = 6
# "05.12.2026" has as many digits as a number in town, and is none.
DATE = re.compile(r"\d{1,2}([./ -]+)\d{1,2}\1(?:19|20)?\d{2}|(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2}")


class Contact(Struct, frozen=True):
    """What a message says of its customer. ``written`` are the words it was found in."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    written: tuple[str, ...] = ()


def contact_in(text: str, country: str, words: Words, *, is_asked: bool, known: Iterable[str]) -> Contact:
    """Name, e-mail address and phone number in a text; ``is_asked`` when its name was asked for.

    ``known`` are names of services and people: "for Dana" names no customer.
    """
    email = EMAIL.search(text)
    phone, raw = _phone(text, country)
    parts = tuple(part for part in (email.group() if email else "", raw) if part)
    rest = without(text, *parts)
    name, written = _introduced(rest, words, is_sure=is_asked or bool(parts), known=known)
    found = (*parts, *([written] if written else []))
    if name is None and (is_asked or (parts and _is_small(rest))):
        name = name_alone(rest, words)
        if not is_asked and name and name.casefold() in {one.casefold() for one in known}:
            name = None
        # A name beside its contact says nothing else, even where the name is "Eve" or "April".
        found = (text,) if name else found
    return Contact(name, email.group() if email else None, phone, found)


def name_alone(text: str, words: Words) -> str | None:
    """A text that is nothing but a name, as an answer to "your name, please?"."""
    text = _without_yes(text, words)
    parts = text.replace(",", " ").replace(".", " ").strip(" !-").split()
    if not 1 <= len(parts) <= LONGEST_NAME or plain_answer(text, words.tag) is not None or "?" in text:
        return None
    is_written_so = all(part[0].isupper() for part in parts)
    doubtful = [part for part in parts if not (is_written_so and part.casefold() in NAMES_TOO)]
    is_name = all(NAME_PART.fullmatch(part) for part in parts) and not NOT_A_NAME.search(" ".join(doubtful))
    if not is_name or words.own & {part.casefold() for part in parts}:
        return None
    return " ".join(parts)


def _without_yes(text: str, words: Words) -> str:
    """ "Sure, Wolf Egger", "sorry, Lotte Brun": what stands before the comma is no part of the name."""
    first, comma, rest = text.partition(",")
    is_yes = is_courtesy(first, words.tag) or first.strip().casefold() in REGRETS
    return rest if comma and is_yes and NAME_PART.search(rest) else text


def without(text: str, *parts: str) -> str:
    """The text with these parts of it left out."""
    for part in filter(None, parts):
        text = text.replace(part, " ")
    return text


def _is_small(rest: str) -> bool:
    return len(rest.split()) <= LONGEST_NAME


def _introduced(text: str, words: Words, *, is_sure: bool, known: Iterable[str]) -> tuple[str | None, str]:
    """The name after "my name is", and the words both stand in."""
    others = AFTER_A_NAME | words.own
    for found in re.finditer(rf"({words.name})((?:[^\W\d_][\w'’-]*[ ]?){{1,4}})", text, re.I):
        name = " ".join(takewhile(lambda word: word.casefold() not in others, found.group(2).split()))
        name = name.strip("'’-")
        is_named = bool(re.search(r"name|heiß|appelle|llamo|nombre|chiamo|שמי|اسمي", found.group(1), re.I))
        # "for Friday" and "I'm looking" are no names; people write their own with a capital, or after "my name is".
        looks = bool(name) and (name[0].isupper() or is_named or is_sure or not name.isascii())
        is_answer = plain_answer(text, words.tag) is not None
        if not looks or is_answer or NOT_A_NAME.search(name) or _is_known(name, known):
            continue
        return name, found.group(1) + name
    return None, ""


def _is_known(name: str, known: Iterable[str]) -> bool:
    return name.split(maxsplit=1)[0].casefold() in {word for one in known for word in one.casefold().split()}


def _phone(text: str, country: str) -> tuple[str | None, str]:
    """A phone number in the text: in E.164, and as it was written."""
    for match in phonenumbers.PhoneNumberMatcher(text, country):
        if len(re.sub(r"\D", "", match.raw_string)) < FEWEST_DIGITS or DATE.fullmatch(match.raw_string):
            continue
        return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164), match.raw_string
    return None, ""
