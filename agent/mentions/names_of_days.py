"""Words that look like days and hours and are names of people, streets and places, or count something else:
"Mr Friday", "my daughter April", "rue du 4 septembre", "number 3 on the sides". Pure."""

import re
from functools import cache

from agent.languages.patterns.remembered import remember
from agent.languages.patterns.screen import Screen
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
    "de": r"heiß\w*|heisst|namens|genannt|nennt sich|name ist",
    "fr": r"s'appel\w+|nommée?|m'appelle",
    "es": r"se llama\w*|me llamo|llamad[ao]|apellido",
    "it": r"si chiama\w*|mi chiamo|di nome",
    "he": r"קוראים ל\S+(?: שלי| שלנו)?|שמי|שמה|שמו|בשם",
    "ar": r"اسمه|اسمها|اسمي|اسمو|اسما|سميناه|سميناها|بنادوه|منسميه",
}
STREETS = (
    r"straße des|strasse des|platz des|rue d[ue]|avenue d[ue]|boulevard d[ue]|place d[ue]|quai d[ue]|via|viale|"
    r"piazza|corso|colonia|barrio|urbanización|calle|avenida|plaza|paseo|largo|rue|avenue|straße|strasse|platz|allee|[בהמל]?רחוב|[בהמל]?שדרות|"
    r"[بفع]?شارع|[بفع]?ساحة"
)
# Behind the name of a street.
STREET_ENDS = r"street|st|road|rd|avenue|ave|lane|close|drive|way|square|crescent|terrace|court"
# Where somebody lives: an address is no time, up to the end of the clause.
LIVES = {
    "en": r"(?:live|lived|living|staying|my address is|address is|address:?|i'm based|moved) (?:in|on|at|to|near)?",
    "de": r"(?:wohn\w*|gewohnt|adresse:?|anschrift:?|zuhause bin ich)(?: \w+){0,2}",
    "fr": r"(?:habit\w+|j'habite|vis|vivais|loge|adresse c'est|adresse:?)",
    "es": r"(?:viv(?:o|ía|imos|íamos|e)|mi dirección es|dirección:?|estoy) (?:en|por|sobre)",
    "it": r"(?:abito|abitavo|abitiamo|vivo|vivevo|sto di casa|indirizzo:?)(?: (?:in|a|al))?",
    "he": r"(?:גרה?|גרנו|גרתי|גרים|מתגורר\w*|הכתובת(?: שלי)?)",
    "ar": r"(?:ساكن\w*|عايش\w*|بسكن|اسكن|أسكن|عنواني|بيتي)",
}
# A clause ends at a sign, but "17." is a number.
UNTIL = (
    r"(?:(?! (?:so|but|can|could|also|aber|und kann|kann|geht|mais|est-ce|pero|puedo|ma|posso|אבל|אפשר|بس|ممكن) )"
    r"(?:[^,.;!?\n،؟]|(?<=\d)\.))"
)
SIZES = (
    # Lengths, and machines by where they cut.
    r"\d+(?:[.,]\d+)? ?(?:mm|cm|millim\w*|zentim\w*|centim\w*|centím\w*|milím\w*|pulgadas|inch\w*|"
    r"ס\"?מ|מ\"?מ|מילימטר|סנטימטר|سم|ملم|سانتي\w*)(?!\w)",
    r"(?:number |nr\.? |nummer |grade |a |un |al |נמרה |نمرة )?\d(?:[.,]\d)? (?:on|at|an|auf|en|a|sur|aux?|ai|sui) "
    r"(?:the |den |der |los |las |les |le |lati )?(?:top|sides?|back|neck|seiten?|oben|lados|costados|côtés?|dessus|lati)",
    r"(?:oben|unten|hinten|seiten?|seitn|arriba|abajo|atrás|lados|costados|nuca|dessus|côtés?|derrière|sopra|sotto|"
    r"dietro|lati|top|sides|back|למעלה|מלמעלה|בצדדים|מאחורה|[وب]?فوق|[ع]? ?الجنب|الجناب|تحت|ورا) "
    r"(?:a |al |un |auf |à |en |du |מספר |נمرة |نمرة |رقم )?\d{1,2}(?![\w:.])",
    r"(?:نمرة|נמרה) ?\d+",
    # Clothes and shoes.
    r"(?:size|größe|grösse|taille|talla|taglia|numero di scarpe|מידה|مقاس|(?:mets|fais|chausse) du) \d{1,2}(?!\w)",
    # Shades of a dye.
    r"(?:dye|shade|toner|farbe|nuance|farbton|haarfarbe|teinte|coloration|tinte|tintura|tinta|צבע|גוון|صبغة|لون)"
    r"(?: (?:number|nr\.?|nummer|numéro|n°|número|numero|num|מספר|رقم|la|il|el))? \d{1,2}[.,/]\d{1,2}(?![\w.])",
    # Prices.
    r"(?:3[2-9]|[4-9]\d|\d{3,}) ?e(?!\w)",
    r"\d+(?:[.,]\d+)? ?(?:€|euros?|eur|quid|pounds|£|balles|יורו|שקל\w*|ش?يورو|ليرة)(?!\w)",
    # Decades.
    r"(?:the |die |den |der )?'?(?:19|20)?\d0(?:er\w*|'?s)(?!\w)|(?:anni|années|años|los|les|שנות ה-?) ?'?[6-9]0(?![\w:.])",
)
# "Dimanche, c'est mon nom": a name by what is said of it.
IS_A_NAME = (
    r"(?:heiß ich|me llamo|mi chiamo|je m'appelle|(?:is|was) my (?:\w+ )?name|ist mein (?:\w+ )?(?:nach|vor|familien)?name|"
    r"c'est mon (?:\w+ )?(?:pré)?nom|es mi (?:\w+ )?(?:apellido|nombre)|è il mio (?:cog)?nome|זה (?:ה)?שם|"
    r"(?:هو|هاد|هذا) (?:اسمي|اسم))"
)
# A year long gone, and what Fridays the 13th are like.
BYGONE = r"\d{1,2}\.? (?:de |di )?[^\W\d]+ (?:de |del )?(?:1[89]\d\d|20[01]\d)"
SONGS = re.compile(
    r"(?<!\w)(?:songs?|lyrics|lied|lieder|liedtext|chansons?|paroles|canción|canciones|película|peli|canzon[ei]|film|movie|"
    r"band|album|ohrwurm|השיר|סרט|للاغنية|[وب]?(?:ال)?[أا]غنية|فيلم)(?!\w)",
    re.I,
)
QUOTED = re.compile(r"(?<!\w)['\"«“„]([^'\"»”“]*\w[^\w'\"»”“]+\w.{4,}?)['\"»”“](?!\w)")
CLAUSE = re.compile(r"[^,.;!?\n،؟]+")
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


@remember
def without_named_days(text: str, language: str) -> str:
    """The text with blanks in place of such names, so that everything else stays where it is."""
    text = QUOTED.sub(_blank, text)
    text = CLAUSE.sub(lambda found: _blank(found) if SONGS.search(found.group()) else found.group(), text)
    for name in dict.fromkeys((language, "en")):
        text = _without_names(text, name)
    return text


def _without_names(text: str, language: str) -> str:
    """Each pattern reads what those before it have left: once one has found something, all others are tried."""
    for pattern, place in _screen(language).possible(text):
        left = pattern.sub(_blank, text)
        if left != text:
            for later in _patterns(language)[place + 1 :]:
                left = later.sub(_blank, left)
            return left
    return text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


@cache
def _screen(language: str) -> Screen[int]:
    return Screen([(pattern, place) for place, pattern in enumerate(_patterns(language))])


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    day = rf"(?:{'|'.join(sorted(map(re.escape, calendar_words(language) | LEVANTINE_MONTHS), key=len, reverse=True))})(?!\w)"
    months = calendar_words(language) - weekday_words(language) | LEVANTINE_MONTHS
    month = rf"(?:{'|'.join(sorted(map(re.escape, months), key=len, reverse=True))})(?!\w)"
    before = (
        COUNTED[language],
        rf"(?:{TITLES[language]})\.? {day}",
        rf"(?:{MINE}) (?:{TRADE}|{ONE.get(language, '(?!)')}),? {month}",
        rf"(?:{CALLED[language]}) (?:[^\W\d]+,? (?:oder|oda|or|ou|o|או|أو|او) )?{day}",
        rf"(?:{LIVES[language]}) {UNTIL}*",
        rf"(?:{TRADE}|friseur|frisör|salon|barbers?|coiffeur) {day}",
        rf"(?:\d{{1,3}}[a-d]? )?{day} (?:ابن|بنت|[أا]خو|زوج|عمي|خالي|{STREET_ENDS})(?!\w)",
        BYGONE,
        *SIZES,
        rf"(?:{LIKE_A_SEASON[language]}) ?{day}",
        rf"\d+,? (?:{STREETS})[^,.;!?\n]*",
        rf"(?:{STREETS}) (?:\d{{1,2}}\.? |[^\W\d]+ ){{0,2}}ב?{day}(?: \d+)?",
        rf"(?:parec\w+|look\w*|like|wie|comme|come|como|vibes) (?:an? |de |un |une |di |ein |einem )*"
        rf"{day} (?:the |der |le |el |il )?13(?:th)?",
        rf"(?P<name>{day}),? {IS_A_NAME}(?:.*(?P=name))?",
    )
    return tuple(re.compile(rf"(?<!\w)(?:{pattern})", re.I) for pattern in before)
