"""The country that is told beside a phone number: "07700 900123, UK", "aus Österreich: 0664 …". Pure."""

import re
from functools import cache

import phonenumbers
from babel import Locale
from babel.languages import get_official_languages

from agent.languages import LANGUAGES
from agent.languages.patterns.alternatives import alternatives
from booking_core.customers.phone_countries import MOBILES_ALONE

# What countries are called beside the names of CLDR.
ALSO_CALLED = {
    "GB": "uk|u.k.|gb|great britain|britain|england|scotland|wales|northern ireland|großbritannien|"
    "grossbritannien|schottland|grande-bretagne|grande bretagne|angleterre|écosse|gran bretaña|inglaterra|"
    "escocia|gran bretagna|inghilterra|scozia|אנגליה|بريطانيا|إنجلترا|انجلترا",
    "US": "usa|u.s.a.|u.s.|the states|america|amerika|die usa|amérique|les états-unis|ee. uu.|eeuu|ee.uu.|"
    "américa|stati uniti d'america|gli usa|ארה״ב|ארה\"ב|אמריקה|أمريكا|امريكا",
    "NL": "holland|hollande|holanda|olanda",
    "CH": "die schweiz|der schweiz|שוויץ",
    "CZ": "czech republic|tschechien|república checa|repubblica ceca|צ'כיה",
    "AE": "uae|emirates|die emirate|les émirats|emiratos|emirati|האמירויות|الإمارات|الامارات",
    "TR": "turkey|türkiye",
    "SA": "saudi|saudi arabia|السعودية",
    "IE": "republic of ireland",
}
# Where most of those live who write a language and have numbers of mobiles of their own; nowhere for English,
# which everybody writes.
SPOKEN_IN = {
    "en": (),
    "de": ("DE", "AT", "CH"),
    "fr": ("FR",),
    "es": ("ES",),
    "it": ("IT",),
    "he": ("IL",),
    "ar": ("EG", "SA", "JO", "AE"),
}
# Whose mobiles are told by their shape, wherever the language is written.
MOBILES_OF = {"en": ("GB", "IE")}
# In small letters it is a word.
US = {"us": "US"}
PREPOSITIONS = r"(?:in|from|of|aus|de la|de l['’]|de|du|des|d['’]|au|aux|en|del|della|dell['’]|dalla|dall['’]|dal|dagli|di|من|في)"
# What a number is called, behind the country it is of ("my UK number is").
NUMBER_WORDS = (
    r"(?:numbers?|mobile|phone|cell|landline|nummer|handynummer|mobilnummer|handy|telefon\w*|numéro|portable|"
    r"téléphone|número|móvil|celular|teléfono|numero|cellulare|telefono|fisso)"
)
_PREFIX = r"[ובלמהش]{0,2}-?"
# Behind a number, up to the next word that is no country.
_GAP = r"[\s,;:.()\[\]/–—-]{0,4}"
MOST_BEFORE = 60


def country_beside(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The country (ISO 3166) that is told right behind a number, or right before it, and where what belongs
    to the number ends."""
    behind = _behind().match(text, end)
    if behind and not re.match(r"\s+[A-Z]", text[behind.end() :]):
        return _code(behind["name"]), behind.end()
    before = _before().search(text, max(0, start - MOST_BEFORE), start)
    return (_code(before["name"]), end) if before else (None, end)


def countries_of(country: str, *locales: str) -> tuple[str, ...]:
    """The countries whose numbers a customer may write without a code: those of their locales (``de_AT``),
    that of the browser first, those whose
    mobiles alone come into question, and the business's own. A language that comes without a country, and is not
    spoken where the business is, stands for those of its speakers."""
    parsed = [Locale.parse(locale) for locale in locales]
    native = {one.language for one in parsed if one.territory} | {*get_official_languages(country)}
    found = (
        (one.territory,) if one.territory else () if one.language in native else SPOKEN_IN[one.language]
        for one in parsed
    )
    known = [one for each in found for one in each if one in phonenumbers.SUPPORTED_REGIONS]
    by_shape = [
        f"{region}{MOBILES_ALONE}"
        for one in parsed
        for region in MOBILES_OF.get(one.language, ())
        if region not in (*known, country)
    ]
    return tuple(dict.fromkeys((*(one for one in known if one != country), *by_shape, country)))


@cache
def country_names() -> dict[str, str]:
    """Countries by what they are called in any of our languages, in lower case."""
    names = {
        name.casefold(): code
        for language in LANGUAGES
        for code, name in Locale(language).territories.items()
        if code in phonenumbers.SUPPORTED_REGIONS
    }
    return names | {name: code for code, told in ALSO_CALLED.items() for name in told.split("|")} | US


def _code(name: str) -> str:
    return country_names()[" ".join(name.casefold().replace("’", "'").split())]


def _names_pattern() -> str:
    return rf"{alternatives(set(country_names()) - set(US))}|(?-i:US)"


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_GAP}(?:{PREPOSITIONS}\s*)?{_PREFIX}(?P<name>{_names_pattern()})(?!\w)\)?", re.I)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\n,;:.(–-]\s*|(?<!\w){PREPOSITIONS}\s*|(?<!\w)[ובלמהש]{{1,2}}-?|(?<!\w)(?:my|the|an?)\s+)"
        rf"(?P<name>{_names_pattern()})(?!\w)"
        rf"(?:\s+{NUMBER_WORDS}(?:\s+\w{{1,4}})?)?[\s,;:().–-]{{0,4}}\Z",
        re.I,
    )
