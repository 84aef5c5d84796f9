"""Street addresses by their grammar: a word for a kind of street, its name and a house number, in the order of each language.

Towns stay: which place is nearer is something a model has to know.
"""

import re
from collections.abc import Iterable, Iterator

from agent.privacy.calendar_words import MONTHS
from agent.privacy.spans import ADDRESS, Span

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w'’.\-]{0,24}"
_ANY = r"[^\W\d_][\w'’\-]{0,24}"
_NUMBER = r"\d{1,5} ?(?:[a-zA-Z](?!\w))?(?: ?[-/–] ?\d{1,4}(?:[a-z](?!\w))?)?"
_DOOR = (
    r"(?:,? (?:flat|apt\.?|apartment|unit|suite|floor|wohnung|whg\.?|stock|etage|étage|appt\.?|apto\.?|piso|puerta|portal|int\.?|interno|scala|piano|דירה|קומה|شقة|طابق|الطابق|بناية|عمارة) ?(?:no\.? ?|رقم )?[\wº°]{1,5}"
    r"|,? \d{1,2} ?[ºª°](?: ?[A-Za-z](?!\w))?)"
)
# A postcode with its town is as good as half the address.
_POSTCODE = rf"(?:,? ?(?:[A-Z]{{1,2}}-)?\d{{4,5}}(?!\d)(?=,? {_CAPITAL})|,? [A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}(?!\w))"
_ENGLISH = (
    r"street|str|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|crescent|cres|way|place|pl|square|sq|terrace|boulevard|blvd|gardens|grove|"
    r"hill|mews|row|walk|parkway|pkwy|quay|park|rise|vale|parade|highway|hwy|green|wharf|yard|view|circle|loop|trail|path"
)
# Of these kinds nothing else is said behind a number and a word.
_PLAINLY = r"street|road|avenue|lane|crescent|boulevard|blvd|terrace|mews|grove"
_GERMAN = r"stra(?:ß|ss)en?|str\.?|weg|gasse|allee|platz|ring|damm|ufer|chaussee|steig|pfad|markt|graben|zeile|promenade|kai|stieg|twiete|brücke|berg|hof|tor|wall"
_ROMANCE_FR = r"rue|avenue|av\.?|boulevard|bd\.?|place|chemin|allée|impasse|quai|route|cours|square|passage|ruelle|faubourg|sentier|esplanade|villa|cité"
_ROMANCE_ES = r"calle|c/|cl\.|avenida|avda\.?|av\.|plaza|pza\.?|paseo|p\.º|camino|carretera|ctra\.?|ronda|travesía|pasaje|callejón|glorieta|cuesta|urbanización|rambla|carrer"
_ROMANCE_IT = r"via|viale|v\.le|piazza|p\.zza|piazzale|corso|c\.so|largo|vicolo|strada|lungomare|contrada|salita|calata|borgo|località"
_HEBREW = r"[בהלמ]{0,2}(?:רחוב|רח'|רח׳|שדרות|שדרת|שד'|שד׳|דרך|סמטת|סימטת|כיכר|ככר|משעול)"
_ARABIC = r"(?:[بوفل]{0,2}(?:ال)?)?(?:شارع|طريق|جادة|زقاق|ميدان|ساحة|نهج|زنقة|حارة)"
_NO = r"(?:(?:n\.?[ºo°]?|núm\.?|num\.?|número|numero|nr\.?|no\.?|civico|מספר|מס'|رقم) ?)?"
_ROMANCE_NAME = (
    rf"(?: (?:(?:de|du|des|del|della|dello|dei|degli|delle|di|la|le|les|los|las|el|y|e|et|san|santa|saint|sainte|abajo|arriba)(?!\w)|[dl]['’]{_ANY}|dell['’]{_ANY}"
    rf"|{_ANY}|\d{{1,2}}(?= (?:de|di|septembre|novembre|mai|juin|juillet|août|settembre|aprile|febbraio|maggio|giugno|novembre|mayo|julio)))){{1,6}}?"
)
_MONTHS = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
# "Plaza el 5 de diciembre", "piazza per 2 persone": the number is a day's, or counts something.
_NO_HOUSE = rf"(?!\d| ?(?:h|uhr|€|euros?|minut\w*|person\w*|o'clock|heures?)(?!\w)| ?[.:]\d| ?(?:de |di |d['’]|of )?(?:{_MONTHS})(?!\w))"
STREETS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # "14 Rosemary Lane", "221b Baker Street".
        (
            rf"(?<![\w.:,])\d{{1,5}} ?(?:[a-zA-Z] )?[a-zA-Z]?,? (?:(?:{_CAPITAL}) ){{1,4}}(?i:{_ENGLISH})\.?(?!\w){_DOOR}?{_POSTCODE}?",
            0,
        ),
        (
            rf"(?<![\w.:,])\d{{1,5}}[a-z]?,? (?:(?!(?:the|a|an|my|our|your|this|that|pm|am|of|in|on|at|minutes?|people|times|or|and|to|days?) ){_ANY} ){{1,3}}"
            rf"(?:{_PLAINLY}|st|rd|ave)(?!\w){_DOOR}?{_POSTCODE}?",
            re.I,
        ),
        # "Larkspur Crescent 19": as people of other countries write them.
        (
            rf"(?<!\w)(?:{_CAPITAL} ){{1,3}}(?:Street|Road|Avenue|Lane|Crescent|Boulevard|Terrace|Drive|Court|Close|Gardens|Grove|Square|Mews),? {_NO}\d{{1,4}}[a-z]?(?!\w)(?! ?[:.]\d| ?(?:am|pm)){_DOOR}?{_POSTCODE}?",
            0,
        ),
        # "Am Alten Markt 17a", "Straße des 17. Juni 135".
        (
            rf"(?<!\w)(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Unter der|Hinter der|Bei der|Alte[rs]?|Neue[rs]?) (?!(?:Uhr|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Raum|Zimmer|Stock|Kalenderwoche|Woche|KW)){_CAPITAL}(?: {_CAPITAL})? \d{{1,3}} ?[a-zA-Z]?(?!\w)(?! ?(?:Uhr|€|Euro|Minuten|Personen|[.:]\d)){_DOOR}?{_POSTCODE}?",
            0,
        ),
        (rf"(?<!\w)Straße d(?:es|er) (?:\d{{1,2}}\. )?{_CAPITAL}(?: {_CAPITAL})? {_NUMBER}{_POSTCODE}?", 0),
        # "12 rue des Lilas", "3 bis avenue du Général Leclerc".
        (
            rf"(?<![\w.:])\d{{1,4}} ?(?:bis|ter|quater|[a-zA-Z](?!\w))?,? ?(?:{_ROMANCE_FR})(?!\w)(?: (?:de|du|des|de la|de l['’]|d['’]|la|le|les|aux|au)(?!\w))*(?: ?[dl]['’])?(?: ?{_CAPITAL}| \d{{1,2}}(?= [a-zé]+(?!\w))| (?:de|du|des|la|le|et|en|sur|septembre|novembre|mai|juin|juillet|août)(?!\w)){{1,5}}{_DOOR}?{_POSTCODE}?",
            0,
        ),
        (
            rf"(?<![\w.:])\d{{1,4}} ?(?:bis|ter)?,? (?:rue|boulevard|bd|impasse|chemin|allée|ruelle|quai|avenue)(?!\w)(?: (?:de|du|des|la|le|les|saint|sainte)(?!\w))*(?: ?[dl]['’])? ?{_ANY}(?: (?!(?:et|à|au|pour|demain|svp|merci|si|est|le|je|c['’]est)(?!\w)){_ANY})?{_DOOR}?{_POSTCODE}?",
            re.I,
        ),
        # "calle Mayor 15", "Avenida de la Constitución, 112, 3º B".
        (
            rf"(?<!\w)(?:{_ROMANCE_ES}) ?{_ROMANCE_NAME},? {_NO}{_NUMBER}{_NO_HOUSE}{_DOOR}?(?:,? {_DOOR})?{_POSTCODE}?",
            re.I,
        ),
        # "via Garibaldi 22".
        (
            rf"(?<!\w)(?:{_ROMANCE_IT}){_ROMANCE_NAME},? {_NO}{_NUMBER}{_NO_HOUSE}(?:/[a-zA-Z](?!\w))?{_DOOR}?{_POSTCODE}?",
            re.I,
        ),
        (
            rf"(?<!\w)(?:{_HEBREW})(?: (?:[^\W\d_][\w'\"׳״\-]{{0,20}})){{1,4}}?,? {_NO}\d{{1,4}}(?:[א-ת](?!\w))?{_DOOR}?",
            0,
        ),
        (
            rf"(?<!\w)(?:{_ARABIC})(?: (?:[^\W\d_][\w\-]{{0,20}})){{1,4}}?[،,]? ?(?:{_NO}\d{{1,4}}{_DOOR}?|(?:بناية|عمارة|رقم|شقة) ?(?:رقم )?\d{{1,4}}{_DOOR}?)",
            0,
        ),
        # "Große Bleichen 30, 20354 Hamburg": before a postcode with its town, whatever it is called.
        (rf"(?<!\w)(?:{_CAPITAL} ){{1,3}}\d{{1,4}}[a-z]?{_POSTCODE}", 0),
        # "10115 Berlin", "SW1A 1AA".
        (rf"(?<![\w.+\-/])(?:[A-Z]{{1,2}}-)?\d{{5}}(?= {_CAPITAL})", 0),
        (r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)", 0),
        (
            r"(?<!\w)(?:p\.? ?o\.? box|postfach|apartado(?: de correos)?|boîte postale|casella postale|ת\.?ד\.?|ص\.?ب\.?) ?:?\d{1,7}",
            re.I,
        ),
    )
)
# "Rosengasse 5", "Alter Weg 12": the kind of street comes last and is written onto its name, or behind it.
_GERMAN_STREET = re.compile(
    rf"(?P<kind>{_GERMAN}),? ?{_NO}\d{{1,4}} ?(?:[a-zA-Z](?!\w))?(?!\d| ?(?:uhr|€|euro|minuten|min|std|stunden|personen|leute|prozent|[.:]\d))(?:[-/–]\d{{1,4}})?{_DOOR}?{_POSTCODE}?",
    re.I,
)
_NAME_BEFORE = re.compile(r"[\w\-.]{0,40}$")
_WORD_BEFORE = re.compile(rf"({_CAPITAL}) $")
# The others are endings of many words: "bring 2 friends", "Hof", "Tor".
_PLAIN_KINDS = ("str", "gasse", "allee", "weg", "chaussee")
SHORTEST_NAME, LONGEST_NAME = 3, 100
# What is said where somebody lives: the number makes it an address, whatever the street is called.
LIVES = re.compile(
    r"(?<!\w)(?:(?:i|we|she|he|they) (?:live|lives|stay|reside) (?:at|in|on)|i['’]m at|living (?:at|in|on)|wohne?n? (?:in|am|an|auf|im|bei|zur|zum)(?: der| dem| den)?|lebe in(?: der)?|"
    r"habite(?: [àa]u?| dans| en| la| le| au)?|vivo (?:en|a)(?: la| el)?|vivimos en(?: la| el)?|resido en|abito (?:in|a|al|alla)|vivo in|risiedo in|גר(?:ה)? ?ב|מתגורר(?:ת)? ?ב|"
    r"أسكن (?:في|ب)|اسكن (?:في|ب)|ساكن(?:ة)? (?:في|ب)|أقيم في|بيتي في)[ -]?",
    re.I,
)
_WITH_NUMBER = re.compile(
    rf"(?:\d{{1,5}}[a-z]?,? {_CAPITAL}(?: {_CAPITAL}){{0,3}}|(?:{_CAPITAL}|[^\W\d_a-zA-Z][\w'\"\-]{{1,20}})(?: (?:{_CAPITAL}|[^\W\d_a-zA-Z][\w'\"\-]{{1,20}}|d\w{{1,2}})){{0,3}},? {_NUMBER})(?![.:\d]|\w){_DOOR}?{_POSTCODE}?"
)
# What is called an address is one to the end of the sentence, e-mail apart.
IS_ADDRESS = re.compile(
    r"(?<!\w)(?:(?:(?:my|our|home|postal|billing|invoice|street|the) )+address(?: is|:)|(?<!e-mail )(?<!email )address:|(?:wohn|privat|post|haus|heimat|rechnungs)?(?<!mail)(?<!mail-)(?:adresse|anschrift)(?: ist| lautet|:)|"
    r"adresse(?: postale)?(?: est| c['’]est|,? ?:)|(?:mi |la )?dirección(?: es|:)|domicilio(?: es| è|:)|(?:mio |l['’])?indirizzo(?: è|:)|ה?כתובת(?: שלי)?(?: היא|:)?|عنواني(?: هو|:)?|عنوان (?:بيتي|البيت|السكن|المنزل)(?: هو|:)?|(?:ال)?عنوان(?: هو|:))[ \t]*",
    re.I,
)
_REST = re.compile(r"[^;!?\n\[]{4,90}")
_ENDS = re.compile(
    r"[.](?= |$)(?<!\w\.)(?<!str\.)|[.] +(?=[A-ZÀ-Þ][^.]{3})(?<!Str\. )(?<!St\. )|,? (?:and|can|could|und|kann|können|et|puis|est-ce|y|¿|puede\w*|pued\w*|posso|può|potete|ואפשר|אפשר|האם|هل|ويمكن)(?!\w)",
    re.I,
)
_WORDS = re.compile(r"\w+")


def street_addresses(text: str, own: Iterable[frozenset[str]]) -> Iterator[Span]:
    """``own`` are the words of each address of the business, in lower case: where it is, everybody may know."""
    ours = list(own)
    for span in _found(text):
        said = {word.casefold() for word in _WORDS.findall(text[span.start : span.end])}
        if not any(said <= words for words in ours):
            yield span


def _found(text: str) -> Iterator[Span]:
    has_number = any(letter.isdecimal() for letter in text)
    if has_number:
        yield from _german_streets(text)
        for street in STREETS:
            for found in street.finditer(text):
                yield Span(ADDRESS, found.start(), found.end())
        for frame in LIVES.finditer(text):
            told = _WITH_NUMBER.match(text, frame.end())
            if told:
                yield Span(ADDRESS, told.start(), told.end())
    for frame in IS_ADDRESS.finditer(text):
        rest = _REST.match(text, frame.end())
        if rest:
            ends = _ENDS.search(rest.group())
            end = rest.start() + (ends.start() if ends else len(rest.group().rstrip()))
            if end > rest.start() and (has_number or len(text[rest.start() : end].split()) > 1):
                yield Span(ADDRESS, rest.start(), end)


def _german_streets(text: str) -> Iterator[Span]:
    for kind in _GERMAN_STREET.finditer(text):
        before = text[max(0, kind.start() - LONGEST_NAME) : kind.start()]
        written_onto = _NAME_BEFORE.search(before)
        name = len(written_onto.group()) if written_onto else 0
        more = 0
        while more < 3 and (word := _WORD_BEFORE.search(before[: len(before) - name])):
            name, more = name + len(word.group()), more + 1
        start = kind.start() - name
        is_plain = kind["kind"].casefold().startswith(_PLAIN_KINDS)
        if name and (is_plain or (text[start].isupper() and name >= SHORTEST_NAME)):
            yield Span(ADDRESS, start, kind.end())
