"""A name within its frame: what a piece says by what stands around the name. Pure."""

import re

from agent.assent import is_answer_word, is_only_polite
from agent.contact_lines.asides import is_dated, take_name, trim
from agent.contact_lines.introductions.frames import (
    Framed,
    Introduction,
    is_hesitation,
    is_remark,
    strip_article,
    unframe,
    vouches,
)
from agent.contact_lines.names.candidate import Candidate
from agent.contact_lines.names.judgement import NameVerdict, has_shape
from agent.contact_lines.names.lists import fold, is_listed
from agent.contact_lines.names.titles import strip_titles
from agent.contact_lines.piece import LineContext, Piece, PieceKind
from agent.contact_lines.wishes import says_something
from agent.contact_lines.words.closed_classes import (
    CAPITALISES_NOUNS,
    FIRST_PERSON,
    function_words,
    is_pointing,
)
from agent.contact_lines.words.labels import names_the_name
from agent.contact_lines.words.name_parts import ALSO_NAMES, PARTICLES
from agent.contact_lines.words.states import is_people, is_state
from agent.languages.language import Words
from agent.languages.vocabulary.calendar_names import weekday_words

# "D-A-W-N", "D. A. W. N.": a name that is spelled out behind it.
SPELLED_NAME = re.compile(r"[^\W\d_](?:[-. ]+[^\W\d_]){2,}\.?")
SMALL_LETTERS_AFTER = 3
# A name of nine words within a frame.
MOST_FRAMED_WORDS = 22
# What may as well tell what somebody is.
I_AM = re.compile(
    r"(?:i['’]?m|i am|am|(?:ich )?bin(?:['’]?s)?|je suis|j(?:e\s?)?suis|chui?s?|(?:yo )?soy|(?:io )?sono|אני|[أاآ]نا)\s*$",
    re.I,
)
# Whoever says who they are names no day: "I'm April".
PERSON = re.compile(
    r"(?:i'?m|i am|me|speaking|(?:ich )?bin(?:'?s)?|hier (?:spricht|schreibt)|je suis|jsuis|chui?s?|moi|(?:yo )?soy|(?:le )?habla|(?:io )?sono|parla|"
    r"אני|מדבר(?:ת)?|[أاآ]نا|معك|معكم|معاك|معاكم)\b",
    re.I,
)
# "For Friday" is a day that is wanted.
FOR = re.compile(r"(?:for|für|pour|para|per|ל|عبور|בשביל|עבור|ل)$", re.I)


def read_framed(piece: str, line: LineContext) -> Piece | None:
    """A piece read by the frame around its name; None where it has none, or where the frame tells of no
    name."""
    if len(piece.split()) > MOST_FRAMED_WORDS:
        return None
    language = line.words.tag
    if is_remark(piece, language) or vouches(piece, language):
        return Piece(piece, PieceKind.ASIDE)
    if SPELLED_NAME.fullmatch(piece) and not piece.endswith("."):
        return Piece(piece, PieceKind.ASIDE)
    if is_hesitation(piece, language):
        return Piece(piece, PieceKind.LEAD)
    framed = unframe(piece, language)
    if framed.is_reach and not framed.inside:
        return Piece(piece, PieceKind.LEAD)
    if not framed.said and not framed.inside[:1].isupper() and names_the_name(framed.inside):
        return Piece(piece, PieceKind.LEAD)
    inside = " ".join(trim(framed.inside.split(), line.words))
    name = strip_article(inside, language)
    if name == piece or _is_wished(framed.remark, line):
        return None
    if name == inside and not line.has_way and I_AM.match(framed.said) and _may_be_what_they_are(name, line):
        return Piece(piece, PieceKind.ELSE)
    verdict = _judge_framed(name, framed, line)
    if verdict is NameVerdict.NONE and framed.said:
        return _read_first_words(piece, name, line)
    if verdict is NameVerdict.NONE:
        return None
    return Piece(piece, PieceKind.NAME, name, piece, verdict, is_introduced=bool(framed.said))


def _read_first_words(piece: str, inside: str, line: LineContext) -> Piece | None:
    """A name that an introduction leads to, and whatever more is said behind it: "write Sir Nigel Thwaite if
    you want". Nothing where all is written small: that is no name."""
    told = strip_titles(inside, line.words.tag)
    name = " ".join(take_name(told.split()))
    if not any(token[:1].isupper() for token in inside.split()):
        return Piece(piece, PieceKind.ELSE)
    remark = told.removeprefix(name)
    if (
        name == inside
        or not name[:1].isupper()
        or fold(name) in FIRST_PERSON
        or line.judge(name) is not NameVerdict.NAME
        or says_something(remark, line)
    ):
        return None
    return Piece(piece, PieceKind.NAME, name, piece, NameVerdict.NAME, is_introduced=True)


def _may_be_what_they_are(name: str, line: LineContext) -> bool:
    """Whether a lone word after "I am" is in no list of names, or is what people are as well: Muslims,
    diabetics, Germans. Whose name it is all the same is asked for it once more."""
    first, *rest = name.split()
    if rest and name.lower() == name.upper():
        is_kunya = Candidate(name.split(), line.words, line.services, is_beside_contact=False).is_kunya()
        return not is_kunya and not any(map(is_listed, (first, *rest)))
    is_lone = not any(word[:1].isupper() or word.lower() == word.upper() for word in rest)
    if not is_lone or is_dated([first], line.words):
        return False
    return not is_listed(first) or is_people(first, line.words.tag)


def _judge_framed(name: str, framed: Framed, line: LineContext) -> NameVerdict:
    verdict = line.judge(name)
    told = name.split()
    if len(name.strip(".")) == 1 and name.isalpha():
        return NameVerdict.NAME
    match framed.introduction:
        case Introduction.VOUCHED:
            is_one = len(told) == 1 and not is_pointing(name)
            return (
                NameVerdict.NAME
                if verdict is not NameVerdict.NONE or (is_one and has_shape(name))
                else verdict
            )
        case Introduction.STRONG:
            if verdict is NameVerdict.NONE and not _has_small_function_word(told, line.words):
                verdict = line.judge(name, is_introduced=True)
            return NameVerdict.NAME if verdict is NameVerdict.DAY_OR_NAME else verdict
        case Introduction.WEAK:
            return _judge_weakly_introduced(name, framed, verdict, line)
        case Introduction.NONE:
            is_day = verdict is NameVerdict.DAY_OR_NAME and bool(framed.remark)
            return (
                NameVerdict.NONE if is_day and not is_only_polite(framed.remark, line.words.tag) else verdict
            )


def _judge_weakly_introduced(
    name: str, framed: Framed, verdict: NameVerdict, line: LineContext
) -> NameVerdict:
    """After "I am" and "it's" a name is one that stands alone, no state anybody may be in, and no day."""
    told, tag = name.split(), line.words.tag
    names_days = is_dated(told, line.words)
    is_person = bool(PERSON.match(framed.said))
    if names_days and len(told) == 1 and is_person:
        return NameVerdict.NAME
    if verdict is NameVerdict.NONE and is_person and len(told) == 1 and is_answer_word(name, tag):
        # "I'm Jupp" is no yes, though "Jupp" is one.
        return line.judge(name, is_introduced=True)
    if names_days and len(told) == 2 and not any(fold(one) in weekday_words(tag) for one in told):
        return NameVerdict.NAME
    is_small = any(one[:1].islower() and fold(one) not in PARTICLES for one in told)
    has_case = name.lower() != name.upper()
    if verdict is NameVerdict.DAY_OR_NAME and FOR.search(framed.said):
        return NameVerdict.NONE
    is_plain = is_small or not has_case or tag in CAPITALISES_NOUNS
    if is_plain and (len(told) > SMALL_LETTERS_AFTER or is_state(name, tag)):
        return NameVerdict.NONE
    return verdict


def _is_wished(remark: str, line: LineContext) -> bool:
    """Whether what follows a name has somebody or something of the business in it, or a time: "Ada with Dana
    at five"."""
    told = [fold(token) for token in remark.split()]
    offered = {fold(part) for name in (*line.services, *line.people) for part in name.split()}
    return any(one in offered or (one.isdigit() and len(one) > 1) for one in told)


def _has_small_function_word(told: list[str], words: Words) -> bool:
    """Whether a word of sentences is written small in it: "whatever you like" is nobody's name."""
    function = function_words(words.tag) - PARTICLES - ALSO_NAMES
    return any(not token[:1].isupper() and fold(token) in function for token in told)
