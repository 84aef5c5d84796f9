"""Names of months and days in every language of the receptionist: they tell a date, and nobody's name."""

from babel import Locale

from agent.languages import LANGUAGES
from agent.languages.patterns.alternatives import alternatives

# As people in the Levant and in the Maghreb say them; CLDR's Arabic has one set.
_OTHER_ARABIC = {
    1: ("كانون الثاني", "جانفي"),
    2: ("شباط", "فيفري"),
    3: ("آذار", "اذار"),
    4: ("نيسان", "ابريل", "أبريل", "أفريل"),
    5: ("أيار", "ايار", "ماي"),
    6: ("حزيران", "جوان"),
    7: ("تموز", "جويلية", "يوليوز"),
    8: ("آب", "أوت", "اغسطس", "غشت"),
    9: ("أيلول", "ايلول", "شتنبر"),
    10: ("تشرين الأول", "اكتوبر"),
    11: ("تشرين الثاني", "نونبر"),
    12: ("كانون الأول", "دجنبر"),
}


def _months() -> dict[str, int]:
    named = {}
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    named[name.casefold().rstrip(".")] = number
    named |= {name: number for number, names in _OTHER_ARABIC.items() for name in names}
    named |= {"jänner": 1, "feber": 2, "sept": 9, "setiembre": 9}
    return {name: number for name, number in named.items() if len(name) > 1 and not name.isdecimal()}


def _days() -> set[str]:
    return {
        name.casefold().rstrip(".")
        for language in LANGUAGES
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in Locale.parse(language).days[context][width].values()
    }


MONTHS = _months()
DAYS = frozenset(word for name in _days() for word in name.split() if len(word) > 1)
# Names of months as alternatives of a regular expression.
MONTH = alternatives(MONTHS)
# Every single word of them, without the article or preposition Hebrew and Arabic write onto it.
CALENDAR_WORDS = DAYS | frozenset(word for name in MONTHS for word in name.split())
