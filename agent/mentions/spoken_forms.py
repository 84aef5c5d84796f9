"""Times as they are said, put as they are written: what a language writes in one word with a preposition, or
says of a list that is shown. Pure."""

import re
from functools import cache

WEEKDAYS_EN = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
WEEKDAYS_FR = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
DAYS_AR = "سبت|أحد|احد|اثنين|إثنين|ثلاثاء|تلات|أربعاء|اربع|خميس|جمعة"
# By language, what is said and what is written. "The one at three" is no hour from which; Hebrew and Arabic
# move something "to four" and "to Saturday" in one word, and Arabic says "the 12" of a clock.
FORMS = {
    "en": (
        (r"\b(1\d|2[0-3])([0-5]\d)(?= (?:on|h|hrs|hours)\b)", r"\1:\2"),
        (rf"(?<!next )(?<!this )(?<!following )\b(?:a )?week on ({WEEKDAYS_EN})\b", r"\1 week"),
        (r"\b(noon|midday|\d(?:am|pm)?) (?=sat\b)", r"\1 on saturday "),
    ),
    "de": (
        (r"(?<!\w)heute? in (?:einer|'?ner) woche(?!\w)", "in einer woche"),
        (r"(?<=übermorgen )früh(?!\w)", "vormittag"),
    ),
    "fr": (
        (rf"(?<!\w)({WEEKDAYS_FR}) (\d{{1,2}})(?= (?:au|dans la|en|le) (?:matin|après|soir|fin))", r"\1 \2,"),
        (r"(?:vous|t'|tu|y|il y) ?(?:avez|as|auriez|aurais|aurait|a) pas (?=[^.!]*\?)", "vous avez "),
        (r"(?:le )?lendemain (?:de |d')(?=\w)", "le jour après "),
        (rf"d'ici (?=(?:le |la |ce |à )?(?:{WEEKDAYS_FR})\b)", "jusqu'à "),
    ),
    "es": (
        (
            r"(?<!\w)(lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo) (\d{1,2})(?= (?:por|a|de|en) la (?:mañana|tarde|noche))",
            r"\1 \2,",
        ),
        (r"no (?:tenéis|tienen|tienes|hay|habrá|tendrán|tendríais|tendría) (?=[^.!]*\?)", "hay "),
        (r"(?:la |el día de la )?inmaculada(?: concepción)?(?!\w)", "8 de diciembre"),
        (r"(?<!\w)(?:el día de )?(?:los )?reyes(?: magos)?(?!\w)", "6 de enero"),
        (r"(?<!\w)(?:el|la|lo) de las? (?=\w)(?!\w+ en adelante|tarde|mañana|noche)", "a las "),
        (r"(?<!\w)entre (?:la )?una y (?:las )?dos(?!\w)", "entre las 13 y las 14 "),
    ),
    "it": (
        (
            r"(?<!\w)((?:lun|mart|mercol|giov|ven)[^\W\d]*ì|sabato|domenica) (\d{1,2})(?= (?:in |di |al |nel )?(?:mattin|pomerigg|sera))",
            r"\1 \2,",
        ),
        (r"non (?:avete|c'è|avreste|ci sarebbe|si può) (?=[^.!]*\?)", "avete "),
        (r"(?:l'|dell'|all')?immacolata(?: concezione)?(?!\w)", "l'8 dicembre"),
        (r"(?<!\w)sant'ambrogio(?!\w)", "7 dicembre"),
        (r"(?<!\w)entro (?=(?:il |la )?(?:luned|marted|mercoled|gioved|venerd|sabato|domenica))", "fino a "),
        (r"(?<!\w)h (?=\d{1,2}(?!\d))", "alle "),
    ),
    "he": (
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
        (r"(?<=\w) و(?:تلت|ثلث)(?!\w)", " و20 دقيقة"),
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
