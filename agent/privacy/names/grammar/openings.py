"""A name that opens a message: before a birth date, or before a comma and who that is."""

import re
from collections.abc import Iterator

from agent.privacy.names.grammar.slot import may_be_name
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_known_name
from agent.privacy.names.reading import NameReader
from agent.privacy.names.words import ALONE, PARTICLES
from agent.privacy.spans import NAME, Span
from agent.privacy.towns import is_town

_NAME = re.compile(r"[^\W\d_][\w'’׳\"״\-]*\.?(?: [^\W\d_][\w'’׳\"״\-]*\.?){0,4}")
_LEAD = re.compile(r"(?:(?:name|nom|nombre|nome|patient\w*|client\w*|kund\w+|paziente|שם|الاسم):? )?", re.I)
_COMMA = re.compile(r" ?[,:،]")
# "Born", "geb.", "née le", between a name and its date.
_UNTIL_DATE = re.compile(r" ?[,;:،(/–\-\n*°]{0,2} ?(?:[^\W\d_A-ZÀ-Þ][\w.'’:\-]*[ :]{0,2}|DOB:? ){0,4}[(*]?")
# "Malte, der Mann von Svea".
_APPOSED = re.compile(
    r"[,،] (?:(?:new|existing|returning|neu\w{0,2}|nouvel\w*|nueva?|nuov[oa]) )?(?:patient\w*|client\w*|customer|member|kund\w+|neu(?:patient|kund)\w+|stammkund\w+|mitglied|privat\w*|pacient\w*|pazient\w*|nueva|nuova|nouveau|nouvelle|מטופל\w*|לקוח\w*|مريض\w*|زبون\w*|عميل\w*)(?!\w)|[,،] (?:der|die|the|le|la|el|il|l['’]|your|ihre?|eure?|votre|vuestr[oa]|vostr[oa]) (?:(?:mann|frau|freund\w*|mutter|mama|vater|papa|sohn|tochter|kund\w+|patient\w*|nachbar\w*|client\w*|one|guy|girl|lady|woman|man|mum|mom|dad|husband|wife|neighbou?r|mère|père|mari|femme|maman|voisine?|fille|fils|"
    r"madre|padre|mujer|marido|vecin[oa]|hij[oa]|chic[oa]|moglie|marito|mamma|papà|vicin[oa]|figli[oa]|ragazz[oa]|signor[ea])(?!\w))",
    re.I,
)
_LITTLE = frozenset(["de", "del", "della", "di", "von", "van", "der", "den", "la", "le", "y"])
_WORD = re.compile(r"[^\W\d_][\w'’׳\"״\-]*\.?")
# "Date of birth" is nobody's name.
_OF_DATES = frozenset(
    [
        "date",
        "data",
        "fecha",
        "datum",
        "day",
        "tag",
        "geburtsdatum",
        "geburtstag",
        "birth",
        "birthday",
        "birthdate",
        "dob",
        "naissance",
        "nacimiento",
        "nascita",
        "anniversaire",
        "cumpleaños",
        "compleanno",
        "born",
        "geboren",
        "née",
        "né",
        "nato",
        "nata",
        "nacido",
        "nacida",
        "jahrgang",
        "baujahr",
        "תאריך",
        "לידה",
        "הולדת",
        "יליד",
        "ילידת",
        "תז",
        "تاريخ",
        "ميلاد",
        "ميلادي",
        "الميلاد",
        "مواليد",
        "مولود",
        "مولودة",
    ]
)
FEWEST, MOST_WORDS, _LONGEST = 2, 5, 80


def opening_names(reader: NameReader, text: str) -> Iterator[Span]:
    """One that many bear, or whom the words behind the comma are about."""
    found = _NAME.match(text, _beginning(text))
    if not found or not _COMMA.match(text, found.end()) or not _is_name(reader, found.group()):
        return
    words = _words(found.group())
    is_listed = len(words) >= FEWEST and any(is_known_name(word.casefold()) for word in words)
    is_large = all(word[0].isupper() for word in words if word not in _LITTLE)
    if _APPOSED.match(text, found.end()) or (is_listed and is_large and not is_town(found.group())):
        yield Span(NAME, found.start(), found.end())


def name_before_birth(reader: NameReader, text: str, birth: Span) -> Iterator[Span]:
    """ "Ottilie Backhaus, 4. Mai 1951", "Frieda Huber geb. 3. 4. 50"."""
    at = _beginning(text)
    ends = [word.end() for word in _WORD.finditer(text, at, min(birth.start, at + _LONGEST))]
    for end in reversed(ends[:MOST_WORDS]):
        if _UNTIL_DATE.fullmatch(text, end, birth.start) and _is_name(reader, text[at:end]):
            yield Span(NAME, at, end)
            return


def _beginning(text: str) -> int:
    begins = ALONE.match(text)
    lead = _LEAD.match(text, begins.end() if begins else 0)
    return lead.end() if lead else 0


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word.casefold() not in PARTICLES]


def _is_name(reader: NameReader, name: str) -> bool:
    words = _words(name)
    is_date = any(word.casefold() in _OF_DATES for word in name.split())
    return bool(words) and not is_date and all(_is_part(reader, word) for word in words)


def _is_part(reader: NameReader, word: str) -> bool:
    is_large = word[0].isupper() or bool(SCRIPT_WITHOUT_CAPITALS.match(word))
    return may_be_name(reader, word.rstrip("."), is_sure=is_large)
