"""German words for time."""

from agent.when.values import NOON, ClockTime
from agent.when.vocabulary.catalogue import Habits, TimeWords

# "so" is too common a word to be a Sunday.
_SHORT = ("mo", "di", "mi", "do", "fr", "sa", "")
PARTS = {
    "morning": "morgens | am morgen | vormittag | vormittags | frueh | frühs",
    "early morning": "am fruehen morgen | am frühen morgen",
    "first thing": "in der frueh | in der früh",
    "lunch": "mittags | mittagszeit | in der mittagspause | über mittag | mittag",
    "afternoon": "nachmittag | nachmittags",
    "evening": "abend | abends",
    "night": "nachts | in der nacht",
    "after work": "nach der arbeit | nach feierabend | feierabend | nach der schule",
    "late afternoon": "am späten nachmittag | spätnachmittag",
}
_NAMES = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_ENDINGS = {"morgen": "morning", "vormittag": "morning", "nachmittag": "afternoon", "abend": "evening"}
_ONES = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
]
_TENS = {30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 90: "neunzig", 100: "hundert"}
_BEFORE_TENS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_ORDINALS = [
    "erst",
    "zweit",
    "dritt",
    "viert",
    "fünft",
    "sechst",
    "siebt",
    "acht",
    "neunt",
    "zehnt",
    "elft",
    "zwölft",
    "dreizehnt",
    "vierzehnt",
    "fünfzehnt",
    "sechzehnt",
    "siebzehnt",
    "achtzehnt",
    "neunzehnt",
    "zwanzigst",
    *(f"{ones}undzwanzigst" for ones in _BEFORE_TENS),
]
# Those above thirty-one are days of no month, and said to be.
_LARGE_ORDINALS = {
    tens + ones: f"{before}und{name}st" if before else f"{name}st"
    for tens, name in _TENS.items()
    for ones, before in enumerate(("", *_BEFORE_TENS))
    if tens < 100 or not ones
}


def _inflections(stem: str) -> str:
    return " | ".join(f"{stem}{ending}" for ending in ("e", "en", "er", "es", "em"))


WORDS = TimeWords(
    habits=Habits(half_before=True, ones_first=True, dot_ordinals=True, capital_nouns=True),
    markers={
        "the": "der | die | das | den | dem | des",
        "a": "ein | eine | einer | einem | einen",
        "in": "in | im",
        "at": "um",
        "on": "am",
        "from": "ab | von | von dem | vom | seit",
        "until": "bis | bis zum | bis zu",
        "between": "zwischen",
        "and": "und",
        "or": "oder | oder am",
        "but": "aber",
        "after": "nach | nach dem",
        "before": "vor | vor dem",
        "next": " | ".join(("nächst", _inflections("nächst"))),
        "coming": _inflections("kommend"),
        "last": f"{_inflections('letzt')} | {_inflections('vergangen')} | {_inflections('vorig')}",
        "this": _inflections("dies"),
        "now": "jetzt",
        "not": "nicht | nöd | nid | nicht am | nicht an | nie | nich | nich am | auf keinen fall | auf gar keinen fall | keinesfalls | bloß nicht",
        "no": "kein | keine | keinen",
        "nor": "weder | weder am",
        "except": "außer | ausser | außer am | ausgenommen | nur nicht",
        "instead_of": "statt | anstatt | anstelle von",
        "unsuitable": "passt es nicht | passt es leider nicht | passt es mir nicht | passt mir nicht | kann ich nicht | kann ich leider nicht | geht gar nicht | geht bei mir nicht | geht's nicht | ist schlecht | geht nicht | geht leider nicht | auch nicht | passt nicht | passt leider nicht | klappt nicht | gehen nicht",
        "filler": "kommen | da | leider",
        "every": "jeden | jede | jedes",
        "early": "früh | frühen",
        "late": "spät | späten",
        "begin": "anfang | zu beginn | beginn",
        "middle": "mitte",
        "end": "ende",
        "half": "halb | halbe | halben",
        "quarter": "viertel",
        "three_quarters": "dreiviertel | drei viertel",
        "past": "nach um",
        "oclock": "uhr",
        "sharp": "pünktlich | genau",
        "around": "gegen | ungefähr | circa | ca | etwa | so gegen",
        "onwards": "oder später | und später | aufwärts | ab da | von da an",
        "earliest": "frühestens | ehestens",
        "latest": "spätestens",
        "later": "späteres | späterer | später",
        "earlier": "früheres | früherer | früher | eher",
        "some": "gibt es auch | geht es auch | geht es | geht's auch | geht's | haben sie nichts | haben sie auch | haben sie | gibt es nichts | gibt es | nichts | auch | bitte | doch | etwas | was | ein bisschen | lieber | noch | einen termin",
        "more": "weitere",
        "for": "für",
        "move": "verschieben | verlegen | ändern",
    },
    weekdays=(*_NAMES[:5], "samstag | sonnabend", "sonntag"),
    weak_weekdays=_SHORT,
    plural_weekdays=tuple(f"{name}s" if name == "mittwoch" else f"{name}s | {name}e" for name in _NAMES),
    months=(
        "januar | jänner | jan",
        "februar | feb",
        "märz | mär | mrz",
        "april | apr",
        "mai",
        "juni | jun",
        "juli | jul",
        "august | aug",
        "september | sept | sep",
        "oktober | okt",
        "november | nov",
        "dezember | dez",
    ),
    units={
        "minute": "minute | minuten | min",
        "hour": "stunde | stunden",
        "day": "tag | tage | tagen",
        "week": "woche | wochen",
        "weekend": "wochenende | wochenenden",
        "month": "monat | monate | monaten | monats",
        "quarter": "quartal",
        "year": "jahr | jahre | jahren | jahres",
    },
    parts=PARTS,
    plural_parts={"morning": "vormittage", "afternoon": "nachmittage", "evening": "abende"},
    days={
        0: "heute | heut",
        1: "morgen | morgn",
        2: "übermorgen | uebermorgen",
        -1: "gestern",
        -2: "vorgestern",
    },
    numbers=dict(enumerate(_ONES))
    | {17: "siebzehn", 18: "achtzehn", 19: "neunzehn", 20: "zwanzig"}
    | _TENS
    | {20 + ones: f"{before}undzwanzig" for ones, before in enumerate(_BEFORE_TENS, start=1)}
    | {30 + ones: f"{before}unddreißig" for ones, before in enumerate(_BEFORE_TENS, start=1)},
    ordinals={number: _inflections(stem) for number, stem in enumerate(_ORDINALS, start=1)}
    | {number: _inflections(stem) for number, stem in _LARGE_ORDINALS.items()}
    | {0: _inflections("nullt")},
    seasons={"spring": "frühling", "summer": "sommer", "autumn": "herbst", "winter": "winter"},
    holidays={
        "new year's day": "neujahr",
        "new year's eve": "silvester",
        "good friday": "karfreitag",
        "easter": "ostern | ostersonntag",
        "easter monday": "ostermontag",
        "ascension day": "christi himmelfahrt | himmelfahrt",
        "pentecost": "pfingsten | pfingstsonntag",
        "whit monday": "pfingstmontag",
        "german unity day": "tag der deutschen einheit",
        "christmas eve": "heiligabend | heiliger abend",
        "christmas day": "weihnachten",
        "st nicholas' day": "nikolaus",
    },
    phrases={
        "nicht so früh | ned so früh | nicht ganz früh | nicht ganz so früh | nicht allzu früh | nicht gar so früh | nicht sehr früh | nicht so zeitig | nicht zu zeitig": (
            ("not", "not"),
            ("RELATIVE", "later"),
        ),
        "nicht so spät | ned so spät | nicht ganz spät | nicht ganz so spät | nicht allzu spät | nicht gar so spät | nicht sehr spät": (
            ("not", "not"),
            ("RELATIVE", "earlier"),
        ),
        "heute morgen | heute früh | heute vormittag": (("DAY", 0), ("PART", "morning")),
        "heute nacht": (("DAY", 0), ("PART", "night")),
        "morgen früh | morgen vormittag": (("DAY", 1), ("PART", "morning")),
        "mittag um": (("NOON", ClockTime(NOON, is_certain=True)),),
        "mitternacht": (("NOON", ClockTime(0, is_certain=True)),),
        "werktage | werktagen | arbeitstage | arbeitstagen | werktags | unter der woche | an werktagen": (
            ("WEEKDAYS", frozenset(range(5))),
        ),
        "nächsten tagen | nächsten tage | kommenden tagen | kommenden tage | folgenden tagen": (
            ("next", "next"),
            ("NUMWORD", 3),
            ("UNIT", "day"),
        ),
        "am wochenende": (("the", "the"), ("UNIT", "weekend")),
        "übernächste | übernächsten": (("after", "after"), ("next", "next")),
        "viertel nach": (("quarter", "quarter"), ("past", "past")),
        "viertel vor": (("quarter", "quarter"), ("to", "to")),
    }
    | {
        f"{name}{ending}": (("WEEKDAY", day), ("PART", part))
        for day, name in enumerate(_NAMES)
        for ending, part in _ENDINGS.items()
    },
    soonest=(
        "so bald wie möglich | sobald wie möglich | so schnell wie möglich | schnellstmöglich | möglichst bald | "
        "so früh wie möglich | baldmöglichst | der nächste freie termin | nächster freier termin | asap"
    ),
    earlier="zu spät",
    later="zu früh",
    nothing=(
        "guten morgen | guten abend | guten tag | gute nacht | schönen tag | schönen abend | schönes wochenende | "
        "schönen feierabend | einen moment | eine minute | eine sekunde | zum ersten mal | das letzte mal | "
        "bis später | bis dann | nach hause | so ein | so eine"
    ),
    measures="größe | gr | nr | nummer | zimmer | telefon | tel | handy | telefonnummer | handynummer | rufnummer | code",
    occasions="make | makeup | frisur | styling | look | kleid | garderobe | robe | creme | pflege | party | veranstaltung | gala | hochzeit",
    counted="mm | cm | millimeter | zentimeter | termin | termine | personen | leute | kinder | euro | gäste | sterne | stück | mal | prozent | cent | jahre | kilometer",
)
