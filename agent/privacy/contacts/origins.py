"""Where somebody or their number is from, anywhere in a text: "I'm in the UK", "mi número es español",
"אני מישראל". Pure."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import phonenumbers
from msgspec import Struct

from agent.languages.patterns.compiled import compiled
from agent.languages.patterns.prefiltered import AnyPattern, prefilter
from agent.languages.patterns.remembered import remember
from agent.privacy.contacts.countries import country_names
from agent.privacy.contacts.nationalities import NATIONALITY, country_of_nationality
from agent.privacy.given_names import listed_names, listed_surnames, ordinary_names

# By language: "I am" and "I live", and "from" as it follows these before any place.
_SELF = {
    "en": (r"i['’]?m|i am|we['’]?re|we are|i live|i come|i['’]?m (?:originally|currently|living|calling|writing)", r"from"),
    "de": (r"(?:ich )?(?:bin|komme|wohne|lebe|stamme)|wir (?:sind|kommen|wohnen)", r"(?:ursprünglich |gerade )?aus(?: der| dem)?"),
    "fr": (r"je suis|j['’]?suis|chui|je viens|je vis|j['’]habite|nous sommes|on est", r"(?:originaire )?(?:de la|de l['’]|de|du|des|d['’])"),
    "es": (r"soy|somos|vivo|vengo|estoy|resido", r"de(?: la| los)?|del"),
    "it": (r"sono|siamo|vivo|vengo|abito|sto|risiedo", r"(?:originari[oa] )?(?:di|da|dal|dalla|dall['’]|dell['’]|del|della)"),
    "ar": (r"[أا]نا|[إا]حنا|نحن", r"من"),
}  # fmt: skip
_SELVES = "|".join([told for told, _ in _SELF.values()] + ["אני|אנחנו"])
_FROM_ANYWHERE = "|".join(rf"(?:{told})\s+(?-i:{before})" for told, before in _SELF.values())
# What stands before the name of a country; Hebrew and Arabic write theirs onto it as well.
_IN_OR_FROM = r"in|from|aus|nach|de la|de l['’]|de|du|des|d['’]|en|au|aux|del|della|dell['’]|di|dalla|dall['’]|dal|dagli|da|nel|nella|negli|من|في"
_ARTICLE = r"(?:(?:the|der|den|dem|die|la|le|les|el|los|il|lo|gli)\s+|l['’])?"
_NUMBER = (
    r"(?:phone|numbers?|mobile|cell|landline|sim|\w*nummer|handy\w*|telefon\w*|numéro|num|portable|téléphone|tél|número|móvil|celular|"
    r"teléfono|numero|cellulare|telefono|fisso|ה?מספר|ה?טלפון|ה?נייד|ה?סלולרי|(?:ال)?(?:رقم|هاتف|جوال|موبايل|تلفون)ي?)"
)
# "It's French", said of a number.
_IT_IS = r"it['’]?s|it is|that['’]?s|es ist|das ist|ist|c['’]est|es|è|זה|הוא|هو|هذا"
_NOT = re.compile(
    r"(?<!\w)(?:not|nicht|keine?|isn['’]t|pas|no|non|לא|مو|مش|ليس|لست)\s+"
    r"(?:(?:soy|es|estoy|sono|è|an?|in|from|the|aus|de|une?|una|eine?)\s+)?\Z",
    re.I,
)
_WORDS = r"[^\W\d_][\w.'’״\"-]*"
_WORD = re.compile(rf"\s*({_WORDS})")
_TOLD_APART = re.compile(r"[^\s,;:]+")
_CODE = re.compile(r"(?<![\w+])\+\s?(\d{1,3})(?![\s()./-]*\d)")
_BREAKS = re.compile(r"[\n\r\t,;:!?؟،()\d\x00]+|\.(?=\s|$)|\s[–-]\s")
# "I'm French", "ich bin Schweizer": peoples have a capital, as surnames do.
CAPITALISES_PEOPLES = re.compile(r"i|we|bin|wir", re.I)
MOST_WORDS_OF_COUNTRY = 4


class TelephoneOrigin(Struct, frozen=True):
    """A phrase that tells where somebody or their number is from: its ``country`` (ISO 3166), None for a
    place that is none; ``is_of_number`` where a number is said to be of it."""

    start: int
    end: int
    country: str | None
    is_of_number: bool = False


def origins_in(text: str) -> list[TelephoneOrigin]:
    """All such phrases of a text, in their order; where several overlap, the longest."""
    found = sorted(_origins(text), key=lambda one: (one.start, -one.end))
    kept: list[TelephoneOrigin] = []
    for origin in found:
        if not kept or origin.start >= kept[-1].end:
            kept.append(origin)
    return kept


def set_origins_apart(text: str) -> str:
    """The text with a line of its own for each phrase that tells where somebody is from."""
    for origin in reversed(origins_in(text)):
        if not origin.is_of_number and not _is_of_description(text, origin):
            text = f"{text[: origin.start]}\n{text[origin.start : origin.end]}\n{text[origin.end :]}"
    return text


def _is_of_description(text: str, origin: TelephoneOrigin) -> bool:
    """ "La reine d'Angleterre": behind a word written small, with no "I am" before it."""
    before = compiled(rf"({_WORDS})\s+\Z").search(text[: origin.start])
    is_of_self = _patterns()["self"].match(text, origin.start)
    return before is not None and before[1][:1].islower() and not is_of_self


def origin_beside(text: str) -> tuple[TelephoneOrigin, str] | None:
    """The first such phrase of a text, and what is left without it."""
    return next(
        ((one, f"{text[: one.start]} {text[one.end :]}".strip(" .!")) for one in origins_in(text)), None
    )


def countries_told(text: str, *, of_number: bool = False) -> tuple[str, ...]:
    """The countries a text says somebody or their number is from; ``of_number`` for the number alone."""
    told = (one.country for one in _origins(text) if one.is_of_number or not of_number)
    return tuple(dict.fromkeys(country for country in told if country))


@remember
def _origins(text: str) -> tuple[TelephoneOrigin, ...]:
    found = (*_countries_in(text), *_of_a_people(text), *_alone(text), *_anywhere(text), *_codes(text))
    return tuple(origin for origin in found if not _NOT.search(text, 0, origin.start))


def _countries_in(text: str) -> Iterator[TelephoneOrigin]:
    """ "(I'm) in the UK", "מישראל", "UK number"."""
    for found in _patterns()["named"].finditer(text):
        country, end = _country_at(text, found.end())
        if country:
            yield TelephoneOrigin(found.start(), end, country)
    for found in _patterns()["written_on"].finditer(text):
        country, end = _country_at(text, found.start("place"))
        if country:
            yield TelephoneOrigin(found.start(), end, country)
    words: list[int] | None = None
    for found in _patterns()["number"].finditer(text):
        words = words if words is not None else [one.start() for one in _TOLD_APART.finditer(text)]
        here = bisect_left(words, found.start())
        for start in words[max(0, here - MOST_WORDS_OF_COUNTRY) : here]:
            country, end = _country_at(text, start)
            if country and not text[end : found.start()].strip():
                yield TelephoneOrigin(start, found.end(), country, is_of_number=True)
                break


def _of_a_people(text: str) -> Iterator[TelephoneOrigin]:
    """ "I'm French", written small where a surname has its capital; "my number is French"."""
    for found in _patterns()["people"].finditer(text):
        word = found["people"]
        is_small = word[:1].islower() or word.lower() == word.upper()
        if not _may_be_called(word) and (is_small or CAPITALISES_PEOPLES.match(found.group())):
            yield TelephoneOrigin(found.start(), found.end(), country_of_nationality(word))
    for found in _patterns()["it_is"].finditer(text):
        if not _may_be_called(found["people"]):
            country = country_of_nationality(found["people"])
            yield TelephoneOrigin(found.start(), found.end(), country, is_of_number=True)
    has_number = _patterns()["number"].search(text) is not None
    for pattern in ("people_of_number", "number_of_people") if has_number else ():
        for found in _patterns()[pattern].finditer(text):
            yield TelephoneOrigin(
                found.start(), found.end(), country_of_nationality(found["people"]), is_of_number=True
            )


def _may_be_called(people: str) -> bool:
    """Whether somebody's given name is that of a people: "Germán", though not "French", a surname."""
    word = people.casefold()
    return word in listed_names() or (word in ordinary_names() and word not in listed_surnames())


def _is_given_name(word: str) -> bool:
    return any(word.casefold() in names for names in (listed_names(), ordinary_names()))


def _alone(text: str) -> Iterator[TelephoneOrigin]:
    """A country's name between two breaks, which is nobody's given name."""
    start = 0
    for end in (*(found.start() for found in _BREAKS.finditer(text)), len(text)):
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        country, last = _country_at(text, begin)
        if (
            country
            and last <= end
            and not _is_given_name(text[begin:last])
            and not text[last:end].strip(" .")
        ):
            yield TelephoneOrigin(begin, last, country)
        behind = _BREAKS.match(text, end)
        start = behind.end() if behind else end


def _anywhere(text: str) -> Iterator[TelephoneOrigin]:
    """ "Soy de Sevilla": any place behind "I am from"."""
    for found in _patterns()["anywhere"].finditer(text):
        yield TelephoneOrigin(found.start(), found.end(), None)


def _codes(text: str) -> Iterator[TelephoneOrigin]:
    """ "+33" with no number behind it."""
    for found in _CODE.finditer(text):
        country = phonenumbers.region_code_for_country_code(int(found[1]))
        if country in phonenumbers.SUPPORTED_REGIONS:
            yield TelephoneOrigin(found.start(), found.end(), country, is_of_number=True)


def _country_at(text: str, start: int) -> tuple[str | None, int]:
    """The country whose name stands at ``start``, and where it ends."""
    words: list[re.Match[str]] = []
    for found in _WORD.finditer(text, start):
        if len(words) == MOST_WORDS_OF_COUNTRY or found.start() != (words[-1].end() if words else start):
            break
        words.append(found)
    for last in reversed(words):
        for end in (last.end(), last.end() - len(last[1]) + len(last[1].rstrip(".'’-"))):
            name = text[start:end].strip()
            country = country_names().get(" ".join(name.casefold().replace("’", "'").split()))
            if country and (name != "us"):
                return country, end
    return None, start


@cache
def _patterns() -> dict[str, AnyPattern]:
    selves, nation = rf"(?<!\w)(?:{_SELVES})\s+", rf"(?:ה|ال)?(?P<people>(?:{NATIONALITY}))(?!\w)"
    told = {
        "self": selves,
        "named": rf"(?:{selves})?(?:(?<!\w)(?:{_IN_OR_FROM})(?:\s+|(?<=['’]))){_ARTICLE}",
        "written_on": r"(?:(?<!\w)(?:אני|אנחנו|[أا]نا)\s+(?:\w+\s+)?)?(?<!\w)(?:[במ]-?(?=[\u05d0-\u05ea]{3})|ب(?=[\u0621-\u064a]{3}))(?P<place>)",
        "number": rf"(?<!\w){_NUMBER}(?!\w)",
        "people": rf"{selves}(?:an?\s+|une?\s+|una\s+)?{nation}(?!\s+[A-Z])",
        "it_is": rf"(?<!\w)(?:{_IT_IS})\s+(?:an?\s+|une?\s+|una\s+|eine?\s+)?{nation}(?=\s*(?:[,.!;?؟\n]|one\b|\Z))",
        "people_of_number": rf"(?<!\w){nation}[\s-]+{_NUMBER}(?!\w)",
        "number_of_people": rf"(?<!\w){_NUMBER}(?:\s+[\w'’]{{1,5}}){{0,3}}\s+{nation}",
        "anywhere": rf"(?<!\w)(?:{_FROM_ANYWHERE})(?:\s+|(?<=['’])){_WORDS}(?:\s+(?-i:[A-Z])[\w'’-]+){{0,2}}",
    }
    return {name: prefilter(pattern, re.I) for name, pattern in told.items()}
