"""Names by how they are written: with capitals that nothing else has, with an initial, and in small letters
where no word is so."""

import re
from collections.abc import Iterator

from agent.privacy.given_names import names_by_capital, ordinary_names
from agent.privacy.names.known import NEVER, is_given, is_known_name
from agent.privacy.names.reading import WORD, NameReader
from agent.privacy.names.words import ACTS, COMMON_NOUNS, HOW_SOMEBODY_IS, INTRODUCED, MAKES, ROOMS
from agent.privacy.names.words_too import WORDS_TOO
from agent.privacy.spans import NAME, Span

_CAPITALS = re.compile(
    r"(?<![\w-])[A-ZÀ-ÖØ-ÞŒŠŽ][a-zß-ÿœšž]{1,24}(?:['’-][A-ZÀ-Þ]?[a-zß-ÿ]{1,20})?(?: [A-ZÀ-ÖØ-ÞŒŠŽ][a-zß-ÿœšž]{1,24}(?:['’-][A-ZÀ-Þ]?[a-zß-ÿ]{1,20})?){1,2}(?![\w-])"
)
# Behind these stands a place.
_PLACED = re.compile(
    r"(?:^|\s)(?:in|near|at|the|to|from|aus|nach|bei|zur?|zum|am|im|der|das|die|à|au|de|du|da|di|la|le|les|en|el|a|an|une?|una|uno|ein\w{0,2}|lo|il|vicino)\s$",
    re.I,
)
STARTS_SENTENCE = re.compile(r"(?:^|[.!?\n:]\s{0,3})$")
# A town or a saint is called so: "San Sebastián", "Reggio Emilia".
_IN_PLACES = re.compile(
    r"(?<!\w)(?:San|Santa|Santo|São|Saint|Sainte|St|Ste|St\.|Sankt|Reggio|Porto|Puerto|Villa|Port|Mont|Monte|Hotel|Café|Bar)[ -]$"
)
# A room or a vehicle is named after somebody: "salle Pierre", "Seat León".
_AFTER_THING = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(ROOMS | MAKES))})[ \"“„«]{{1,2}}(?:(?:the|la|le|les|el|los|las|il|lo|gli|der|die|das) |l['’])?$",
    re.I,
)
_LONGEST_THING = 20
_SMALL = re.compile(r"(?<![\w'’@.\-/])[a-zà-ÿœ]{4,20}(?=(?:['’]s)?(?![\w'’@\-]|\.\w))")
# Given names that are words in small letters, which no dictionary lists.
_SMALL_TOO = frozenset(
    [
        "chiara",
        "serena",
        "allegra",
        "felice",
        "franca",
        "celeste",
        "blanca",
        "alba",
        "mayo",
        "pierre",
        "maya",
        "nova",
        "viva",
        "terra",
        "sari",
        "henna",
        "sissy",
        "lima",
        "cairo",
    ]
)
_ARTICLE = re.compile(
    r"(?<!\w)(?:the|an?|l[aeo]s?|el|il|i|gli|une?|una|uno|der|die|das|dem|den|eine?|des|en|jack) $", re.I
)
_INITIAL = re.compile(r"(?<![\w.])(?:[A-ZÀ-Þ]\. ?){1,2}(?P<name>[A-ZÀ-Þ][a-zß-ÿ'’\-]{2,24})(?!\w)")


def listed_names_in(reader: NameReader, text: str) -> Iterator[Span]:
    """A name that many bear, wherever it stands with a capital, with the capitals behind it."""
    for word in WORD.finditer(text):
        folded = word.group().casefold()
        if (
            (
                is_given(folded)
                or (folded in names_by_capital() and not _starts_sentence(text, word))
                or (
                    folded in ordinary_names()
                    and not _starts_sentence(text, word)
                    and ACTS.match(text, word.end())
                )
            )
            and word.group()[0].isupper()
            and folded not in reader.own
            and folded not in NEVER
            and not (folded in WORDS_TOO and _begins_sentence(text, word))
            and not _IN_PLACES.search(text[max(0, word.start() - 10) : word.start()])
            and not _AFTER_THING.search(text[max(0, word.start() - _LONGEST_THING) : word.start()])
            and not (folded == "max" and text[word.end() : word.end() + 1] == ".")
        ):
            words = reader.words_at(text, word.start(), is_sure=True, may_be_own=False)
            kept = [one for one in words if one.group().casefold() not in COMMON_NOUNS]
            if kept:
                yield Span(NAME, kept[0].start(), kept[-1].end())


def small_names(reader: NameReader, text: str) -> Iterator[Span]:
    """A name in small letters that is no word of any language, and what somebody says they are, where it ends
    the clause."""
    for word in _SMALL.finditer(text):
        folded = word.group()
        is_thing = (
            folded in _SMALL_TOO
            or (folded in WORDS_TOO and _begins_sentence(text, word))
            or _ARTICLE.search(text[max(0, word.start() - 6) : word.start()])
        )
        if is_given(folded) and not reader.is_no_name(folded) and not is_thing:
            words = reader.words_at(text, word.start(), is_sure=True, may_be_own=False)
            known = [one for one in words[1:2] if is_known_name(one.group().casefold())]
            yield Span(NAME, word.start(), known[0].end() if known else word.end())
    for frame in INTRODUCED.finditer(text):
        said = frame["name"].casefold()
        if not reader.is_no_name(said) and not HOW_SOMEBODY_IS.search(said):
            yield Span(NAME, frame.start("name"), frame.end("name"))


def names_with_initial(reader: NameReader, text: str) -> Iterator[Span]:
    """ "T. Abernathy"."""
    for found in _INITIAL.finditer(text):
        if not reader.is_no_name(found["name"]):
            yield Span(NAME, found.start(), found.end())


def names_in_capitals(reader: NameReader, text: str) -> Iterator[Span]:
    """Two words or more with capitals within a sentence, of which none is another thing: "book Barnaby Croft
    in"."""
    for found in _CAPITALS.finditer(text):
        words = found.group().split()
        before = text[max(0, found.start() - _LONGEST_THING) : found.start()]
        if STARTS_SENTENCE.search(before) or _PLACED.search(before) or _AFTER_THING.search(before):
            continue
        if not any(reader.is_no_name(word) or reader.is_no_name(word.rstrip("s")) for word in words):
            yield Span(NAME, found.start(), found.end())


def _starts_sentence(text: str, word: re.Match[str]) -> bool:
    return bool(STARTS_SENTENCE.search(text[max(0, word.start() - 4) : word.start()]))


def _begins_sentence(text: str, word: re.Match[str]) -> bool:
    """Whether its capital is the sentence's, and another word goes on: "Frank opinion"."""
    before, behind = text[max(0, word.start() - 4) : word.start()], text[word.end() : word.end() + 2]
    return (
        bool(STARTS_SENTENCE.search(before)) and len(behind) > 1 and behind[0] == " " and behind[1].islower()
    )
