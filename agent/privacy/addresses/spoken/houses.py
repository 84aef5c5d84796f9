"""A street whose house is told by a word for its number, or behind "number": "calle del pez, en el veintiuno",
"talbot street, number twenty two", "forty one Jubilee Crescent"."""

import re
from collections.abc import Iterator, Sequence

from agent.privacy.addresses.kinds import COMPOUND, KINDS_BEFORE, KINDS_BEHIND, LITTLE, without_prefix
from agent.privacy.addresses.spoken.numbers import is_number, number_before
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.words import STOPS
from agent.privacy.spans import ADDRESS, Span


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# What leads from a street to its house.
_LEADS = _words(
    "number no nummer hausnummer nr numéro numero número num civico interno portal bloque bloc haus house n au al im el מספר מס בית رقم بيت بناية عمارة"
)
# Behind these stands a time.
_TIMES = _words("at um à a alle ore os heures gegen about vers hacia verso ab bis um ب الساعة ساعة בשעה")
# A word of other matters as well: only what leads to a house behind it shows the street.
_OTHER_MATTERS = _words(
    "cuesta cours place passage montée cour promenade voie torre conjunto subida quinta campo partida via corso largo salita traversa borgo close court green park drive end house hall farm court way walk row cross field view דרך מעלה מבוא طريق حي درب ش"
)
# Of a street's name, though they are words of sentences.
_OLD_AND_NEW = _words("old new upper lower great little high long")
# "The Oxford Street one".
_ONE = _words("one ones")
_JOINED = _words("y et e und and")
_WORD = re.compile(r"[^\W_]+(?:['’״\"](?=[^\W\d_])[^\W\d_]+)?")
_GAP, _PAUSE = re.compile(r"\.? |['’-]"), re.compile(r"\.? ?[,،] ?")
_COUNTED = re.compile(
    r" (?:uhr|h|heures?|o['’]?clock|ore|horas?|pm|am|minut\w*|דקות|euros?|person\w*|people|days?|tage|دقيق\w*)(?!\w)",
    re.I,
)
MOST_WORDS, MOST_NAMES, MOST_NUMBERS = 8, 4, 4


def spoken_houses(text: str) -> Iterator[Span]:
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        folded = word.group().casefold()
        bare = without_prefix(folded)
        is_behind = folded in KINDS_BEHIND or bool(COMPOUND.fullmatch(folded))
        begins = word.start() + len(folded) - len(bare)
        starts = (
            begins if bare in KINDS_BEFORE else None,
            _name_before(text, words, at) if is_behind else None,
        )
        for start, has_name_behind in zip(starts, (True, False), strict=True):
            if start is not None and (
                found := _house_at(text, words, at, start, has_name_behind=has_name_behind)
            ):
                yield found


def _house_at(
    text: str, words: Sequence[re.Match[str]], at: int, start: int, *, has_name_behind: bool
) -> Span | None:
    """The house of the street at ``at`` whose kind or name begins at ``start``."""
    end = _house(text, words, at, has_name_behind=has_name_behind)
    if end is not None:
        return Span(ADDRESS, start, end)
    number = number_before(text, start)
    if number is None or without_prefix(words[at].group().casefold()) in _OTHER_MATTERS:
        return None
    return Span(ADDRESS, number, _name_end(text, words, at) if has_name_behind else words[at].end())


def _house(text: str, words: Sequence[re.Match[str]], at: int, *, has_name_behind: bool) -> int | None:
    """Where the number of the house ends that belongs to the street at ``at``."""
    names, is_led, is_apart = 0, False, False
    for there in range(at + 1, min(len(words), at + MOST_WORDS)):
        gap = text[words[there - 1].end() : words[there].start()]
        said = words[there].group().casefold()
        if not (_GAP.fullmatch(gap) or _PAUSE.fullmatch(gap)) or said in _TIMES:
            return None
        is_apart = is_apart or bool(_PAUSE.fullmatch(gap))
        if is_number(said):
            is_sure = (
                is_led
                or _is_compound(words, there)
                or (without_prefix(words[at].group().casefold()) not in _OTHER_MATTERS and said not in _ONE)
            )
            return _last_number(text, words, there) if is_sure and bool(names) == has_name_behind else None
        if said in _LEADS:
            is_led = is_led or said not in ("el", "al", "au", "im") or bool(names)
        elif said in CALENDAR_WORDS or is_led or is_apart or (said in STOPS and said not in LITTLE):
            if said not in LITTLE and said != "en":
                return None
        elif said not in LITTLE:
            names += 1
            if names > MOST_NAMES or not has_name_behind:
                return None
    return None


def _last_number(text: str, words: Sequence[re.Match[str]], at: int) -> int | None:
    """Where the number ends that is told by several words: "twenty two", "ochenta y dos"."""
    last = at
    for there in range(at + 1, min(len(words), at + MOST_NUMBERS)):
        said = words[there].group().casefold()
        if not _GAP.fullmatch(text[words[there - 1].end() : words[there].start()]):
            break
        if is_number(said.lstrip("וو")) or is_number(said):
            last = there
        elif said not in _JOINED:
            break
    return None if _COUNTED.match(text, words[last].end()) else words[last].end()


def _is_compound(words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether it is told by two words, of which the second is written onto "and", as hours are not."""
    behind = words[at + 1].group() if at + 1 < len(words) else ""
    return behind[:1] in ("ו", "و") and is_number(behind[1:])


def _name_before(text: str, words: Sequence[re.Match[str]], at: int) -> int | None:
    """Where the name begins that a street has before it; a word that is written onto one has it in itself."""
    if COMPOUND.fullmatch(words[at].group().casefold()):
        return words[at].start()
    start = None
    for there in range(at - 1, max(-1, at - 3), -1):
        said = words[there].group().casefold()
        is_name = said in _OLD_AND_NEW or (said not in STOPS and said not in LITTLE)
        if not is_name or text[words[there].end() : words[there + 1].start()] != " ":
            break
        start = words[there].start()
    return start


def _name_end(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """Where the name ends that a street has behind it: its first word, and what has a capital with it."""
    end = words[at].end()
    for there in range(at + 1, min(len(words), at + MOST_NAMES)):
        said = words[there].group()
        if not _GAP.fullmatch(text[words[there - 1].end() : words[there].start()]):
            break
        if said.casefold() in LITTLE:
            continue
        if said.casefold() in STOPS or (end > words[at].end() and not said[0].isupper()):
            break
        end = words[there].end()
    return end
