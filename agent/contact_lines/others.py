"""Somebody else whom an appointment is for, or who is reached: "for my daughter Summer", "in my husband's
name", "write to my wife". Pure."""

import re

from agent.contact_lines.asides import take_name, trim
from agent.contact_lines.introductions.frames import unframe
from agent.contact_lines.names.judgement import NameVerdict
from agent.contact_lines.names.lists import fold, is_given
from agent.contact_lines.names.mentions import is_relative
from agent.contact_lines.piece import LineContext, Piece, PieceKind
from agent.contact_lines.wishes import says_something, tells_when_or_what
from agent.contact_lines.words.labels import is_label, stands_for_name
from agent.contact_lines.words.name_parts import ALSO_NAMES, PARTICLES
from agent.languages.vocabulary.closed_classes import closed_words

# What makes a relative one of theirs; Hebrew and Arabic write it onto the word, or behind it.
_POSSESSIVES = {
    "en": "my our the",
    "de": "mein meine meinen meinem meiner mei unser unsere unseren unserem unserer uns unsre der die den dem",
    "fr": "mon ma mes notre nos le la les l",
    "es": "mi mis nuestro nuestra nuestros nuestras el la",
    "it": "mio mia miei mie nostro nostra il la lo l",
    "he": "",
    "ar": "",
}
_WRITTEN_ON = {
    "he": re.compile(r"[\u05d0-\u05ea]{2,}(?:י|נו)$"),
    "ar": re.compile(r"[\u0621-\u064a]{2,}(?:ي|ى|نا)$"),
}
_OWN_BEHIND = frozenset(["שלי", "שלנו", "تبعي", "تبعتي"])
# "My husband's name, Rashid Qureshi"; "my daughter, called Summer".
_NAMED = re.compile(
    r"^(?:['’]s\s+)?(?:(?:full |first |last )?name(?:\s+is)?|namens|named|called|is|ist|est|es|è|qui s['’]appelle|s['’]appelle|que se llama|"
    r"se llama|che si chiama|si chiama|(?:die |der |das )?(?:sie |er )?hei(?:ß|ss)t|שקוראים ל[הו]|קוראים ל[הו]|ששמ[הו]|שמ[הו]|[اإ]سم(?:ه|ها|و|ا))(?=[\s,:]|$)[\s,:]*",
    re.I,
)
MOST_UNCASED_WORDS = 3
_ELISION = re.compile(r"(?<!\w)[ld]['’](?=\w)", re.I)


def read_other(piece: str, line: LineContext) -> Piece | None:
    """A piece with one of theirs in it: the name that follows, or nothing but an aside; None where there is
    nobody, or more is wished."""
    tokens = _ELISION.sub("", piece).split()
    place = _place_of_other(tokens, line.words.tag)
    if place is None or tells_when_or_what(" ".join(tokens[:place]), line):
        return None
    framed = unframe(piece, line.words.tag)
    if framed.said and tokens[place] not in framed.inside.split():
        return None  # "My mates call me Tank".
    behind = tokens[place + 1 :]
    while behind and behind[0] in _OWN_BEHIND:
        behind.pop(0)
    is_owner = re.search(r"['’]s$", tokens[place]) is not None
    rest = _NAMED.sub("", ("'s " if is_owner else "") + " ".join(behind)).removeprefix("'s ")
    before = [fold(token) for token in tokens[:place]]
    is_reached = any(is_label(one) and not stands_for_name(one) for one in before)
    if not rest or is_reached:
        return None if says_something(rest, line) else Piece(piece, PieceKind.ASIDE)
    name = " ".join(_without_ending(trim(take_name(rest.split()), line.words), line.words.tag))
    if (
        not _is_written_as_name(name)
        or line.judge(name, is_introduced=name[:1].isupper()) is not NameVerdict.NAME
    ):
        return Piece(piece, PieceKind.ELSE)
    remark = rest.removeprefix(name)
    return Piece(
        piece,
        PieceKind.NAME,
        name,
        piece,
        NameVerdict.NAME,
        is_of_other=True,
        says_more=says_something(remark, line),
    )


def _without_ending(told: list[str], language: str) -> list[str]:
    """A name without the small words that lead on: "نواف على"."""
    while len(told) > 1 and fold(told[-1]) in closed_words(language) - PARTICLES - ALSO_NAMES:
        told = told[:-1]
    return told


def _is_written_as_name(name: str) -> bool:
    """Whether it has its capital, begins with a name of the lists, or is in letters without capitals and
    short: "my wife thinks so" has none."""
    first, *rest = name.split()
    is_cased = first.lower() != first.upper()
    return first[:1].isupper() or is_given(first) or (not is_cased and len(rest) < MOST_UNCASED_WORDS)


def _place_of_other(tokens: list[str], language: str) -> int | None:
    """Where a relative or a friend of theirs stands among the words."""
    possessives = _POSSESSIVES[language].split()
    for place, token in enumerate(tokens):
        word = fold(re.sub(r"['’]s$", "", token)).strip(",")
        if not is_relative(word, language):
            continue
        before, behind = fold(tokens[place - 1]) if place else "", "".join(tokens[place + 1 : place + 2])
        is_theirs = before in possessives
        if language in _WRITTEN_ON:
            # "Ben" and "bint" are in names as well.
            is_for = place > 0 or word[:1] in "לل" or not is_given(word)
            is_theirs = behind in _OWN_BEHIND or (is_for and bool(_WRITTEN_ON[language].search(word)))
        if is_theirs:
            return place
    return None
