"""Addresses by their parts, whether or not one of them is a word for a street: a name with a number, a flat,
a floor, a house or an estate with its name, a postcode, a landmark. Two of them side by side are an address,
and one that answers a question for it.
"""

import re
from collections.abc import Iterator

from faker.providers.address import he_IL

from agent.languages.patterns.alternatives import alternatives
from agent.privacy.names.words import STOPS
from agent.privacy.spans import ADDRESS, Span

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w'’\-]{1,24}"
_LITTLE = r"(?:(?:den|de|du|des|del|della|delle|dei|la|le|les|los|las|el|al|da|di|do|am|an der|van|von|der|dem|of|the|y|i) |[dl]['’])"
_NAME = rf"(?:{_LITTLE}){{0,2}}{_CAPITAL}(?: (?:{_LITTLE}){{0,2}}{_CAPITAL}){{0,3}}"
_HEBREW_WORD = r"[א-ת][א-ת'\"׳״\-]+"
_NUMBER = r"(?:n[.º°]? ?|nr\.? ?|no\.? ?|núm\.? ?)?\d{1,4}(?: ?[a-dA-D](?!\w))?(?:[/\-–]\d{1,4}[a-zA-Z]?)?"
_NOT_A_HOUSE = r"(?![\d:.]\d|\w| ?(?:€|%|uhr|h|am|pm|euros?|min\w*|personen|people|persone|personas|personnes|ans|jahre|years|años|anni|ore|horas|heures|minuti|sessions?|times)(?!\w))"
# Words for a flat, a floor, a door, a block: a number, a letter or an ordinal goes with each.
_UNITS = (
    r"flat|apt\.?|apartment|unit|suite|floor|block|bloc|depa|dept[oa]?\.?|dpto\.?|departamento|interior|immeuble|lote|mz\.?|plot|house|room|wohnung|whg\.?|haus|stock|etage|stiege|tür|top|aufgang|eingang|hof|block|parzelle|"
    r"appt?\.?|appartement|étage|esc(?:alier|alera)?\.?|bât(?:iment)?\.?|porte|interphone|digicode|lot|villa|piso|puerta|portal|bloque|planta|chalet|parcela|nave|manzana|casa|torre|local|"
    r"km\.?|int(?:erno)?\.?|scala|piano|palazzina|lotto|edificio|"
    r"[בל]?(?:דירה|קומה|כניסה|בניין|בית|מגרש|דלת|יחידה)|[وفب]{0,2}(?:ال)?(?:شقة|شقه|طابق|الطابق|دور|الدور|بناية|عمارة|عماره|مبنى|منزل|بيت|فيلا|قطعة|بلوك|مدخل|رقم|الرقم|باب|إقامة|اقامة|مجمع|برج|لوت|قسيمة)"
)
_ORDINAL = r"(?:(?i:top|ground|upper|lower|last|dernier|ultimo|último|oberste[rs]?)|\d{1,3} ?(?:st|nd|rd|th|er|e|ème|º|ª|°|n|a|o|\.)?|[a-zA-Zא-תء-ي]['׳]?(?!\w)|erste\w*|zweite\w*|dritte\w*|primer\w*|segund\w*|tercer\w*|primo|secondo|terzo|ראשונה|שנייה|שניה|שלישית|רביעית|(?:ال)?(?:أول|اول|ثاني|تاني|ثالث|تالت|رابع|خامس|أرضي|ارضي))"
_FLOORS = r"(?:étage|stock|og|floor|piano|piso|planta|etage|obergeschoss)"
_UNIT = (
    rf"(?:{_UNITS}) ?(?:n\.?[º°]? ?|nr\.? ?|no\.? ?|رقم )?{_ORDINAL}(?!\w)|{_ORDINAL} ?{_FLOORS}(?!\w)(?: (?:left|right|links|rechts|gauche|droite|izq\w*|dcha|derecha|sinistra|destra))?"
    r"|\d{1,2} ?[ºª°n](?: \d{1,2} ?[ªaº]| [A-Z])?(?!\w)|\d{1,2}ª(?!\w)|s/n(?!\w)"
)
_ARABIC_WORD = rf"(?!(?:{_UNITS}|قرب|خلف|جنب|مقابل|جانب)(?!\w))[ء-ي]{{2,}}"
# Words for where a house stands: its name goes with each.
_ESTATES = (
    r"estate|lieu-?dit|lotissement|résidence|hameau|cité|clos|domaine|quartier|urb(?:anización|\.)?|barrio|bº|colonia|pol(?:ígono|\.)?|finca|caserío|aldea|cortijo|masía|"
    r"loc(?:alità|\.)?|fraz(?:ione|\.)?|borgata|contrada|c\.da|quartiere|rione|cascina|podere|ortsteil|ot|siedlung|kolonie|gehöft|hof"
)
_LATIN_ESTATE = rf"(?<!\w)(?i:{_ESTATES}) {_NAME}(?:,? {_NUMBER}{_NOT_A_HOUSE})?"
_HOUSE_NAME = (
    rf"(?:The |Old |Upper |Lower )?(?:{_CAPITAL} ){{1,2}}(?:Cottage|House|Farm|Farmhouse|Lodge|Barn|Hall|Rectory|Vicarage|Manor|Grange|Bungalow|Villa|Mansions|Towers?|Point|Mill|Forge|Court|Heights|Wharf|Stables|Chapel)(?!\w)"
    rf"|The (?:{_CAPITAL} ){{0,2}}{_CAPITAL}(?=, )|The [A-Z]\w{{3,14}}(?:es|ls|ms|ks|rs)(?=, )|(?i:casa|villa|mas|can|finca) (?:Los |Las |El |La |Il |I |Le |Les )?{_CAPITAL}"
)
_STREET = (
    rf"(?:{_CAPITAL} ){{1,2}}(?:Rd|St|Ave|Ln|Lane|Road|Street|Close|Drive|Crescent)\.?(?!\w)"
    rf"|(?i:rue|avenue|impasse|chemin|allée|montée|calle|c/|avenida|avda\.?|paseo|camino|carretera|travesía|via|viale|vicolo|strada|contrada) (?:{_LITTLE}){{0,2}}{_NAME}"
    rf"|(?:\d{{1,4}} )?[وفبل]{{0,2}}(?:ال)?(?:شارع|ش|طريق|جادة|زقاق|نهج|زنقة) (?:{_ARABIC_WORD}|\d{{1,3}})(?: ال[ء-ي]{{2,}}){{0,2}}"
)
_HEBREW_ESTATE = rf"[בלמ]?(?:שכונת|קיבוץ|מושב|שכון|שיכון|יישוב|כפר|רמת|קריית|קרית|נווה) {_HEBREW_WORD}(?: (?=[א-ת]+,){_HEBREW_WORD})?"
# Faker's list of them: they are told behind the house, with a comma or without.
_HEBREW_TOWN = alternatives(
    {*he_IL.Provider.city_names, "חיפה", "ירושלים", 'ת"א', 'ר"ג', 'פ"ת', 'ב"ש', 'ראשל"צ'}
)
HEBREW_TOWN_BEHIND = re.compile(rf"[ ,]{{1,2}}ב?(?:{_HEBREW_TOWN})(?![\w\"])")
_ARABIC_ESTATE = rf"[وبفل]{{0,2}}(?:ال)?(?:حي|حارة|مخيم|ضاحية|كمبوند|كومباوند|كومبوند|منطقة|قرية|مدينة|تجمع|دوار|إقامة|اقامة) (?:\d{{1,4}} (?:مسكن|سكن|وحدة|شقة|قطعة)|{_ARABIC_WORD}(?: ال[ء-ي]{{2,}})?)"
# A landmark tells where the house is, and never without it.
_LANDMARK = (
    rf"(?:(?:behind|opposite|next to|near|beside|off|neben|hinter|gegenüber(?: (?:von|der|dem))?|derrière|en face (?:de|du)|à côté (?:de|du)|detrás (?:de|del)|frente (?:a|al)|junto (?:a|al)|dietro|di fronte (?:a|al)|accanto (?:a|al)) (?:(?:the|der|dem|la|le|el|il|lo) )?(?:[\w'’]{{2,20}} ){{0,1}}{_CAPITAL})"
    rf"|(?:ליד|מול|מאחורי|ע\"י|על יד) (?:{_HEBREW_WORD} ?){{1,2}}|(?:ال[ء-ي]{{2,}} )?(?:خلف|قرب|جنب|مقابل|بجانب|قدام|ورا|وراء|بقرب|أمام|جانب) (?:مسجد|جامع|دوار|مدرسة|مستشفى|سوق|بنك|صيدلية|محطة|كنيسة|بريد)? ?{_ARABIC_WORD}(?: ال[ء-ي]{{2,}})?"
)
_UK_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)"
_POSTCODE = rf"{_UK_POSTCODE}|(?:[A-Z]{{1,2}}-)?\d{{5}}(?! ?(?:€|%|\d))(?:,? (?:{_NAME}))?|\d{{4}} (?={_CAPITAL}){_NAME}"
_OUTWARD = r"[A-Z]{1,2}\d{1,2}[A-Z]?(?![\w'’])"
_NAME_WITH_NUMBER = (
    rf"\d{{1,4}}(?:/\d{{1,3}})?[a-z]?,? {_NAME}|{_NAME},? {_NUMBER}{_NOT_A_HOUSE}"
    rf"|{_NAME}(?=,? (?i:{_UNIT}))|(?:{_HEBREW_WORD} ){{1,3}}\d{{1,3}}(?:/\d{{1,3}})?{_NOT_A_HOUSE}|{_ARABIC_WORD}(?: {_ARABIC_WORD}){{0,2}} \d{{1,3}}{_NOT_A_HOUSE}"
)
_STRONG = rf"(?P<strong>{_LATIN_ESTATE}|{_HOUSE_NAME}|{_STREET}|{_NAME},? (?:{_UK_POSTCODE})|{_HEBREW_ESTATE}|(?:{_HEBREW_WORD} ){{1,2}}\d{{1,3}},? ב?(?:{_HEBREW_TOWN})(?![\w\"])|{_ARABIC_ESTATE}|{_POSTCODE})"
_PART = re.compile(
    rf"(?:(?P<unit>(?i:{_UNIT}))|{_STRONG}|(?P<landmark>{_LANDMARK})|(?P<numbered>{_NAME_WITH_NUMBER}))"
)
_LAST = re.compile(rf",? (?P<last>{_OUTWARD})|, ?(?P<town>{_CAPITAL}(?:[ -]{_CAPITAL})?)")
_SEPARATOR = re.compile(r"(?:[ \t]*[,،/\-–][ \t]*|[ \t]+(?:in|à|en|a|ב|في)?[ \t]*)(?=\S)")
_STARTS = re.compile(r"(?<![\w./:\-])(?=[A-ZÀ-Þ\d\u0590-\u06ff]|[^\W\d_]{2})")
# The quarter before the block, in Arabic.
_PLACE_BEFORE = re.compile(r"(?<![ء-ي])[بفلو]{0,2}(?:ال|لل)[ء-ي]{3,}[،,]? $")
_LONGEST_PLACE = 24
FEWEST_PARTS = 2
_ENDS_IN_NUMBER = re.compile(r"[^\W\d]{3}.* \d{1,3}[a-z]?$")
# The town that is told last, or with a capital before the next clause.
_TOWN_AT_END = re.compile(
    rf"[,،] ?(?:a |à |en |in )?(?P<town>[^\W\d_][\w'’\-]{{2,24}}(?=[ ]?(?:[.!?\n]|$))|{_CAPITAL}(?:[ -]{_CAPITAL}){{0,2}}(?=[,;)]))"
)
# What the house looks like, or what it stands behind: a clause of its own that begins with a word for it.
_LOOKS = re.compile(
    r"[,،]? ?(?:(?:the|la|le|el|il|lo|l['’]|das|die|der|dem|with|con|avec|mit|beim?|al|au|un|una|une|ein\w?) ?){0,3}(?:(?:last|second|third|first|letzte[sr]?|dernière|première|última|primera|ultima|prima|blue|red|green|white|yellow|grey|black|brown|\w+(?:e[rsn]?)) )?"
    r"(?:house|cottage|bungalow|door|gate|fence|haus|häuschen|tür|tor|gartentor|maison|porte|portail|barrière|casa|casita|portón|puerta|reja|edificio|cancello|portone|cascina|villetta|בית|שער|דלת|بيت|منزل|بوابة|باب|الباب|البوابة)"
    r"(?: (?!(?:ist|is|est|es|è|bitte|please|klingeln|and|und|et|y|e)(?!\w))[^\W\d_][\w'’]*){1,6}(?=[ ]?(?:[,،.;!?\n)]|$))",
    re.I,
)
# "Place du Puits au numéro 6".
_NUMBER_BEHIND = re.compile(
    r",? (?:at |au |al |en el |zur? )?(?:number|no\.|nummer|hausnummer|nr\.|numéro|n[°º]|número|numero|civico|מספר|מס['׳]|رقم) ?\d{1,4}[a-z]?(?!\w)",
    re.I,
)
# Which of the houses of a hamlet it is.
_WHICH_HOUSE = re.compile(
    r"[,،] ?(?:(?:آخر|اخر|أول|اول|ثاني|تاني|ثالث|تالت) (?:بيت|دار|عمارة|باب|منزل|فيلا)|בית ה?(?:ראשון|שני|אחרון)|ה?בית ה?(?:ראשון|שני|אחרון))(?: (?:على |من )?(?:اليمين|اليسار|الشمال|מימין|משמאל)| (?:جنب|قرب|ورا|خلف|مقابل|قبل|بعد|ליד|מול|אחרי) [^\W\d_]{2,}){0,2}"
)


def addresses_by_parts(text: str, *, is_asked: bool) -> Iterator[Span]:
    """``is_asked``: the text answers a question for the address, and one part is enough."""
    at = 0
    for start in _STARTS.finditer(text):
        if start.start() < at:
            continue
        end, parts = _chain(text, start.start())
        if parts >= (1 if is_asked else FEWEST_PARTS):
            before = _PLACE_BEFORE.search(text[max(0, start.start() - _LONGEST_PLACE) : start.start()])
            begins = start.start() - (len(before.group()) if before else 0)
            yield Span(ADDRESS, begins, end)
            at = end


def end_with_more(text: str, end: int) -> int:
    """Where an address ends that was found up to ``end``: with floor, flat, landmark and looks, and the town
    where it is told last."""
    while (separator := _SEPARATOR.match(text, end)) is not None:
        part = _PART.match(text, separator.end())
        if part is None or not (part["unit"] or part["landmark"]):
            break
        end = part.end()
    if looks := _LOOKS.match(text, end):
        end = looks.end()
    if number := _NUMBER_BEHIND.match(text, end):
        end = number.end()
    if house := _WHICH_HOUSE.match(text, end):
        end = house.end()
    town = _TOWN_AT_END.match(text, end)
    return town.end() if town and town["town"].split()[0].casefold() not in STOPS else end


def _chain(text: str, at: int) -> tuple[int, int]:
    """Where the parts that begin here end, and how many they are; 0 for numbers without a name, and for a
    name without another or a number."""
    start = end = at
    count = named = plain = 0
    while (part := _PART.match(text, at)) is not None:
        count += 1
        count += bool(part["strong"] and _ENDS_IN_NUMBER.search(part["strong"]))
        named += not part["unit"]
        plain += not part["numbered"]
        end = part.end()
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            break
        at = separator.end()
    if count and (last := _LAST.match(text, end)):
        count += bool(last["last"])
        end = last.end()
    is_told = any(one.isdecimal() for one in text[start:end]) or named >= FEWEST_PARTS
    # Names with numbers alone may be times, prices and sizes.
    return end, count if named and is_told and plain else 0
