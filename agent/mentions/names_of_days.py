"""Words that look like days and hours and are names of people, streets and places, or count something else:
"Mr Friday", "my daughter April", "rue du 4 septembre", "number 3 on the sides". Pure."""

import re
from functools import cache

from agent.languages.vocabulary.calendar_names import calendar_words, weekday_words
from agent.mentions.beyond_one.relatives import ONE

TITLES = {
    "en": r"mr|mrs|ms|miss|dr|sir|madam",
    "de": r"herrn?|frau|dr",
    "fr": r"mme|madame|monsieur|mlle|mr",
    "es": r"sra?|señora?|don|doña",
    "it": r"sig|sig\.?ra|signora?|signore",
    "he": r"מר|גברת|ד\"ר",
    "ar": r"[أا]بو|[أا]م|ال[أا]خت?|السيدة?|ال[أا]ستاذة?|الدكتورة?",
}
# Whoever does hair is spoken of by name as well.
TRADE = r"hairdresser|stylist|friseurin|friseur|coiffeuse|coiffeur|peluquer[oa]|parrucchier[ea]"
MINE = r"my|mein\w*|ma|mon|mi|mio|mia|la mia|il mio|our|unser\w*|notre"
CALLED = {
    "en": r"called|named|name is|name's",
    "de": r"heiß\w*|heisst|namens|genannt",
    "fr": r"s'appel\w+|nommée?|m'appelle",
    "es": r"se llama\w*|me llamo|llamad[ao]|apellido",
    "it": r"si chiama\w*|mi chiamo|di nome",
    "he": r"קוראים ל\S+|שמי|שמה|שמו",
    "ar": r"اسمه|اسمها|اسمي",
}
STREETS = (
    r"straße des|strasse des|platz des|rue d[ue]|avenue d[ue]|boulevard d[ue]|place d[ue]|quai d[ue]|via|viale|"
    r"piazza|corso|calle|avenida|plaza|רחוב|شارع"
)
LEVANTINE_MONTHS = frozenset(
    ["شباط", "آذار", "اذار", "نيسان", "أيار", "ايار", "حزيران", "تموز", "آب", "أيلول", "ايلول"]
)
# What numbers count that are no hours and days: lengths of a machine, storeys, house numbers, two for one.
COUNTED = {
    "en": r"(?:number|no\.?|grade|#) ?\d+(?: on\b[^,.;]*)?|\d+(?:st|nd|rd|th) floor|\d ?(?:for|4) ?1\b|bell says [^,.;]*|flat \d+|(?:mon|tue|wed|thu|fri|sat|sun)-[a-z]+|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:&|and) (?:sons?|co|daughters?|partners?)\b",
    "de": r"hausnummer \d+|nr\.? \d+|\d+\.? stock",
    "fr": r"niveau \d+|les mars\b|au \d+(?=\W*(?:$|\?|rue))|numéro \d+",
    "es": r"al \d (?:por|en|a) los\b[^,.;]*|los \d+(?! de\b)|(?:portal|número|piso) \d+(?:[^.;]*?\ben el \d+)?",
    "it": r"(?:civico|numero|piano) \d+(?: o \d+)?",
    "he": r"(?:מכונה|מספר|קו) \d+|[בלמהו]?ראשון לציון|ראשל\"צ",
    "ar": r"رقم \d+[^،.؟]*",
}
# "The colour of an August sun" is no wish for August.
LIKE_A_SEASON = {
    "en": r"(?:sun|light|sky|colou?rs?) of",
    "de": r"(?:sonne|licht|himmel) im",
    "fr": r"(?:soleil|lumière|ciel) d['eu]",
    "es": r"(?:sol|luz|cielo) de",
    "it": r"(?:sole|luce|cielo) d[i']|biond[oa]|ross[oa]|castan[oa]",
    "he": r"(?:שמש|אור) (?:של|ב)",
    "ar": r"(?:شمس|نور|ضوء|قمر)",
}


def without_named_days(text: str, language: str) -> str:
    """The text with blanks in place of such names, so that everything else stays where it is."""
    for name in dict.fromkeys((language, "en")):
        for pattern in _patterns(name):
            text = pattern.sub(lambda found: " " * len(found.group()), text)
    return text


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    day = rf"(?:{'|'.join(sorted(map(re.escape, calendar_words(language) | LEVANTINE_MONTHS), key=len, reverse=True))})(?!\w)"
    months = calendar_words(language) - weekday_words(language) | LEVANTINE_MONTHS
    month = rf"(?:{'|'.join(sorted(map(re.escape, months), key=len, reverse=True))})(?!\w)"
    before = (
        COUNTED[language],
        rf"(?:{TITLES[language]})\.? {day}",
        rf"(?:{MINE}) (?:{TRADE}|{ONE.get(language, '(?!)')}),? {month}",
        rf"(?:{CALLED[language]}) {day}",
        rf"(?:{LIKE_A_SEASON[language]}) ?{day}",
        rf"(?:{STREETS}) (?:\d{{1,2}}\.? |[^\W\d]+ )?{day}",
        rf"{day} (?:heiß ich|me llamo|mi chiamo|je m'appelle)",
    )
    return tuple(re.compile(rf"(?<!\w)(?:{pattern})", re.I) for pattern in before)
