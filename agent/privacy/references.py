"""Numbers that lead to somebody's account or booking: bank accounts (IBAN), and codes of any house, written
or dictated."""

import re
from collections.abc import Collection, Iterator

from agent.privacy.contacts.codes import dictated_codes_in
from agent.privacy.contacts.scripted_codes import scripted_codes_in
from agent.privacy.personal import IBAN
from agent.privacy.spans import ACCOUNT, REFERENCE, Span

# An account is told as digits behind a word for it, wherever there are no IBANs.
_ACCOUNT_NUMBER = re.compile(
    r"(?<!\w)(?:account(?: (?:number|no\.?|nr\.?))?|sort code|routing number|konto(?:nummer|nr\.?)?|blz|bankleitzahl|compte|rib|cuenta|conto|"
    r"(?:מספר )?חשבון|סניף|(?:رقم )?(?:ال)?حساب)(?: (?:is|ist|est|es|è|no\.?|number|nr\.?|n°|numero|número|numéro|הוא|هو))?[ :#]{0,3}(?P<number>\d[\d \-/]{3,20}\d)",
    re.I,
)
# Letters and digits in one word, as codes have them.
_MIXED = re.compile(
    r"(?<![A-Za-zÀ-ÿ\d_.@+/#])(?<![A-Za-zÀ-ÿ\d_]-)(?:(?=(?:\d*[A-Z]){2})(?=(?:[A-Z]*\d){2})[A-Z\d]{6,16}|\d{2,8}[A-Z]\d{1,8}|(?=[a-z]*\d+[a-z]+\d+[a-z\d]|\d*[a-z]+\d+[a-z]+)(?=(?:\d*[a-z]){2})(?=(?:[a-z]*\d){2})[a-z\d]{6,12}|(?=[A-Z\d]*[A-Z]\d+[A-Z]+\d|[A-Z\d]*\d[A-Z]+\d+[A-Z])[A-Z\d]{5})(?![\w\-@%€$£]|\.\w)"
)
_IN_PIECES = re.compile(
    r"(?<![\w\-.])(?=(?:[A-Z\d][ \-–.]){0,6}[A-Z])(?=(?:[A-Z\d][ \-–.]){0,6}\d)[A-Z\d](?:[ \-–.][A-Z\d]){4,8}(?![\w\-])"
)
# By threes or fours, each of letters and digits; a dash holds them together even where one is of letters alone.
_MIXED_GROUP = r"(?=\d*[A-Z])(?=[A-Z]*\d)[A-Z\d]{3,4}"
_IN_GROUPS = re.compile(
    rf"(?<![\w\-./])(?:{_MIXED_GROUP}(?:[\-–][A-Z\d]{{3,4}}){{1,3}}|(?:[A-Z\d]{{3,4}}[\-–]){{1,3}}{_MIXED_GROUP}"
    rf"|(?-i:{_MIXED_GROUP} {_MIXED_GROUP}))(?![\w\-/]|\.\w)",
    re.I,
)
# The same with groups of other lengths, of which one has a letter behind a digit or before one: "PX9G-2C". Written
# onto a preposition of Hebrew or Arabic, too, and in letters of theirs.
_SCRIPTED_CODE = (
    r"(?=[א-תء-ي]{1,3}\d{1,3}[א-תء-ي]{1,3}[\-–][א-תء-ي]?\d{1,3}[א-תء-ي]?)[א-תء-ي\d]{3,6}[\-–][א-תء-ي\d]{2,4}"
)
_IN_UNEQUAL_GROUPS = re.compile(
    r"(?<![A-Za-zÀ-ÿ\d_./@+#])(?<![A-Za-zÀ-ÿ\d][\-–])(?:"
    r"(?=[A-Z]{1,3}\d{1,3}[A-Z]{1,3}[\-–]|\d{1,3}[A-Z]{1,3}\d{1,3}[\-–])[A-Z\d]{3,6}(?:[\-–][A-Z\d]{2,5}){1,3}"
    r"|[A-Z\d]{2,5}[\-–](?=[A-Z]{1,3}\d{1,3}[A-Z]{1,3}|\d{1,3}[A-Z]{1,3}\d{1,3})[A-Z\d]{3,6}"
    r"|(?=[a-z]{1,3}\d{1,3}[a-z]{1,3}[\-–](?:\d{1,3}[a-z]|[a-z]{1,3}\d))[a-z\d]{3,6}[\-–][a-z\d]{2,5})"
    rf"(?![A-Za-zÀ-ÿ\d_@]|[\-–][A-Za-z\d])|(?<!\w){_SCRIPTED_CODE}(?!\w)"
)
# Of persons: the British insurance number, and the Spanish number of identity with its letter.
_OF_PERSONS = re.compile(
    r"(?<![\w-])(?:(?-i:[A-Z]{2}) ?\d\d ?\d\d ?\d\d ?[A-D]|(?:\d{8}|[XYZ]\d{7})[ -]?[A-HJ-NP-TV-Z])(?![\w-])",
    re.I,
)
# What is typed at a door: "#58213#".
_TYPED = re.compile(r"(?<![\w#])[#*]\d{4,8}[#*]?(?!\w)")
# Times, sizes, prices and amounts: numbers each with what they count.
_MEASURES = re.compile(
    r"(?:(?:eur|usd|gbp|chf|ils|nis|sar|aed)\d+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\d+"
    r"|\d{3}r\d{2}|\d+(?:h|m|s|am|pm|x|k|uhr|std|min|mins|minutes?|minuten|sec|kg|mg|ml|cl|cm|mm|km|kmh|kw|kwh|ps|hp|qm|sqm|gb|tb|mb|mah|eur|euros?|usd|gbp|chf|ils|nis|sar|aed|st|nd|rd|th|er|eme|stk|pers|pax|jan|feb|mar|apr|may|mai|jun|jul|aug|sep|okt|oct|nov|dez|dec|bis|a|to|und)?)+",
    re.I,
)
# A word and its number: a model ("iphone15"), a campaign ("winter25"), an illness ("covid19").
_WORD_WITH_NUMBER = re.compile(r"(?=[a-z]*[aeiou])[a-z]{4,}\d+|\d{1,2}[a-z]{4,}", re.I)
# A product by its maker's letters and its number: "RTX4090", "GTX1080Ti", "WH1000XM4". A code has no such order,
# or a word for a code stands near it.
_MODEL = re.compile(r"[A-Z]{2,4}\d{3,4}(?:[A-Z]{1,2}\d?)?", re.I)
_CODE_NEAR = re.compile(
    r"code|voucher|gutschein|coupon|buchung|booking|reserv|r[ée]serv|bestell|order|\bref|ticket|kunden|client|customer|mitglied|member|"
    r"confirm|bestätigung|prenotaz|pratica|pedido|localizador|código|codice|\bpin\b|passwor|\bid\b|n[ou]mm?ero?\b|nr\.|"
    r"קוד|הזמנה|אסמכתא|מספר|رمز|كود|حجز|رقم",
    re.I,
)
_NEAR_CODE = 40
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"[ \-–]")
# Behind a word for a code, whatever has letters and digits, or is a row of digits.
_NAMED = re.compile(
    r"(?<!\w)(?:(?:booking|reservation|confirmation|order|reference|case|file|customer|member(?:ship)?|voucher|policy|insurance|patient|buchungs|reservierungs|kunden|auftrags|bestell|vorgangs|"
    r"mitglieds|versicherten|versicherungs|gutschein)?[ \-]?(?:code|number|no\.?|nr\.?|nummer|ref(?:erence)?\.?|id)|reservation|reservierung|buchung|réservation|dossier|référence|réf\.?|reserva|localizador|referencia|"
    r"código|codice|prenotazione|pratica|tessera|expediente|póliza|polizza|קוד|הזמנה|אסמכתא|מספר לקוח|(?:ال)?(?:كود|رمز|حجز|مرجع)|رقم (?:ال)?(?:حجز|ملف|زبون|عميل))"
    r"(?: (?:is|was|ist|war|lautet|est|es|era|è|numéro|número|numero|number|nr\.?|no\.?|n°|הוא|זה|هو))?[ :#„\"“'(]{1,3}(?P<code>(?=[A-Z\d\-]*\d)(?=[A-Z\d\-]*[A-Z])[A-Z\d]{1,8}(?:-[A-Z\d]{1,8})?(?<!\w[a-z]{9}))(?![\w@])",
    re.I,
)
_SHORTEST_CODE = 6
FEWEST_DIGITS = 4
# What a state or an insurance numbers people by.
_IDENTITY = re.compile(
    r"(?<!\w)(?:passport|driv(?:ing|er['’]?s) licen[cs]e|medicare|medicaid|nhs|ssn|social security|insurance|policy|national insurance|tax|vat|reisepass|ausweis|personalausweis|führerschein|steuer-?(?:id|nummer)?|sozialversicherung\w*|kranken(?:kasse\w*|versicher\w*)|versichert\w*|"
    r"passeport|carte d['’]identité|permis|sécu(?:rité sociale)?|mutuelle|siret|numéro d['’]allocataire|pasaporte|curp|rfc|nie|dni|nif|cif|cuit|cuil|rut|cédula|seguridad social|nuss|passaporto|carta d['’]identità|patente|codice fiscale|partita iva|tessera sanitaria|"
    r"דרכון|רישיון|תעודת זהות|ת[\"״]ז|ח[\"״]פ|(?:رقم )?(?:ال)?(?:جواز|هوية|رقم الوطني|اقامة|إقامة|رخصة|تأمين|تامين))"
    r"(?:[ \-]?(?:id|number|no\.?|nr\.?|nummer|n°|numéro|numero|número|is|ist|est|es|è|card|:|سفر|رقم|מספר)[ :]{0,2}){0,3}[ :#]{1,3}(?P<code>(?=[A-Z\d \-/.]{0,12}\d[A-Z\d \-/.]{0,6}\d)[A-Z\d](?:[ \-/.]?[A-Z\d]){4,24})(?![\w@])",
    re.I,
)
# What opens a door or an account, and a customer's own number, is told behind its name, with little between.
_OPENERS = (
    r"(?:pin|passcode|password|key ?safe|keypad|alarm|alarme|alarma|allarme|(?:access|door|gate|key|entry|portal|alarm|security|lock(?:box)?)[ -]?(?:code|pin)|(?:customer|client|member(?:ship)?|patient|policy|insurance|account|loyalty)[ -]?(?:number|no\.?|nr\.?|id)|"
    r"(?!post|bar|dress)[a-zäöüß]{3,18}-?(?:code|pin)|passwort|kennwort|(?:kunden|mitglieds|patienten|versicherten|versicherungs)[ -]?(?:nummer|nr\.?|id)|"
    r"digicode|codes? (?:du |de la |de l['’]|d['’])?(?:portail|porte|immeuble|entrée|accès|interphone|alarme|grille)|mot de passe|(?:numéro|n°) (?:de )?(?:client|adhérent|carte|mutuelle)|"
    r"(?:código|clave|pin)(?: (?:del?|de la))?(?: (?:portal|puerta|acceso|entrada|alarma|portón))?|contraseña|número de (?:client[ea]|soci[oa]|afiliad[oa]|póliza|tarjeta)|"
    r"codice(?: (?:del|della|di))?(?: (?:portone|cancello|porta|accesso|ingresso|cliente|allarme))|numero (?:di )?(?:cliente|tessera|socio|polizza)|"
    r"ה?קוד(?: (?:של )?[להב]{0,2}(?:כניסה|דלת|שער|בניין|אינטרקום|אזעקה))|ה?קודן|ה?סיסמ[הא]|מספר (?:לקוח|חבר|פוליסה)|"
    r"(?:ال)?(?:رمز|كود|كلمة) (?:ال)?(?:باب|بوابة|دخول|عمارة|مدخل|سر|مرور)|الرقم السري|رقم (?:ال)?(?:زبون|عميل|عضوية|بوليصة|مشترك))"
)
_OPENS = re.compile(
    rf"(?<!\w){_OPENERS}(?:['’]?\w{{0,2}} [^\W\d_][\w'’]{{0,14}}){{0,5}}?(?:[’']s)?[ :#=„\"“'(]{{1,3}}(?P<code>[#*]?(?=[A-Z\d]*\d)[A-Z\d]{{4,12}}[#*]?)(?![\w@]|[:.]\d| ?(?:€|euro|uhr))",
    re.I,
)


def references(text: str, own: Collection[str] = ()) -> Iterator[Span]:
    """``own`` are words of the business, in lower case."""
    if _DIGIT.search(text):
        for found in IBAN.finditer(text):
            yield Span(ACCOUNT, found.start(), found.end())
        for found in _ACCOUNT_NUMBER.finditer(text):
            yield Span(ACCOUNT, found.start("number"), found.end("number"))
        yield from _written_codes(text, own)
    at = 0
    for written, _ in dictated_codes_in(text):
        start = text.index(written, at)
        at = start + len(written)
        yield Span(REFERENCE, start, at)
    for start, end in scripted_codes_in(text):
        yield Span(REFERENCE, start, end)


def _is_product(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - _NEAR_CODE) : found.end() + _NEAR_CODE // 2]
    return bool(_MODEL.fullmatch(found.group())) and not _CODE_NEAR.search(near)


def _written_codes(text: str, own: Collection[str]) -> Iterator[Span]:
    for found in _MIXED.finditer(text):
        said = found.group()
        is_other = _MEASURES.fullmatch(said) or _WORD_WITH_NUMBER.fullmatch(said) or _is_product(text, found)
        if not is_other and said.casefold() not in own:
            yield Span(REFERENCE, found.start(), found.end())
    for found in _OF_PERSONS.finditer(text):
        yield Span(REFERENCE, found.start(), found.end())
    for pattern in (_IN_PIECES, _IN_GROUPS, _IN_UNEQUAL_GROUPS, _TYPED):
        for found in pattern.finditer(text):
            if all(_MEASURES.fullmatch(part) for part in _PARTS.split(found.group())):
                continue
            yield Span(REFERENCE, found.start(), found.end())
    for found in _NAMED.finditer(text):
        if len(found["code"]) >= _SHORTEST_CODE:
            yield Span(REFERENCE, found.start("code"), found.end("code"))
    for found in _IDENTITY.finditer(text):
        if sum(one.isdecimal() for one in found["code"]) >= FEWEST_DIGITS:
            yield Span(REFERENCE, found.start("code"), found.end("code"))
    for found in _OPENS.finditer(text):
        yield Span(REFERENCE, found.start("code"), found.end("code"))
