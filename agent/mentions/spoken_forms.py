"""Times as they are said, put as they are written: what a language writes in one word with a preposition, or
says of a list that is shown. Pure."""

import re
from functools import cache

WEEKDAYS_EN = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
WEEKDAYS_FR = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
WEEKDAYS_ES = "lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo"
WEEKDAYS_IT = "(?:luned|marted|mercoled|gioved|venerd|sabato|domenica)[ìi]?"
# "Thursdays gone mad" has an apostrophe in it that nobody writes.
CONTRACTED_EN = "gone|been|got|not|no good|out|off|looking|full|proving|become|turned|turning|a no|a bit|gonna|going|fine|good|perfect|better|best"
HOURS_FR = "une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
WEEKDAYS_HE = "שני|שלישי|רביעי|חמישי|שישי"
HOURS_HE = "אחת|שתיים|שתים|שלוש|ארבע|חמש|שש|שבע|שמונה|תשע|עשר"
HOURS_AR = "وحدة|تنتين|ثنتين|تلاتة|ثلاثة|[أا]ربعة|خمسة|ستة|سبعة|تمانة|ثمانية|تسعة|عشرة|حداعش|اتناعش|طناعش"
DAYS_AR = "سبت|أحد|احد|اثنين|إثنين|ثلاثاء|تلات|أربعاء|اربع|خميس|جمعة"
# By language, what is said and what is written. "The one at three" is no hour from which; Hebrew and Arabic
# move something "to four" and "to Saturday" in one word, and Arabic says "the 12" of a clock.
FORMS = {
    "en": (
        (r"\b(1\d|2[0-3])([0-5]\d)(?= (?:on|h|hrs|hours)\b)", r"\1:\2"),
        (rf"(?<!next )(?<!this )(?<!following )\b(?:a )?week on ({WEEKDAYS_EN})\b", r"\1 week"),
        (r"\b(noon|midday|\d(?:am|pm)?) (?=sat\b)", r"\1 on saturday "),
        (rf"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s (?=(?:{CONTRACTED_EN})\b)", r"\1 's "),
        (r"^\s*(mon|tue|wed|thu|fri|sat|sun), ", r"\1 "),
        (rf"\b(?:rather|better|sooner) ({WEEKDAYS_EN}) than (?={WEEKDAYS_EN})", r"\1 instead of "),
        (r"\b(?:bang|dead|spot) on (?=\d)", "at "),
        (
            r"\b(?:as soon as|soon as|the (?:second|minute|moment)|second|minute|moment|right when|when) "
            r"(?:you|u|ya|yous) (?:lot |guys )?open\b",
            "first thing",
        ),
    ),
    "de": (
        (r"(?<!\w)heute? in (?:einer|'?ner) woche(?!\w)", "in einer woche"),
        (r"(?<!\w)lieber ((?:am )?\w+(?: \w+){0,3}?) als (?=(?:am )?\w+tag)", r"\1 statt "),
        (r"(?<=übermorgen )früh(?!\w)", "vormittag"),
        (r"(?<!\w)(?:um )?(?:punkt|schlag) (?=\w)", "um "),
        (r"(?<!\w)(zwo|drei|vier|fünf|sechs|sieben|neun|zehn|elf|zwölf)[ae](?!\w)", r"\1"),
        (
            r"(?<!\w)(?:sobald|wenn|sowie) (?:ihr|sie|es) (?:auf(?:macht|machen|sperrt)|öffnet|öffnen)(?!\w)",
            "in der früh",
        ),
    ),
    "fr": (
        (
            rf"(?<!\w)({WEEKDAYS_FR}) (\d{{1,2}}) (?=(?:{HOURS_FR}) h(?!\w)|(?:{HOURS_FR}) heures?)",
            r"\1 \2 à ",
        ),
        (rf"(?<!\w)({WEEKDAYS_FR}) (\d{{1,2}})(?= (?:au|dans la|en|le) (?:matin|après|soir|fin))", r"\1 \2,"),
        (r"(?:vous|t'|tu|y|il y) ?(?:avez|as|auriez|aurais|aurait|a) pas (?=[^.!]*\?)", "vous avez "),
        (rf"(?<!\w)(?:celui|celle) de (?=\d|(?:{HOURS_FR})(?!\w))", "à "),
        (
            rf"(?<!\w)(?:plutôt|mieux) ((?:le )?(?:{WEEKDAYS_FR})) que (?=(?:le )?(?:{WEEKDAYS_FR}))",
            r"\1 au lieu de ",
        ),
        (r"(?:le )?lendemain (?:de |d')(?=\w)", "le jour après "),
        (rf"d'ici (?=(?:le |la |ce |à )?(?:{WEEKDAYS_FR})\b)", "jusqu'à "),
    ),
    "es": (
        (
            r"(?<!\w)(lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo) (\d{1,2})(?= (?:por|a|de|en) la (?:mañana|tarde|noche))",
            r"\1 \2,",
        ),
        (
            rf"(?<!\w)((?:el )?(?:{WEEKDAYS_ES})) mejor (?:que|q) (?=(?:el )?(?:{WEEKDAYS_ES}))",
            r"\1 en vez de ",
        ),
        (
            rf"(?<!\w)(?:mejor|prefiero) ((?:el )?(?:{WEEKDAYS_ES})) (?:que|q) (?=(?:el )?(?:{WEEKDAYS_ES}))",
            r"\1 en vez de ",
        ),
        (r"no (?:tenéis|tienen|tienes|hay|habrá|tendrán|tendríais|tendría) (?=[^.!]*\?)", "hay "),
        (r"(?:la |el día de la )?inmaculada(?: concepción)?(?!\w)", "8 de diciembre"),
        (r"(?<!\w)(?:el día de )?(?:los )?reyes(?: magos)?(?!\w)", "6 de enero"),
        (r"(?<!\w)(?:el|la|lo) de las? (?=\w)(?!\w+ en adelante|tarde|mañana|noche)", "a las "),
        (
            r"(?<!\w)(?:a las? |un )?(cuarto|cinco|diez|veinte|veinticinco|\d{1,2}) (?:minutos )?para las? (?=\w)(\w+)",
            r"a las \2 menos \1",
        ),
        (
            r"(?<!\w)(?:nada más|apenas|en cuanto|cuando) (?:abrir|abran|abráis|abren|abrís)(?!\w)",
            "a primera hora",
        ),
        (r"(?<!\w)entre (?:la )?una y (?:las )?dos(?!\w)", "entre las 13 y las 14 "),
    ),
    "it": (
        (
            r"(?<!\w)((?:lun|mart|mercol|giov|ven)[^\W\d]*ì|sabato|domenica) (\d{1,2})(?= (?:in |di |al |nel )?(?:mattin|pomerigg|sera))",
            r"\1 \2,",
        ),
        (r"(?<!\w)(?:quello|quella) (?:delle |dell')(?=\w)", "alle "),
        (rf"(?<!\w)(?:meglio|preferisco) ({WEEKDAYS_IT}) che (?={WEEKDAYS_IT})", r"\1 invece di "),
        (r"non (?:avete|c'è|avreste|ci sarebbe|si può) (?=[^.!]*\?)", "avete "),
        (r"(?:l'|dell'|all')?immacolata(?: concezione)?(?!\w)", "l'8 dicembre"),
        (r"(?<!\w)sant'ambrogio(?!\w)", "7 dicembre"),
        (r"(?<!\w)entro (?=(?:il |la )?(?:luned|marted|mercoled|gioved|venerd|sabato|domenica))", "fino a "),
        (r"(?<!\w)(?:(?:dalle|alle) )?(?:h|ore) (?=\d{1,2}(?!\d))", "alle "),
    ),
    "he": (
        (rf"(?<!\w)(?<!יום )({WEEKDAYS_HE}) (?=(?:ב?סביבות|ב?ערך|\d|(?:{HOURS_HE})(?!\w)))", r"יום \1 "),
        (r"של (?=(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)(?!\w))", "ביום "),
        (r"(?<!\w)(?:התכוונתי|תזיז\w*|להזיז|לשנות|תעביר\w*|להעביר) ל(?=[\u05d0-\u05ea]{2})", "ב"),
        (r"(?<=אותו )יום ב-?(?=\d)", "יום בשעה "),
        (r"(?:עוד )?שבועיים (?:בדיוק )?מהיום", "בעוד שבועיים"),
        (r"ה(?=(?:ראשון|שני|שלישי|אחרון) ב(?:יום|ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת))", "ה-"),
    ),
    "ar": (
        (rf"(?<!\w)لل(?={DAYS_AR})", "ال"),
        (r"(?<!\w)(\d{1,2}) ?(?:ب|من )?(?=الشهر(?!\w))", r"\1 من "),
        (r"(?<!\w)(?:ال|شي )(?=\d)", "الساعة "),
        (r"(?<=ال)ضهر", "ظهر"),
        (rf"(?<!\w)عال(?=(?:{HOURS_AR})(?!\w))", "الساعة "),
        (r"(?<=\w) و(?:تلت|ثلث)(?!\w)", " و20 دقيقة"),
        (r"(?<!\w)([إا]لا) (?:تلت|ثلث)(?!\w)", r"\1 20"),
        (r"(?<!\w)(\d{1,2}) شهر (\d{1,2})(?!\d)", r"\1/\2"),
    ),
}


def in_written_form(text: str, language: str) -> str:
    """The text with what is said so as it is written; English is understood beside every language."""
    for pattern, written in (*_forms(language), *(() if language == "en" else _forms("en"))):
        text = pattern.sub(written, text)
    return text


@cache
def _forms(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(said, re.I), written) for said, written in FORMS[language])
