"""The grammar of a line with a name, an e-mail address and a phone number in any order, with whatever people write around them. Pure.

The address and the number are found first, each exactly, and leave a break where they stood. What is left falls apart at breaks into
pieces; each is a name, or leads to a contact ("my number is"), or stands beside one (a birthday, a postal address), or says something
else, which is left to those who read wishes and questions.
"""

import re
from collections.abc import Iterable
from enum import Enum
from itertools import islice

from msgspec import Struct

from agent.assent import is_answering_word, is_courtesy, is_only_polite
from agent.assent.tokens import FACE
from agent.contact_lines.addresses import find_address
from agent.contact_lines.closed_classes import (
    ALSO_NAMES,
    BEFORE_ADDRESS,
    CAPITALISES_NOUNS,
    HERE,
    LABELS,
    PARTICLES,
    calendar_words,
    function_words,
    is_label,
    is_pointing,
    is_state,
    weekday_words,
)
from agent.contact_lines.frames import (
    Framed,
    Introduction,
    is_hesitation,
    is_remark,
    strip_article,
    unframe,
    vouches,
)
from agent.contact_lines.names import QUESTION, Verdict, fold, has_shape, is_name_too, is_relative, judge_name
from agent.contact_lines.numbers import find_number
from agent.languages import words_in
from agent.languages.language import Words
from agent.privacy.given_names import listed_names, listed_surnames, ordinary_names
from booking_core.customers.contact_text import clean_text

# Breaks between pieces: line ends, commas and their kin, brackets, and dashes, ampersands and colons that stand free.
BREAKS = re.compile(
    r"[\n\r\t,;|•·●▪،؛、，<>()\[\]{}=*]+|(?<![^\s])[-–—&+~>]+(?![^\s])|\s[-–—]+(?=\S)|(?<=\S)[–—:]+(?=\s|$)|->|→|~+|\.{3,}|…"
    r"|(?<!\d)/+|/+(?!\d)|!+(?=\s|$)|(?<=[?？؟])"
)
# "Nom: Petit prénom: Marie": both parts of a name under their labels, in either order.
GIVEN_LABEL = r"(?<!\w)(?:first ?name|given name|vorname|prénom|prenom|nombre|nome|שם פרטי|الاسم الأول|الاسم)\s*[:=\-]?\s+"
FAMILY_LABEL = (
    r"(?<!\w)(?:last ?name|surname|family name|nachname|familienname|nom(?: de famille)?|apellidos?|cognome|שם (?:ה)?משפחה|"
    r"اسم العائلة|الكنية|العائلة)\s*[:=\-]?\s+"
)
ONE_WORD = r"[^\W\d_][\w'’-]*"
FIRST_AND_LAST = re.compile(
    rf"{GIVEN_LABEL}(?P<first>{ONE_WORD})[\s,;/|]+{FAMILY_LABEL}(?P<last>{ONE_WORD})(?!\w)", re.I
)
LAST_AND_FIRST = re.compile(
    rf"{FAMILY_LABEL}(?P<last>{ONE_WORD})[\s,;/|]+{GIVEN_LABEL}(?P<first>{ONE_WORD})(?!\w)", re.I
)
# "D-A-W-N", "D. A. W. N.": a name that is spelled out behind it.
SPELLED_NAME = re.compile(r"[^\W\d_](?:[-. ]+[^\W\d_]){2,}\.?")
LIST_MARK = re.compile(r"^\s*[-*•>#]+\s*")
NUMBERED = re.compile(r"(?:^|(?<=\n))\s*(?:\(?\d{1,2}[.)]|[a-c]\))\s*(?=\D)")
NUMBERED_WITHIN = re.compile(r"(?<=\s)(?:\(?[2-9][.)]|[b-e]\))(?=\s)")
EDGES = ' \t"“”„‘`«»!_~^-–—&+:#\u3000'
EMOJI = re.compile("[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]+")
FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})[.。]+\s+(?=([^\W\d_]+))")
# "Jr.", "J. R. R." and "Prof." keep theirs.
ENDING = re.compile(r"(?<=[^\W\d_]{2})(?<!\bjr)(?<!\bsr)(?<!\bph\.d)\.+$|\.{2,}$", re.I)
# Years that are over for anybody who books: with one a date is a birthday.
BIRTH = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d)(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:[3-9]\d)(?!\d)")
POSTCODE = re.compile(r"(?<!\d)\d{4,6}(?!\d)")
HOUSE = re.compile(r"(?:^\d{1,4}[a-z]?\s+\D+$)|(?:\D+\s\d{1,4}\s?[a-z]?$)", re.I)
MANY_DIGITS = re.compile(r"(?:\d[\s()/.-]*){6,}")
# Introductions that nothing but a name can follow; after "I am" and "for" many things may.
NAMING = re.compile(r"name|heiß|heiss|appelle|nom |llamo|nombre|chiamo|nome|שמי|השם|קוראים|על שם|اسم", re.I)
DEGREE = re.compile(r"(?:[^\W\d_]{1,5}\.)+[^\W\d_]*|[A-Z]{2,4}|Jr|Sr|Ph\.?D")
MOST_NAME_WORDS = 9
MOST_WORDS_OF_FULL_NAME = 5
# A name of nine words and what leads on to its contact; whoever says more says something else.
MOST_WORDS_BESIDE = 18
SMALL_LETTERS_AFTER = 3
# A name of nine words within a frame.
MOST_FRAMED_WORDS = 22
# Whoever says who they are names no day: "I'm April".
# What may as well tell what somebody is.
I_AM = re.compile(
    r"(?:i['’]?m|i am|am|(?:ich )?bin(?:['’]?s)?|je suis|j(?:e\s?)?suis|chui?s?|(?:yo )?soy|(?:io )?sono)\s*$",
    re.I,
)
PERSON = re.compile(
    r"(?:i'?m|i am|me|speaking|(?:ich )?bin(?:'?s)?|hier (?:spricht|schreibt)|je suis|jsuis|chui?s?|moi|(?:yo )?soy|(?:le )?habla|(?:io )?sono|parla|"
    r"אני|מדבר(?:ת)?|[أاآ]نا|معك|معكم|معاك|معاكم)\b",
    re.I,
)
# "For Friday" is a day that is wanted.
FOR = re.compile(r"(?:for|für|pour|para|per|ל|عبور|בשביל|עבור|ل)$", re.I)
# "Ich bin die Anna".
# Where an address or a number stood.
WAY = "\x00"
ARTICLES = frozenset(["die", "der", "la", "el", "il", "le"])
MOST_POLITE_WORDS = 4
MOST_INTRODUCTIONS = 6


class Contact(Struct, frozen=True):
    """What a message says of its customer. ``written`` are the words it was found in; ``is_whole`` is set where the message says nothing
    else, and ``day_or_name`` is a name that may as well be the day wanted."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    written: tuple[str, ...] = ()
    is_whole: bool = False
    day_or_name: str | None = None


class _Is(Enum):
    NAME, LEAD, ASIDE, ELSE = range(4)


class _Piece(Struct, frozen=True):
    """``name`` stands in the words ``written``; ``says_more`` where something beside them is said."""

    text: str
    kind: _Is
    name: str = ""
    written: str = ""
    verdict: Verdict = Verdict.NONE
    is_introduced: bool = False
    says_more: bool = False
    vouches: bool = False


def contact_in(
    text: str,
    country: str,
    words: Words,
    *,
    is_asked: bool,
    services: Iterable[str] = (),
    people: Iterable[str] = (),
) -> Contact:
    """Name, e-mail address and phone number in a text; ``is_asked`` when they were asked for.

    ``services`` are the names of what can be booked, and nobody's; ``people`` are those who work here: where no name was asked for, "for
    Dana" names no customer. ``country`` (ISO 3166) is what a number is read in.
    """
    text, services, people = clean_text(text), tuple(services), tuple(people)
    address = find_address(text, is_asked=is_asked, leads=LABELS | BEFORE_ADDRESS)
    rest = _cut(text, address.start, address.end) if address else text
    number = find_number(rest, country, is_asked=is_asked)
    rest = _cut(rest, number.start, number.end) if number else rest
    ways = tuple(text[one.start : one.end] for one in (address, number) if one)
    reading = _Reading(words, services, people, is_asked, bool(ways))
    pieces = [reading.read(piece) for piece in _pieces(rest, words)]
    names = [piece for piece in pieces if piece.kind is _Is.NAME]
    if not is_asked:
        names = _unasked(names, pieces, people, has_way=bool(ways), beside=_beside_way(rest))
    name = _joined(names, pieces) if names else None
    if len(names) == 1 and names[0].verdict is Verdict.DAY_OR_NAME and not ways:
        others = [piece for piece in pieces if piece is not names[0]]
        if all(piece.kind is _Is.LEAD for piece in others):
            return Contact(day_or_name=name)
    is_whole = bool(name or ways) and not any(
        piece.says_more or (piece.kind is _Is.ELSE and not _is_of_function(piece.text, words))
        for piece in pieces
    )
    written = (text,) if is_whole else (*ways, *(piece.written for piece in names if name))
    return Contact(
        name, address.value if address else None, number.value if number else None, written, is_whole
    )


def without(text: str, *parts: str) -> str:
    """The text with these parts of it left out."""
    for part in filter(None, parts):
        text = text.replace(part, " ")
    return text


def _cut(text: str, start: int, end: int) -> str:
    return f"{text[:start]}\n{WAY}\n{text[end:]}"


def _beside_way(rest: str) -> tuple[str, str]:
    """What stands right before the first way to reach the customer, and right behind the last, up to the next break."""
    before, *_, behind = rest.split(WAY) if WAY in rest else ("", "")
    return tuple(  # type: ignore[return-value]
        next((piece.strip(EDGES) for piece in parts if any(one.isalpha() for one in piece)), "")
        for parts in (reversed(BREAKS.split(before)), BREAKS.split(behind))
    )


def _pieces(text: str, words: Words) -> list[str]:
    bare = EMOJI.sub("\n", FACE.sub("\n", re.sub(r"(?i)mailto:", "\n", text)))
    if NUMBERED.match(bare):
        bare = NUMBERED_WITHIN.sub("\n", bare)
    bare = NUMBERED.sub("\n", bare)
    # A full stop ends a sentence where a word of one follows: in "Prof. Ada Byron" it does not.
    starts = function_words(words.tag) | LABELS
    bare = FULL_STOP.sub(lambda found: "\n" if fold(found[1]) in starts else found[0], bare)
    bare = FIRST_AND_LAST.sub(lambda found: f"\n{found['first']} {found['last']}\n", bare)
    bare = LAST_AND_FIRST.sub(lambda found: f"\n{found['first']} {found['last']}\n", bare)
    bare = re.sub(r"(?<=\w):(?=\w)", ": ", bare)
    pieces = (_bare(piece) for piece in BREAKS.split(bare))
    return [piece for piece in pieces if any(one.isalnum() for one in piece)]


def _bare(piece: str) -> str:
    """A piece without list marks, quotation marks and the full stop at its end."""
    piece = ENDING.sub("", LIST_MARK.sub("", piece.strip(EDGES)).strip(EDGES)).strip(EDGES)
    return piece.strip("'’‘") if piece[:1] in "'’‘" else piece


class _Reading(Struct, frozen=True):
    """How the pieces of one line are read."""

    words: Words
    services: tuple[str, ...]
    people: tuple[str, ...]
    is_asked: bool
    has_way: bool

    def read(self, piece: str) -> _Piece:
        if QUESTION.search(piece):
            return _Piece(piece, _Is.ELSE)
        if is_courtesy(piece, self.words.tag) and not self._may_be_called(piece):
            return _Piece(piece, _Is.LEAD)
        if self.is_asked and _tells_for_whom(piece, self.words):
            return _Piece(piece, _Is.ASIDE)
        framed = self._framed(piece) if self.is_asked else None
        if framed is not None:
            return framed
        introduced = self._introduced(piece)
        if introduced is not None:
            return introduced
        if any(one.isdigit() for one in piece):
            stands_beside = _stands_beside(piece, self.words, self.services)
            return _Piece(piece, _Is.ASIDE if stands_beside else _Is.ELSE)
        if _leads(piece, self.words):
            return _Piece(piece, _Is.LEAD)
        if len(piece.split()) > MOST_WORDS_BESIDE:
            return _Piece(piece, _Is.ELSE)
        name = " ".join(_trimmed(piece.split(), self.words))
        verdict = judge_name(name, self.words, services=self.services, is_beside_contact=self.has_way)
        if verdict is Verdict.NONE:
            return _Piece(piece, _Is.ELSE)
        return _Piece(piece, _Is.NAME, name, piece, verdict=verdict)

    def _framed(self, piece: str) -> _Piece | None:
        """A piece read by the frame around its name; None where it has none, or where the frame tells of no name."""
        if len(piece.split()) > MOST_FRAMED_WORDS:
            return None
        language = self.words.tag
        if is_remark(piece, language) or vouches(piece, language):
            return _Piece(piece, _Is.ASIDE, vouches=vouches(piece, language))
        if SPELLED_NAME.fullmatch(piece) and not piece.endswith("."):
            return _Piece(piece, _Is.ASIDE)
        if is_hesitation(piece, language):
            return _Piece(piece, _Is.LEAD)
        framed = unframe(piece, language)
        if framed.is_reach and not framed.inside:
            return _Piece(piece, _Is.LEAD)
        name = strip_article(" ".join(_trimmed(framed.inside.split(), self.words)), language)
        if name == piece or self._is_wished(framed.remark):
            return None
        is_bare = framed.inside == name and not framed.remark and not self.has_way
        if is_bare and I_AM.match(framed.said) and self._may_be_what_they_are(name):
            return _Piece(piece, _Is.ELSE)
        verdict = self._judge_framed(name, framed)
        if verdict is Verdict.NONE:
            is_refused = framed.said and not any(token[:1].isupper() for token in name.split())
            return _Piece(piece, _Is.ELSE) if is_refused else None
        return _Piece(piece, _Is.NAME, name, piece, verdict, is_introduced=bool(framed.said))

    def _may_be_what_they_are(self, name: str) -> bool:
        """Whether a word with a capital after "I am" is in no list of names: people are also Muslims, diabetics and HIV positive. Whose
        name it is all the same is asked for it once more."""
        first, *rest = name.split()
        is_lone = first[:1].isupper() and not any(word[:1].isupper() for word in rest)
        return is_lone and not _is_listed(first) and not _is_dated([first], self.words)

    def _judge_framed(self, name: str, framed: Framed) -> Verdict:
        words = self.words
        verdict = judge_name(name, words, services=self.services, is_beside_contact=self.has_way)
        told = name.split()
        if len(name.strip(".")) == 1 and name.isalpha():
            return Verdict.NAME
        match framed.introduction:
            case Introduction.VOUCHED:
                is_one = len(told) == 1 and not is_pointing(name)
                return (
                    Verdict.NAME if verdict is not Verdict.NONE or (is_one and has_shape(name)) else verdict
                )
            case Introduction.STRONG:
                if verdict is Verdict.NONE and not _has_small_function_word(told, words):
                    verdict = judge_name(name, words, services=self.services, is_introduced=True)
                return Verdict.NAME if verdict is Verdict.DAY_OR_NAME else verdict
            case Introduction.WEAK:
                return self._judge_weakly_introduced(name, framed, verdict)
            case Introduction.NONE:
                is_day = verdict is Verdict.DAY_OR_NAME and bool(framed.remark)
                return Verdict.NONE if is_day and not is_only_polite(framed.remark, words.tag) else verdict

    def _judge_weakly_introduced(self, name: str, framed: Framed, verdict: Verdict) -> Verdict:
        """After "I am" and "it's" a name is one that stands alone, no state anybody may be in, and no day."""
        told, tag = name.split(), self.words.tag
        is_dated = _is_dated(told, self.words)
        is_person = bool(PERSON.match(framed.said))
        if is_dated and len(told) == 1 and is_person:
            return Verdict.NAME
        if verdict is Verdict.NONE and is_person and len(told) == 1 and is_answering_word(name, tag):
            # "I'm Jupp" is no yes, though "Jupp" is one.
            return judge_name(name, self.words, services=self.services, is_introduced=True)
        if is_dated and len(told) == 2 and not any(fold(one) in weekday_words(tag) for one in told):
            return Verdict.NAME
        is_small = any(one[:1].islower() and fold(one) not in PARTICLES for one in told)
        has_case = name.lower() != name.upper()
        if verdict is Verdict.DAY_OR_NAME and FOR.search(framed.said):
            return Verdict.NONE
        is_plain = is_small or not has_case or tag in CAPITALISES_NOUNS
        if is_plain and (len(told) > SMALL_LETTERS_AFTER or is_state(name, tag)):
            return Verdict.NONE
        return verdict

    def _is_wished(self, remark: str) -> bool:
        """Whether what follows a name has somebody or something of the business in it, or a time: "Ada with Dana at five"."""
        told = [fold(token) for token in remark.split()]
        offered = {fold(part) for name in (*self.services, *self.people) for part in name.split()}
        return any(one in offered or (one.isdigit() and len(one) > 1) for one in told)

    def _may_be_called(self, word: str) -> bool:
        is_small = word[:1].islower() or " " in word
        return is_name_too(word) or not (is_small or is_answering_word(word, self.words.tag))

    def _introduced(self, piece: str) -> _Piece | None:
        """A name after "my name is" or "for", and what else the piece says."""
        for pattern in dict.fromkeys((self.words.name, words_in("en").name)):
            said = re.finditer(rf"(?:^|(?<=\s))(?:{pattern})", piece, re.I)
            for found in islice(said, MOST_INTRODUCTIONS):
                name, behind = self._name_after(found.group(), piece[found.end() :].split())
                if not name:
                    continue
                others = (piece[: found.start()], behind)
                return _Piece(
                    piece,
                    _Is.NAME,
                    name,
                    piece[found.start() : found.end()] + name,
                    Verdict.NAME,
                    is_introduced=True,
                    says_more=not all(map(self._says_nothing, others)),
                )
        return None

    def _name_after(self, introduction: str, tokens: list[str]) -> tuple[str, str]:
        """The name behind an introduction, "" where there is none, and what follows it."""
        is_named = bool(NAMING.search(introduction))
        if len(tokens) > 1 and tokens[0] in ARTICLES and tokens[1][:1].isupper():
            tokens = tokens[1:]
        taken = _name_words(tokens, self.words, is_named=is_named)
        told, behind = _trimmed(taken, self.words), tokens[len(taken) :]
        name = " ".join(told)
        if not told or (
            not is_named and (_is_dated(told, self.words) or not self._may_follow(introduction, told, behind))
        ):
            return "", ""
        verdict = judge_name(
            name, self.words, services=self.services, is_introduced=is_named, is_beside_contact=self.has_way
        )
        return (name, " ".join(behind)) if verdict is Verdict.NAME else ("", "")

    def _may_follow(self, introduction: str, told: list[str], behind: list[str]) -> bool:
        """After "I am" and "for": a name with its capital, or in a script without. In small letters only where a name was asked for, all is
        written small and nothing else is said: "I'm pregnant" and "im pregnant by the way" tell of something else."""
        if not any(token[:1].islower() and fold(token) not in PARTICLES for token in told):
            return True
        is_all_small = introduction == introduction.lower()
        return (
            self.is_asked
            and is_all_small
            and len(told) <= SMALL_LETTERS_AFTER
            and (not behind or _leads(" ".join(behind), self.words))
        )

    def _says_nothing(self, part: str) -> bool:
        bare = part.strip(EDGES + ".'’")
        return (
            not bare
            or _leads(bare, self.words)
            or is_courtesy(bare, self.words.tag)
            or _is_of_function(bare, self.words)
        )


def _name_words(tokens: list[str], words: Words, *, is_named: bool) -> list[str]:
    """The words after an introduction that belong to the name: to the first word of a sentence."""
    function, taken = function_words(words.tag), []
    starts_small = bool(tokens) and tokens[0][:1].islower() and fold(tokens[0]) not in PARTICLES
    for place, token in enumerate(tokens[:MOST_NAME_WORDS]):
        word, is_small = fold(token), not token[:1].isupper()
        is_cased = token[:1].isupper() or token[:1].islower()
        later = [one for one in tokens[place + 1 : place + 4] if one[:1].isupper()]
        if is_cased and is_small and word in PARTICLES and later and not starts_small:
            taken.append(token)
            continue
        if is_label(word) and place and is_small:
            break
        if word in function and is_small and not (is_named and place == 0 and len(tokens) > 1):
            break
        if is_cased and is_small and not starts_small:
            break
        if starts_small and not is_small and place:
            return []
        taken.append(token)
        if token[-1:] in ".!" and len(word) > 3:
            break
    return taken


def _has_small_function_word(told: list[str], words: Words) -> bool:
    """Whether a word of sentences is written small in it: "whatever you like" is nobody's name."""
    function = function_words(words.tag) - PARTICLES - ALSO_NAMES
    return any(not token[:1].isupper() and fold(token) in function for token in told)


def _is_listed(name: str) -> bool:
    """Whether somebody is called so, as far as lists of names go."""
    lists = (listed_names(), ordinary_names(), listed_surnames())
    return any(fold(name) in names or name.casefold() in names for names in lists)


def _is_dated(told: list[str], words: Words) -> bool:
    return all(fold(token) in calendar_words(words.tag) for token in told)


def _trimmed(tokens: list[str], words: Words) -> list[str]:
    """Without what leads on to a contact, and without courtesies: "Ada Byron and my number is", "name Ada Byron", "Ada please"."""
    told = list(tokens)
    first = fold(told[0]) if told else ""
    if first in function_words(words.tag) - PARTICLES - LABELS and not told[0][:1].isupper():
        return told
    for start in range(1, len(told)):
        ending = told[start:]
        is_small = not any(token[:1].isupper() and not is_label(fold(token)) for token in ending)
        if is_small and (
            _leads(" ".join(ending), words)
            or (len(ending) <= MOST_POLITE_WORDS and is_only_polite(" ".join(ending), words.tag))
            or HERE.issuperset(map(fold, ending))
        ):
            told = told[:start]
            break
    if len(told) < len(tokens) and len(told) == 1 and told[0][-2:] in ("'s", "’s"):
        told = [told[0][:-2]]
    while len(told) > 1 and is_label(fold(told[0])):
        told.pop(0)
    return told


def _leads(piece: str, words: Words) -> bool:
    """Whether a piece only leads to a contact or is courteous: "my number is", "you can reach me at"."""
    function, calendar = function_words(words.tag), calendar_words(words.tag)
    told = [fold(token) for token in piece.split()]
    return any(is_label(word) for word in told) and all(
        is_label(word) or (word in function and word not in calendar) for word in told
    )


def _is_of_function(part: str, words: Words) -> bool:
    """Whether words are of closed classes alone, and name no day."""
    told = [fold(token) for token in part.split()]
    return all(word in function_words(words.tag) and word not in calendar_words(words.tag) for word in told)


def _tells_for_whom(piece: str, words: Words) -> bool:
    """ "For my mum": said beside the name of whom it is for."""
    told = [fold(token) for token in piece.split()]
    others = [word for word in told if not is_relative(word, words.tag)]
    return (
        len(others) < len(told)
        and bool(set(others) - PARTICLES)
        and all(_is_of_function(word, words) for word in others)
    )


def _stands_beside(piece: str, words: Words, services: tuple[str, ...]) -> bool:
    """A birthday, a postal address or another number beside a contact: no wish."""
    if BIRTH.search(piece):
        return True
    told = [fold(token) for token in piece.split() if not any(one.isdigit() for one in token)]
    offered = {fold(part) for name in services for part in name.split()}
    if any(word in calendar_words(words.tag) or word in offered for word in told):
        return False
    if MANY_DIGITS.search(piece) or POSTCODE.search(piece):
        return True
    strange = [word for word in told if word not in function_words(words.tag)]
    return bool(HOUSE.search(piece)) and bool(strange) and len(strange) == len(told)


def _unasked(
    names: list[_Piece],
    pieces: list[_Piece],
    people: Iterable[str],
    *,
    has_way: bool,
    beside: tuple[str, str],
) -> list[_Piece]:
    """Where no name was asked for, one is introduced, or stands beside a contact with nothing else said; staff are no customers. Where
    something else is said, a first name and a surname right beside the contact are the customer's, who may be called as staff are."""
    people = tuple(people)
    staff = {fold(word) for one in people for word in one.split()}
    full = [
        piece
        for piece in names
        if piece.written in beside
        and 2 <= len(piece.name.split()) <= MOST_WORDS_OF_FULL_NAME
        and all(
            word[:1].isupper() or fold(word) in PARTICLES or word.lower() == word.upper()
            for word in piece.name.split()
        )
        and fold(piece.name) not in {fold(one) for one in people}
    ]
    if full:
        return full[:1]
    own = [piece for piece in names if fold(piece.name.split()[0]) not in staff]
    introduced = [piece for piece in own if piece.is_introduced]
    if introduced:
        return introduced[:1]
    says_else = any(piece.kind is _Is.ELSE for piece in pieces)
    return own if has_way and not says_else else []


def _joined(names: list[_Piece], pieces: list[_Piece]) -> str:
    """The name; "Byron, Ada" are its two words, and "Ada Byron, Ph.D." keeps its degree."""
    introduced = next((piece for piece in names if piece.is_introduced), None)
    if introduced is not None:
        return introduced.name
    first = names[0]
    follows = pieces[pieces.index(first) + 1 :][:1] == names[1:2]
    if len(names) > 1 and follows and DEGREE.fullmatch(names[1].name):
        return f"{first.name}, {names[1].name}"
    if len(names) > 1 and follows and " " not in first.name and " " not in names[1].name:
        return f"{first.name} {names[1].name}"
    return first.name
