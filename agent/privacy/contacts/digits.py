"""Numbers in words, as people dictate a telephone number, in every language of the receptionist."""

from agent.privacy.folding import fold_word


def _count_up(words: str) -> dict[str, str]:
    """Words one after the other, alternatives joined by "/"."""
    return {word: str(place) for place, told in enumerate(words.split()) for word in told.split("/")}


def _tens(words: str) -> dict[str, str]:
    return {
        word: str((2 + place) * 10) for place, told in enumerate(words.split()) for word in told.split("/")
    }


# How often the number or letter that follows is meant.
TIMES = {
    "double": 2, "doppel": 2, "doble": 2, "doppio": 2, "doppia": 2, "triple": 3, "zweimal": 2, "zwei mal": 2, "dreimal": 3, "drei mal": 3, "two times": 2, "three times": 3,
    "deux fois": 2, "trois fois": 3, "dos veces": 2, "tres veces": 3, "due volte": 2, "tre volte": 3, "פעמיים": 2, "שלוש פעמים": 3, "مرتين": 2,
}  # fmt: skip
_GERMAN_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_GERMAN_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_FRENCH = {
    "soixante-dix": "70",
    "soixante-et-onze": "71",
    "soixante-douze": "72",
    "soixante-treize": "73",
    "soixante-quatorze": "74",
    "soixante-quinze": "75",
    "soixante-seize": "76",
    "soixante-dix-sept": "77",
    "soixante-dix-huit": "78",
    "soixante-dix-neuf": "79",
    "septante": "70",
    "huitante": "80",
    "nonante": "90",
    "quatre-vingts": "80",
    "quatre-vingt": "80",
    "quatre-vingt-dix": "90",
    "quatre-vingt-onze": "91",
    "quatre-vingt-douze": "92",
    "quatre-vingt-treize": "93",
    "quatre-vingt-quatorze": "94",
    "quatre-vingt-quinze": "95",
    "quatre-vingt-seize": "96",
    "quatre-vingt-dix-sept": "97",
    "quatre-vingt-dix-huit": "98",
    "quatre-vingt-dix-neuf": "99",
}
_ENGLISH_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_FRENCH_ONES = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]


def _tens_and_ones() -> dict[str, str]:
    words = dict(_FRENCH)
    for ten, name in enumerate(_GERMAN_TENS, 2):
        words |= {f"{one}und{name}": f"{ten}{digit}" for digit, one in enumerate(_GERMAN_ONES, 1)}
    for ten, name in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    ):
        words |= {f"{name}-{one}": f"{ten}{digit}" for digit, one in enumerate(_ENGLISH_ONES, 1)}
    for ten, name in enumerate(["vingt", "trente", "quarante", "cinquante", "soixante"], 2):
        words |= {f"{name}-{one}": f"{ten}{digit}" for digit, one in enumerate(_FRENCH_ONES, 1)}
        words[f"{name}-et-un"] = f"{ten}1"
    for digit, one in enumerate(_FRENCH_ONES, 1):
        words[f"quatre-vingt-{one}"] = f"8{digit}"
    words |= _romance_tens_and_ones()
    words |= _semitic_tens_and_ones()
    return words


def _romance_tens_and_ones() -> dict[str, str]:
    words: dict[str, str] = {}
    italian = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
    for ten, name in enumerate(
        ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"], 2
    ):
        for digit, one in enumerate(italian, 1):
            stem = name[:-1] if one[0] in "uo" else name
            for written in {one, "tré" if one == "tre" else one, "un" if one == "uno" else one}:
                words[stem + written] = f"{ten}{digit}"
    spanish = ["un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
    for digit, one in enumerate(spanish, 1):
        words |= {f"veinti{one}": f"2{digit}"}
    words |= {"veintiuno": "21", "veintidós": "22", "veintitrés": "23", "veintiséis": "26", "treinta": "30"}
    for ten, name in enumerate(
        ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"], 3
    ):
        words |= {f"{name} y {one}": f"{ten}{digit}" for digit, one in enumerate(["uno", *spanish[1:]], 1)}
    return words


def _semitic_tens_and_ones() -> dict[str, str]:
    words: dict[str, str] = {}
    hebrew = ["אחת", "שתיים", "שלוש", "ארבע", "חמש", "שש", "שבע", "שמונה", "תשע"]
    words |= {f"{one} עשרה": f"1{digit}" for digit, one in enumerate(hebrew, 1)} | {"שתים עשרה": "12"}
    for ten, name in enumerate(
        ["עשרים", "שלושים", "ארבעים", "חמישים", "שישים", "שבעים", "שמונים", "תשעים"], 2
    ):
        words[name] = f"{ten}0"
        words |= {f"{name} ו{one}": f"{ten}{digit}" for digit, one in enumerate(hebrew, 1)}
    arabic = ["واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
    words |= {f"{one} عشر": f"1{digit}" for digit, one in enumerate(["أحد", "اثنا", *arabic[2:]], 1)}
    stems = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
    for ten, name in [(ten, stem + ending) for ending in ("ين", "ون") for ten, stem in enumerate(stems, 2)]:
        words[name] = f"{ten}0"
        words |= {f"{one} و{name}": f"{ten}{digit}" for digit, one in enumerate(arabic, 1)}
    return words


# Each word with the digits it is dictated for.
DIGIT_WORDS: dict[str, str] = {
    **_count_up(
        "zero/oh/nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ),
    **_tens("twenty thirty forty fifty sixty seventy eighty ninety"),
    **_count_up(
        "null eins/ein zwei/zwo drei vier fünf/fuenf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
    ),
    **_tens("zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"),
    **_count_up(
        "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
    ),
    **_tens("vingt trente quarante cinquante soixante"),
    **_count_up(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"
    ),
    **_tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
    **_count_up(
        "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"
    ),
    **_tens("venti trenta quaranta cinquanta sessanta settanta ottanta novanta"),
    **_count_up(
        "אפס אחת/אחד שתיים/שניים/שתים שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה תשע/תשעה עשר"
    ),
    **_count_up(
        "صفر/زيرو واحد/واحدة/وحدة اثنان/اثنين/إثنان/تنين/اتنين/إتنين/تنتين ثلاثة/تلاتة/ثلاثه/تلاته/تلات أربعة/اربعة/أربعه/اربعه/أربع/اربع خمسة/خمسه/خمس ستة/سته/ست سبعة/سبعه/سبع ثمانية/تمانية/ثمانيه/تمانيه/تمنية/ثمان/تمن تسعة/تسعه/تسع عشرة/عشره/عشر"
    ),
    **_tens_and_ones(),
    "hundred": "00",
    "hundert": "00",
}
DIGIT_WORDS |= {fold_word(word): digits for word, digits in DIGIT_WORDS.items()}
