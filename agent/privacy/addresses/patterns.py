"""Street addresses by their grammar: a word for a kind of street, its name and a house number, in the order
of each language, and what is told before and behind the house."""

import re

from agent.privacy.calendar_words import MONTH

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w'’.\-]{0,24}"
_ANY = r"[^\W\d_][\w'’\-]{0,24}"
_NUMBER = r"\d{1,5}(?:[a-zA-Z](?![\w/])| [a-df-np-xz](?![\w/'’]))?(?: ?[-/–] ?\d{1,4}(?:[a-z](?!\w))?|[-/][A-Za-z](?!\w))?"
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th|er|ère|ème|eme|e|ª|º|°|\.)?|ground|first|second|third|fourth|fifth|top|erste[rsn]?|zweite[rsn]?|dritte[rsn]?|vierte[rsn]?|premier|première|deuxième|troisième|quatrième|dernier|"
    r"primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|prim[oa]|second[oa]|terz[oa]|quart[oa]|ראשונה|שניה|שנייה|שלישית|רביעית|[اأ]ول|تاني|ثاني|الثاني|الثالث|ثالث|رابع|الرابع|الأول|الاول)"
)
_SIDE = r"(?:left|right|middle|front|back|rear|links|rechts|mitte|gauche|droite|face|izq(?:uierda)?\.?|izda\.?|dcha\.?|derecha|centro|sinistra|destra|שמאל|ימין|يمين|يسار)"
_UNIT = (
    r"(?:flat|apt\.?|apartment|unit|suite|floor|room|wohnung|whg\.?|wohnungs?nr\.?|stock(?:werk)?|etage|aufgang|eingang|étage|etage|appt\.?|appartement|bloc|immeuble|depa|dept[oa]?\.?|dpto\.?|departamento|interior|porte|bât\.?|bâtiment|esc(?:alier|alera)?\.?|digicode|code|"
    r"apto\.?|piso|puerta|portal|bloque|bajo|planta|int\.?|interno|scala|piano|citofono|palazzina|דירה|קומה|כניסה|בניין|شقة|بلوك|طابق|الطابق|بناية|عمارة|مبنى|الدور|دور)"
)
_BUILDING = (
    r"(?:(?:(?:the |in the |im |in der |au |à l['’])?(?:rear|back|front|side) (?:building|house|block|courtyard|entrance)|basement|penthouse|attic|(?:im )?(?:hinterhaus|vorderhaus|seitenflügel|gartenhaus|quergebäude|souterrain|dachgeschoss|erdgeschoss|hinterhof|hochparterre|parterre|HH|VH|EG|DG|OG)(?!\w)|\d\.? ?(?:OG|HH|HGH)(?!\w)|"
    r"(?:au )?(?:fond de (?:la )?cour|rez[- ]de[- ]chaussée|rdc|bâtiment [A-Z]|sur cour|sur rue)|(?:patio|edificio|casa) (?:trasero|interior|de atrás|trasera)|(?:en el )?(?:ático|entresuelo|bajo [A-Z]|interior)|(?:piano (?:terra|rialzato)|seminterrato|cortile interno|retro|edificio sul retro)|"
    r"(?:בניין |בית )?אחורי|חצר אחורית|קומת קרקע|(?:المبنى |البناء )?(?:الخلفي|خلفي)|الأرضي))"
)
# What is told behind the house: floor, side, flat, rear building, by whom it is kept, the postcode with its
# town.
_DOOR = (
    rf"(?:[,،]? ?(?:\()?(?:{_UNIT} ?(?:no\.? ?|nr\.? ?|n[º°] ?|رقم )?(?:{_ORDINAL}|[a-zA-Zא-ת]{{1,2}}|\d{{1,4}}[a-z]?)(?!\w)(?:[ /-]?{_SIDE}(?!\w))?"
    rf"|{_ORDINAL}[ \-]?(?:{_UNIT}|piano)(?!\w)(?:,? ?{_SIDE}(?!\w))?(?: (?:apt|flat|door|porte|puerta|interno|Tür) ?\w{{1,3}}(?!\w))?|{_ORDINAL},? ?(?:{_SIDE}|[A-Z](?![\w'’]))(?!\w)"
    rf"|{_BUILDING}(?!\w)|(?<=[ ,/]){_SIDE}(?!\w)|c/o {_CAPITAL}(?: {_CAPITAL})?|\d{{1,2}} ?[ºª°](?: ?[A-Za-z](?!\w))?)(?:\))?)"
)
# The town is told by its postcode.
_POSTCODE = rf"(?:[,،]? ?(?:[A-Z]{{1,2}}-)?\d{{4,5}}(?!\d),? {_CAPITAL}(?:[ -](?:am|an der|im) {_CAPITAL}|-{_CAPITAL})?|(?:,? {_CAPITAL}){{0,2}},? [A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}(?!\w))"
# Behind a whole house the town may be left out.
_ONLY_POSTCODE = r"[,،] ?(?:[A-Z]{1,2}-)?\d{5}(?![\d.:€]| ?(?:€|euro|uhr))"
TAIL = re.compile(rf"(?:{_DOOR}|{_POSTCODE}|{_ONLY_POSTCODE}){{1,4}}", re.I)
# "Flat 3, 118 High Road": told before it.
HEAD = re.compile(
    rf"(?:(?:{_UNIT} ?(?:\d{{1,4}}[a-zA-Z]?|$)|(?:rue|calle|via|str(?:aße|asse)?|רחוב|شارع)),? ?){{1,2}}$",
    re.I,
)
_LETTER = r"(?:[a-zA-Z](?![\w/])| [a-df-np-xz](?![\w/'’]))"
_ENGLISH = (
    r"street|str|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|crescent|cres|way|place|pl|square|sq|terrace|boulevard|blvd|gardens|grove|"
    r"hill|mews|row|walk|parkway|pkwy|quay|park|rise|vale|parade|highway|hwy|green|wharf|yard|view|circle|loop|trail|path|"
    r"bank|gate|croft|fold|brow|wynd|villas|cottages|passage|approach|common|heights|meadows?|reach|ridge|orchard|plaza|field|fields|side|end"
)
# Of these kinds nothing else is said behind a number and a word.
_PLAINLY = r"street|road|avenue|lane|crescent|boulevard|blvd|terrace|mews|grove"
_GERMAN = r"stra(?:ß|ss)en?|str\.?|weg|gasse|allee|platz|ring|damm|ufer|chaussee|steig|pfad|markt|graben|zeile|promenade|kai|stieg|twiete|brücke|berg|hof|tor|wall"
_ROMANCE_FR = r"montée|rte\.?|imp\.?|pl\.?|ch\.?|all\.?|fbg\.?|fg\.?|résidence|traverse|venelle|promenade|mail|sente|voie|rond-point|rue|avenue|av\.?|boulevard|bd\.?|place|chemin|allée|impasse|quai|route|cours|square|passage|ruelle|faubourg|sentier|esplanade|villa|cité"
_ROMANCE_ES = r"calle|c/|cl\.|avenida|avda\.?|av\.|plaza|pza\.?|paseo|p\.º|camino|carretera|ctra\.?|ronda|travesía|pasaje|callejón|glorieta|(?<!cuánto )(?<!cuanto )(?<!me )(?<!te )(?<!le )(?<!nos )(?<!os )(?<!les )(?<!qué )(?<!que )cuesta|urbanización|rambla|carrer"
_ROMANCE_IT = r"via|viale|v\.le|piazza|p\.zza|piazzale|corso|c\.so|largo|vicolo|strada|lungomare|contrada|salita|calata|borgo|località"
_HEBREW = r"[בהלמ]{0,2}(?:רחוב|רח'|רח׳|שדרות|שדרת|שד'|שד׳|דרך|סמטת|סימטת|כיכר|ככר|משעול)"
_ARABIC = r"(?:[بوفل]{0,2}(?:ال)?)?(?:شارع|ش\.?|طريق|جادة|زقاق|ميدان|ساحة|نهج|زنقة|حارة)"
_NO = r"(?:(?:n\.?[ºo°]?|núm\.?|num\.?|número|numero|nr\.?|no\.?|civico|מספר|מס'|رقم) ?)?"
_ROMANCE_NAME = (
    rf"(?: (?:(?:de|du|des|del|della|dello|dei|degli|delle|di|la|le|les|los|las|el|y|e|et|san|santa|saint|sainte|abajo|arriba)(?!\w)|[dl]['’]{_ANY}|dell['’]{_ANY}"
    rf"|{_ANY}|\d{{1,2}}(?= (?:de|di|septembre|novembre|mai|juin|juillet|août|settembre|aprile|febbraio|maggio|giugno|novembre|mayo|julio)))){{1,6}}?"
)
# "Plaza el 5 de diciembre", "piazza per 2 persone": the number is a day's, or counts something.
_NO_HOUSE = rf"(?!\d| ?(?:h|uhr|€|euros?|minut\w*|person\w*|o'clock|heures?)(?!\w)| ?[.:]\d| ?(?:de |di |d['’]|of )?(?:{MONTH})(?!\w))"
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
        # "rue Pasteur 17": the number behind, as other countries write it.
        (
            rf"(?<!\w)(?i:rue|avenue|boulevard|place|quai|allée|chemin|impasse)(?: (?:de|du|des|la|le|les))*(?: ?[dl]['’])? ?{_CAPITAL}(?:[ -]{_CAPITAL}){{0,2}},? {_NO}{_NUMBER}{_NO_HOUSE}",
            0,
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
        # "My postcode is 10115".
        (
            r"(?<!\w)(?:(?<=postcode )|(?<=postcode: )|(?<=postcode is )|(?<=plz )|(?<=plz: )|(?<=plz ist )|(?<=postleitzahl )|(?<=postleitzahl ist )|(?<=zip )|(?<=zip code )|(?<=zip is )|(?<=code postal )|(?<=code postal est )|"
            r"(?<=código postal )|(?<=código postal es )|(?<=codigo postal )|(?<=il cap è )|(?<=מיקוד )|(?<=الرمز البريدي ))\d{4,7}(?!\w)",
            re.I,
        ),
        # "10115 Berlin", "SW1A 1AA".
        (rf"(?<![\w.+\-/])(?:[A-Z]{{1,2}}-)?\d{{5}}(?= {_CAPITAL})", 0),
        (r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)", 0),
    )
)
# "Rosengasse 5", "Alter Weg 12": the kind of street comes last and is written onto its name, or behind it.
GERMAN_STREET = re.compile(
    rf"(?P<kind>{_GERMAN}),? ?{_NO}\d{{1,4}}(?: ?bis)?{_LETTER}?(?!\d|(?:st|nd|rd|th|e|er|ème|º|ª)(?!\w)| ?(?:uhr|€|euro|minuten|min|std|stunden|personen|leute|prozent|[.:]\d))(?:[-/–]\d{{1,4}})?{_DOOR}?{_POSTCODE}?",
    re.I,
)
# "47b Rosenallee": as other languages write them.
NUMBER_FIRST = re.compile(
    rf"(?<![\w.:,])(?:\d{{1,4}}[/-])?\d{{1,4}}(?: ?(?:bis|ter))?{_LETTER}?,? (?:{_CAPITAL} ){{0,2}}(?=[A-ZÀ-Þ])(?:[\w\-]{{3,30}}(?:stra(?:ß|ss)e|str\.?|weg|gasse|allee|platz|damm|ufer|chaussee|steig|pfad|graben|promenade|ring|brücke)"
    rf"|{_CAPITAL}[ -](?:Stra(?:ß|ss)e|Str\.?|Weg|Gasse|Allee|Platz|Damm|Ufer|Chaussee|Ring))(?!\w)"
)
# "19a Rosenheide": a letter at a number is a house's.
LETTERED = re.compile(r"(?<![\w.:,])\d{1,3}[a-h] [A-ZÀ-ÞŒŠŽ][\w\-]{4,24}(?=[,.!?\n]|$)")
# Where somebody lives, a name with a number is an address, whatever the street is called.
WITH_NUMBER = re.compile(
    rf"(?:\d{{1,5}}[a-z]?,? {_CAPITAL}(?: {_CAPITAL}){{0,3}}|(?:{_CAPITAL}|[^\W\d_a-zA-Z][\w'\"\-]{{1,20}})(?: (?:{_CAPITAL}|[^\W\d_a-zA-Z][\w'\"\-]{{1,20}}|d\w{{1,2}})){{0,3}},? {_NUMBER})(?![.:\d]|\w){_DOOR}?{_POSTCODE}?"
)
# The same in running text: nothing that is a time, a price or a day.
NAME_AND_NUMBER = re.compile(
    rf"(?<![\w.:\-])(?:{_CAPITAL}(?: (?:{_CAPITAL}|de|del|della|di|du|des|la|von)){{0,3}},? {_NO}{_NUMBER}{_NO_HOUSE}|\d{{1,4}}[a-z]? {_CAPITAL}(?: {_CAPITAL}){{0,2}}"
    rf"|[א-ת][א-ת'\"׳״\-]{{2,20}} \d{{1,3}}[א-ת]?{_NO_HOUSE}|[ء-ي]{{3,}} (?:رقم )?\d{{1,4}}{_NO_HOUSE})(?!\w){_DOOR}?{_POSTCODE}?"
)
