"""What stands in a place of a sentence that is a person's: a name with its particles, however it is written."""

import re

from agent.mentions.beyond_one.relatives import ONE
from agent.privacy.business_words import sounds_like_one
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_given, is_known_name, is_surname
from agent.privacy.names.reading import WORD, NameReader, behind_titles
from agent.privacy.names.unknown import is_unknown
from agent.privacy.names.words_too import SAYS
from agent.privacy.spans import NAME, Span

END = re.compile(
    r"\s*(?:[.,،;:!?؟()\n\[\-–]|$|(?:btw|lol|haha\w*|jaja\w*|jeje|ahah\w*|mdr|xx?|please|pls|bitte|svp|por favor|porfa|per favore|grazie|merci|danke|thanks|בבקשה|תודה|لو سمحت\w*|شكرا)(?!\w))",
    re.I,
)
# What may stand before a surname and is of it.
_PARTICLES = re.compile(
    r"(?:(?:von|van|vom|zu|zum|zur|de|del|della|dello|dei|degli|dalla|dal|di|da|du|des|lo|la|le|li|las|los|el|al|bin|ben|st\.?|san|santa|saint|mac|mc|ter|ten|der|den|dem|dos|das|lo|af|av) ){1,3}(?=[^\W\d_])|(?:d['’]|o['’])(?=[^\W\d_])",
    re.I,
)
_ARTICLES = re.compile(r"(?:der|die|den|dem|das|la|le|el|il|lo|los|las|les|the) (?=[^\W\d_])")
_SCRIPTED_PARTICLES = frozenset(
    [
        "בן",
        "בת",
        "בר",
        "אבו",
        "אל",
        "أبو",
        "ابو",
        "بن",
        "ابن",
        "بنت",
        "آل",
        "ال",
        "أم",
        "ام",
        "عبد",
        "بو",
        "بيت",
        "اولاد",
        "ואן",
        "דר",
        "דה",
        "פון",
        "أولاد",
    ]
)
_RELATIVE = re.compile("|".join(ONE.values()), re.I)
_GAP = re.compile(r"\.?[ \t](?=[^\W\d_])")
# German nouns that are made so are nobody's name.
_NOUN = re.compile(
    r"\w{3,}(?:ung|ungen|keit|heit|schaft|tion|tionen|ität|chen|sache|termin|zeit|probleme?|frage|fragen)",
    re.I,
)
# What says that somebody speaks, behind their name.
_SPEAKS = frozenset(["معك", "معكم", "معاك", "معاكم", "هون", "هنا", "כאן", "פה", "שוב", "מדבר", "מדברת"])
_CONTRACTED = re.compile("['’]")
MOST_WORDS, LONGEST_INITIAL = 4, 2


def name_in_slot(reader: NameReader, text: str, at: int, *, is_sure: bool) -> Span | None:
    """The name that begins here. ``is_sure``: hardly anything else stands here, and a capital is enough."""
    at = behind_titles(text, at)
    particles = _PARTICLES.match(text, at)
    article = _ARTICLES.match(text, at)
    first = _word(reader, text, particles.end(), is_sure=is_sure) if particles else None
    start = at if particles and not article else (particles.end() if particles else at)
    if first is None:
        start = at
        first = _word(reader, text, at, is_sure=is_sure)
    if first is None:
        return None
    return Span(NAME, start, _end(reader, text, first))


def _word(reader: NameReader, text: str, at: int, *, is_sure: bool) -> re.Match[str] | None:
    """The word here, if it may be the first of a name."""
    word = WORD.match(text, at)
    return word if word and may_be_name(reader, word.group(), is_sure=is_sure) else None


def may_be_name(reader: NameReader, said: str, *, is_sure: bool) -> bool:
    folded = said.casefold()
    if said in _SCRIPTED_PARTICLES:
        return True
    is_relative = bool(_RELATIVE.fullmatch(folded)) and not said.istitle()
    if reader.is_no_name(said) or is_relative or folded.removesuffix("s") in CALENDAR_WORDS:
        return False
    if SCRIPT_WITHOUT_CAPITALS.match(said):
        if said in SAYS or sounds_like_one(said, reader.people):
            return False
        return is_known_name(folded) or (is_unknown(said) and not said.startswith(("ال", "لل", "بال")))
    if len(said) <= 1 or _NOUN.fullmatch(said) or (said[0].islower() and _CONTRACTED.search(said)):
        return False
    if said[0].isupper() and is_sure:
        return True
    return is_given(folded) or is_unknown(said) or (len(said) == LONGEST_INITIAL and not said[0].isupper())


def _end(reader: NameReader, text: str, first: re.Match[str]) -> int:
    """Where the name ends that begins with this word."""
    last, is_large = first, first.group()[0].isupper()
    is_scripted = bool(SCRIPT_WITHOUT_CAPITALS.match(first.group()))
    for _ in range(MOST_WORDS - 1):
        gap = _GAP.match(text, last.end())
        particles = _PARTICLES.match(text, gap.end()) if gap and is_large else None
        word = gap and WORD.match(text, particles.end() if particles else gap.end())
        if not word or reader.is_no_name(word.group()):
            break
        said = word.group()
        goes_on = said[0].isupper() if is_large and not is_scripted else _goes_on(text, last, word)
        if not goes_on:
            break
        last = word
    return last.end()


def _goes_on(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a word without a capital belongs to the name before it."""
    if before.group() in _SCRIPTED_PARTICLES or word.group() in _SCRIPTED_PARTICLES:
        return True
    if bool(SCRIPT_WITHOUT_CAPITALS.match(before.group())) != bool(
        SCRIPT_WITHOUT_CAPITALS.match(word.group())
    ):
        return False
    if word.group() in _SPEAKS:
        return False
    is_one = is_surname(word.group().casefold()) or is_known_name(word.group().casefold())
    return is_one or (is_unknown(word.group()) and bool(END.match(text, word.end())))
