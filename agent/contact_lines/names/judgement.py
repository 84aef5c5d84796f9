"""Whether a few words are somebody's name: by their shape, and by not being a sentence. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from agent.assent import AnswerKind, answer_to, is_answer_word
from agent.contact_lines.names.candidate import Candidate
from agent.contact_lines.names.lists import fold
from agent.contact_lines.names.titles import is_title
from agent.contact_lines.words.name_parts import ALSO_NAMES
from agent.languages.language import Words
from agent.languages.vocabulary.calendar_names import MONTHS_AS_NAMES

# "Dr. med. Anna-Lena Freifrau von der Heide" has seven.
MOST_WORDS = 9
IN_A_NAME = "\"“”'’‘ʼ׳״`´.-‐·・"
# "ada.example.com" is no "Univ.Prof." and no "e.e.".
DOMAIN = re.compile(r"[^\W\d_]{2}\.[a-z]{2,}(?:\.|$)")
QUESTION = re.compile("[?？؟]")
# "pfff", "hmmm": no name has a letter three times in a row.
STRETCHED = re.compile(r"((?!i)[^\W\d_])\1\1", re.I)
# "Y" and "K" are yes and ok; any other capital alone is an initial.
SHORT_ANSWERS = "YNKSJO"


class NameVerdict(Enum):
    NAME = "name"
    # The name of a day, which may as well be the day that is wanted.
    DAY_OR_NAME = "day or name"
    NONE = "no name"


def judge_name(
    text: str,
    words: Words,
    *,
    services: Iterable[str] = (),
    is_introduced: bool = False,
    is_beside_contact: bool = False,
) -> NameVerdict:
    """What a text is that was given as a name. ``services`` are the names of what can be booked;
    ``is_introduced`` after "my name is", ``is_beside_contact`` in one line with an address or a number."""
    tokens = text.split()
    if (
        not 1 <= len(tokens) <= MOST_WORDS
        or QUESTION.search(text)
        or not all(has_shape(token) or is_title(token, words.tag) for token in tokens)
    ):
        return NameVerdict.NONE
    line = Candidate(tokens, words, services, is_beside_contact=is_beside_contact)
    if is_introduced:
        is_known_name = len(tokens) == 1 and line.folded[0] in ALSO_NAMES
        return NameVerdict.NAME if line.unknown or line.is_capitalised or is_known_name else NameVerdict.NONE
    if (
        is_name_too(text)
        or line.is_kunya()
        or (len(text) == 1 and text.isupper() and text not in SHORT_ANSWERS)
    ):
        return NameVerdict.NAME
    if is_answer(text, words.tag) or not line.could_be_name():
        return NameVerdict.NONE
    if len(tokens) == 1 and line.folded[0] in (line.calendar | line.function) - MONTHS_AS_NAMES:
        return NameVerdict.DAY_OR_NAME
    return NameVerdict.NAME


def is_answer(text: str, language: str) -> bool:
    """Whether a text is a plain yes or no. "Mimi" and "ليلى" are none, though each is a short word twice."""
    if " " not in text and not text[:1].islower() and not is_answer_word(text, language):
        return False
    return answer_to(text, "book", language).kind in (AnswerKind.YES, AnswerKind.NO)


def is_name_too(word: str) -> bool:
    """Whether one word with a capital is a name as well as a word of sentences: "Will", "Roger"."""
    return word[:1].isupper() and fold(word) in ALSO_NAMES


def has_shape(token: str) -> bool:
    """Letters of any script with their marks, and what stands between the letters of a name."""
    kinds = [
        unicodedata.category(letter)[0]
        for letter in token
        if letter not in IN_A_NAME and letter not in "\u200c\u200d"
    ]
    if STRETCHED.search(token):
        return False
    return "L" in kinds and set(kinds) <= {"L", "M"} and not DOMAIN.search(token)
