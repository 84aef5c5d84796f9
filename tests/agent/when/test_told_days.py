"""Kinds of saying a day that were read as something else, each in the languages it occurs in; "" is nothing
about time.

The Hebrew "ב-14" is a day where the sentence tells no other one and the number is above twelve; beside a day,
and up to twelve, it is an hour.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agent.when import read
from tests.agent.when.shorthand import shorthand

# A Saturday.
NOW = datetime(2026, 11, 28, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))

IN_BLANKS = {
    "en": {
        "24 12 26": "12-24", "on 9 1 27 at 3pm": "2027-01-09 15:00", "could I come 5 12 26?": "12-05",
        "my number is 24 12 26": "",
        "call me on 01 23 45 67": "", "sizes 10 12 26": "", "24 12 26 euros": "", "my phone 24 12 26": "",
        "Thu 24 12 26": "12-24",
        "24 12 26, 10am": "12-24 10:00", "24 12 26 2pm": "12-24 14:00",
        "between 5 12 26 and 7 12 26": "12-05..12-07", "code 24 12 26": "", "£24 12 26": "",
        "030 24 12 26": "", "24 12 26 55": "", "+49 24 12 26": "",
        "my measurements are 36 24 26": "", "10 20 30": "", "1 2 3": "",
    },
    "de": {
        "am 24 12 26": "12-24", "24 12 26 um 10": "12-24 10:00", "Donnerstag 24 12 26": "12-24",
        "am 9 1 27": "2027-01-09",
        "kann ich am 03 12 26 kommen": "12-03", "31 02 27": "?no_such_day", "meine Nummer ist 08 15 26": "",
        "Tel 040 12 11 26 30": "",
        "0151 24 12 26": "", "24. 12. 26": "12-24", "am 24.12. 26": "12-24", "24.12. 10 Uhr": "12-24 10:00",
        "24.12. 26 Personen": "12-24",
    },
    "fr": {
        "le 24 12 26": "12-24", "le 31 04 27 svp": "?no_such_day", "06 12 34 56 78": "",
        "mon numéro : 06 12 26 08 27": "", "01 12 26": "12-01",
    },
    "es": {
        "el 24 12 26": "12-24", "talla 38 12 26": "",
    },
    "it": {
        "il 24 12 26": "12-24",
    },
    "he": {
        "ב-24 12 26": "12-24", "ב-9 1 27 בשעה 10": "2027-01-09 10:00",
    },
    "ar": {
        "يوم 24 12 26": "12-24",
    },
}  # fmt: skip

SPELT_DAYS = {
    "es": {
        "el veintidós": "12-22", "el veintidós por favor": "12-22", "para el catorce": "12-14",
        "quiero cita el quince a las diez": "12-15 10:00",
        "el día nueve": "12-09", "del dos al cinco": "12-02..12-05", "el treinta y uno": "12-31",
        "a las tres": "15:00", "las tres": "", "los dos": "",
        "el dieciocho entonces": "12-18", "el veintidós tienes hueco": "12-22",
        "el viernes dieciocho": "12-18", "el diez por ciento de descuento": "",
        "viernes cinco de la tarde": "12-04 12:00..18:00", "del 15 al 17": "12-15..12-17",
        "desde el quince": "12-15..",
        "el uno de enero": "2027-01-01", "de las 9 a las 12": "9:00..12:00",
        "entre las nueve y las doce": "9:00..12:00",
    },
    "it": {
        "il diciotto": "12-18", "il diciotto va bene?": "12-18", "per il ventidue grazie": "12-22",
        "il quindici alle quindici": "12-15 15:00",
        "l'otto": "12-08", "l'undici dicembre": "12-11", "alle quindici": "15:00", "le quattro": "",
        "i due": "", "dal 15 al 17": "12-15..12-17",
        "dalle 15 alle 17": "15:00..17:00", "dopo il 15": "12-16..", "dopo le 15": "15:00..",
        "venerdì diciotto": "12-18", "venerdì alle diciotto": "12-04 18:00",
        "la mattina del 14": "12-14 4:00..12:00",
        "il 14 via Roma": "",
    },
    "fr": {
        "le quatorze": "12-14", "le quatorze si possible": "12-14", "pour le vingt-deux": "12-22",
        "le seize à dix heures": "12-16 10:00",
        "le huit": "12-08", "à quatorze heures": "14:00", "les quatre": "", "les deux me vont": "",
        "du douze au quinze": "12-12..12-15",
        "à partir du quinze": "12-15..", "le deux à trois heures": "12-02 15:00",
        "vendredi dix-huit": "12-18", "vendredi dix heures": "12-04 10:00",
        "à quinze heures le seize": "12-16 15:00", "pas le quinze": "!12-15",
        "entre le quinze et le vingt": "12-15..12-20", "du 9 au 12 h": "9:00..12:00",
        "le 15 rue des Lilas": "", "le matin du 14": "12-14 4:00..12:00",
    },
    "de": {
        "am zweiundzwanzigsten": "12-22", "am vierzehnten bitte": "12-14", "der achtzehnte wäre gut": "12-18",
        "den fünfzehnten um zehn": "12-15 10:00",
        "der erste": "", "den dreiundzwanzigsten nehme ich": "12-23", "der achte Termin": "",
    },
    "en": {
        "on the twenty-second": "12-22", "the fourteenth please": "12-14",
        "the eighteenth would be good": "12-18",
        "on the twenty second thanks": "12-22", "I'll take the second": "", "the eleventh hour": "",
        "the twelfth floor": "",
        "the nineteenth, if possible": "12-19",
    },
    "he": {
        "בארבעה עשר": "12-14", "בעשרים ושניים בבקשה": "12-22",
    },
    "ar": {
        "يوم الرابع عشر": "12-14", "في الثاني والعشرين من فضلك": "12-22", "يوم أربعة عشر": "12-14",
        "في 22": "12-22", "الرابع عشر": "12-14", "في 15 يوم": "", "غدا في 14": "11-29", "يوم واحد": "",
    },
}  # fmt: skip

HEBREW = {
    "he": {
        "אחד עשר בדצמבר": "12-11", "באחד עשר בדצמבר": "12-11", "שנים עשר בדצמבר": "12-12",
        "שניים עשר בדצמבר": "12-12", "שלושה עשר בדצמבר": "12-13",
        "שלושה-עשר בדצמבר": "12-13", "ארבעה עשר בדצמבר": "12-14", "חמישה עשר לדצמבר": "12-15",
        "שישה עשר בדצמבר": "12-16", "שבעה עשר בדצמבר": "12-17",
        "שמונה עשר בדצמבר": "12-18", "תשעה עשר בינואר": "2027-01-19", "עשרים ואחד בדצמבר": "12-21",
        "עשרים ואחת בדצמבר": "12-21",
        "בעשרים ושניים בדצמבר": "12-22", "עשרים ותשעה בדצמבר": "12-29", "שלושים ואחד בדצמבר": "12-31",
        "ה-עשרים ושלושה בדצמבר": "12-23",
        "שלוש עשרה בדצמבר": "12-13", "תשעה-עשר בדצמבר": "12-19", "עשרים בדצמבר": "12-20",
        "שלושים ושניים בדצמבר": "?no_such_day", "ב-14": "12-14",
        "תור ב-14": "12-14", "אפשר תור ל-22?": "12-22", "אפשר לקבוע תור ב-22": "12-22",
        "אני רוצה תור ב-18 בבקשה": "12-18", "בשעה 14": "14:00",
        "ב-14:00": "14:00", "ב-14 בשעה 10": "12-14 10:00", "מחר ב-14": "11-29 14:00", "ב-14 בדצמבר": "12-14",
        "ב-25": "12-25", "תור ל-3 אנשים": "",
        "תור ל-22 אנשים": "", "ב-40 שקל": "", "לעשרים ושניים": "12-22", "יום שני ב-14": "11-30 14:00",
        "ב-19 לחודש": "12-19", "קבע לי ל-16": "12-16",
        "ב-14 או ב-16": "12-14|12-16", "ב-14 וחצי": "14:30", "ב-20 בערב": "20:00",
        "ב-20 בבוקר": "12-20 4:00..12:00", "בין 14 ל-16": "14:00..16:00",
        "ב-12": "12:00", "בשעה שלוש עשרה": "13:00", "ב-20 אנשים": "", "ב-20 דקות": "", "לתאריך 14": "12-14",
        "בארבעה עשר לינואר בשעה עשר": "2027-01-14 10:00", "ב-18 בין 10 ל-12": "12-18 10:00..12:00",
        "לא ב-14": "!12-14", "בערב ב-20": "20:00", "חמשה עשר בדצמבר": "12-15", "ב-10": "10:00",
    },
}  # fmt: skip

OCCASIONS = {
    "en": {
        "for a big night out": "", "hair for a night out": "", "evening gown fitting": "",
        "an evening dress": "", "evening make-up": "",
        "evening hairstyle": "", "a morning coat fitting": "", "night cream facial": "",
        "Friday evening": "12-04 17:00..",
        "evening makeup on Friday": "12-04", "evening please": "17:00..", "a hen night": "",
        "date night hair": "", "opening night": "",
        "wedding night updo": "", "afternoon tea": "", "Friday evening hair": "12-04 17:00..",
        "evening appointment": "17:00..",
        "evening slots": "17:00..", "a manicure evening of the 12th": "12-12 17:00..",
        "make-up for a black tie evening": "", "an evening out": "",
        "a night on the town hairdo on Saturday": "12-05",
        "an evening appointment please": "17:00..", "any evening next week": "11-30..12-06 17:00..",
        "Saturday evening updo": "12-05 17:00..",
        "a blow dry for a night out on Friday evening": "12-04 17:00..",
        "one evening next week": "11-30..12-06 17:00..",
    },
    "de": {
        "Abendfrisur": "", "eine Abendfrisur am Freitag": "12-04", "Abend-Make-up": "", "Abend Make-up": "",
        "für einen Mädelsabend": "",
        "ein Abendkleid anprobieren": "", "Freitag Abend": "12-04 17:00..", "für den Polterabend": "",
        "Freitagabend": "12-04 17:00..",
        "am Abend": "17:00..", "Morgenmantel": "", "Frisur für einen Abend zu zweit": "",
        "ein Abend-Look für Samstag": "12-05",
        "heute Abend": "11-28 17:00..", "eine Massage abends": "17:00..", "Abend-Termin": "17:00..",
        "für einen besonderen Abend": "", "Brautfrisur für den großen Abend": "",
        "für den späten Abend": "20:00..", "an einem Abend": "17:00..",
    },
    "fr": {
        "coiffure de soirée": "", "maquillage de soirée vendredi": "12-04", "une robe de soirée": "",
        "chignon soirée": "", "maquillage soirée": "",
        "vendredi soir": "12-04 17:00..", "en soirée": "17:00..", "crème de nuit": "", "pour une soirée": "",
        "soirée de gala": "",
        "dans la soirée": "17:00..", "une belle soirée": "",
        "un chignon de soirée pour vendredi soir": "12-04 17:00..", "coupe le soir": "17:00..",
        "une coupe le soir": "17:00..",
        "8h du soir": "20:00", "un soir de la semaine prochaine": "11-30..12-06 17:00..",
        "samedi soirée": "12-05 17:00..",
    },
    "es": {
        "peinado de noche": "", "vestido de noche": "", "maquillaje de noche el viernes": "12-04",
        "el viernes por la noche": "12-04 18:00..",
        "a las 9 de la noche": "21:00", "crema de noche": "", "una manicura por la noche": "18:00..",
        "una noche de fiesta": "",
    },
    "it": {
        "acconciatura da sera": "", "trucco da sera venerdì": "12-04", "abito da sera": "",
        "venerdì sera": "12-04 17:00..", "di sera": "17:00..", "un taglio di sera": "17:00..",
        "crema notte": "", "acconciatura sera": "", "alle 8 della sera": "20:00",
        "una sera della prossima settimana": "11-30..12-06 17:00..",
        "preferisco sera": "17:00..",
    },
    "he": {
        "תסרוקת ערב": "", "איפור ערב": "", "שמלת ערב": "", "תסרוקת ערב ביום שישי": "12-04",
        "יום שישי בערב": "12-04 17:00..",
        "מחר ערב": "11-29 17:00..", "קרם לילה": "", "תסרוקת של ערב": "", "תספורת בערב": "17:00..",
        "רק ערב": "17:00..", "מתאים לי ערב": "17:00..", "אירוע ערב ביום חמישי": "12-03",
    },
    "ar": {
        "تسريحة سهرة": "", "فستان سهرة": "", "مكياج سهرة يوم الجمعة": "12-04", "مساء الجمعة": "12-04 17:00..",
        "تسريحة مسائية": "", "مكياج مساء": "",
        "فستان مساء": "", "غدا مساء": "11-29 17:00..", "كريم ليلي": "",
    },
}  # fmt: skip

NO_SUCH_DAY = {
    "it": [
        "il 38 gennaio", "il 40 gennaio", "il 45 marzo alle 10", "lo 0 maggio", "il quaranta marzo",
        "il trentadue gennaio", "il 99 maggio",
        "il 38 gen",
    ],
    "en": [
        "the 0th of May", "0 May", "May 0", "the 45 of March", "45 March", "March 45", "the zeroth of May",
        "the thirty-second of March",
        "the fortieth of May", "the 00th of June", "on the 45th March", "the 32 Jan", "45/3/2027",
        "the 45th of next month", "May 100",
    ],
    "es": [
        "el 33 de enero", "el 45 de marzo", "el 0 de enero", "el treinta y tres de enero",
        "el cuarenta de mayo", "el 41 dic", "el 100 de enero", "el cero de mayo",
    ],
    "de": [
        "45. März", "am 0. Mai", "am 40. Mai", "am 45 März", "am zweiunddreißigsten Mai", "am nullten Mai",
        "am vierzigsten März", "den 99. Januar",
        "der 100. März", "am hundertsten Mai", "am fünfundvierzigsten März",
    ],
    "fr": [
        "le 40 mai", "le 0 mai", "le 45 mars", "le trente-deux janvier", "le quarante mai",
        "le 99 juin à 10h", "le 38 janv.", "le 100 mai", "le zéro mai", "le cent mai", "mai 40",
    ],
    "he": [
        "ב-38 בינואר", "ה-45 במרץ", "40 במאי", "0 במאי", "ארבעים במאי", "שלושים ושלושה בינואר", "ה-38 לינואר",
        "אפס במאי",
    ],
    "ar": [
        "38 يناير", "يوم 45 مارس", "٤٠ مايو", "0 مايو", "الأربعين من مايو", "الثاني والثلاثين من يناير",
        "40 من مايو", "الثالث والثلاثين من يناير",
    ],
}  # fmt: skip

SHORT_FORMS = {
    "fr": {
        "11 sept. 2027": "2027-09-11", "le 11 sept. 2027": "2027-09-11", "le 11 sept 2027": "2027-09-11",
        "le 11 sept.": "2027-09-11",
        "11 sept": "2027-09-11", "le 3 sept à 10h": "2027-09-03 10:00", "le sept": "12-07",
        "le sept décembre": "12-07", "à sept heures": "19:00",
        "le sept sept": "2027-09-07", "le 40 sept.": "?no_such_day", "sept. 2027": "2027-09-01..2027-09-30",
        "le 11 sept. 2027 à 14h": "2027-09-11 14:00", "sept personnes": "", "le dix sept": "12-17",
        "le dix-sept": "12-17",
        "20 janv. 2027": "2027-01-20", "12 déc. 2026": "12-12", "pas si tôt": "10:00..",
        "pas trop tôt": "10:00..", "pas trop tard": "..18:00",
        "3-5 décembre": "12-03..12-05", "du 3 au 5 déc.": "12-03..12-05",
        "du 3 sept. au 5 sept.": "2027-09-03..2027-09-05", "début sept.": "2027-09-01..2027-09-10",
        "les sept nains": "", "mi-sept.": "2027-09-01..2027-09-30", "en sept jours": "12-05",
    },
    "de": {
        "nicht so früh": "10:00..", "bitte nicht so früh": "10:00..", "nicht zu früh": "10:00..",
        "nicht so spät": "..18:00",
        "nicht zu spät bitte": "..18:00", "so früh wie möglich": "soonest", "3.-5. Dezember": "12-03..12-05",
        "3.-5.12.": "12-03..12-05",
        "vom 3. bis 5. Dezember": "12-03..12-05", "3./4. Januar": "2027-01-03|2027-01-04",
        "nicht so früh bitte, lieber mittags": "12:00..14:00",
    },
    "en": {
        "not so early": "10:00..", "not too early": "10:00..", "not so late": "..18:00",
        "not too late": "..18:00", "3.-5. dec": "12-03..12-05",
        "3-5 December": "12-03..12-05", "3.-5. December": "12-03..12-05", "3.–5. dec": "12-03..12-05",
        "3 – 5 Dec": "12-03..12-05",
        "3rd-5th dec": "12-03..12-05", "Dec 3-5": "12-03..12-05", "28 Dec - 3 Jan": "12-28..2027-01-03",
        "3.-5.12.": "12-03..12-05",
        "3. - 5. dec": "12-03..12-05", "3-5 December 2027": "2027-12-03..2027-12-05",
        "3.-5. dec 2027": "2027-12-03..2027-12-05",
        "3.-5. dec. please": "12-03..12-05", "3./4. Dec": "12-03|12-04", "3/5 December": "12-03|12-05",
        "the 3./4. of December": "12-03|12-04", "version 3.-5.": "",
    },
    "es": {
        "no tan temprano": "10:00..", "no muy tarde": "..18:00", "no tan pronto": "10:00..",
        "3-5 de diciembre": "12-03..12-05",
    },
    "it": {
        "non così presto": "10:00..", "non troppo presto": "10:00..", "non troppo tardi": "..18:00",
        "3-5 dicembre": "12-03..12-05",
        "dal 3 al 5 dicembre": "12-03..12-05",
    },
    "he": {
        "לא כל כך מוקדם": "10:00..", "לא מוקדם מדי": "10:00..", "לא מאוחר מדי": "..18:00",
        "3-5 בדצמבר": "12-03..12-05",
    },
    "ar": {
        "ليس مبكرا جدا": "10:00..", "ليس باكرا": "10:00..", "ليس متأخرا جدا": "..18:00",
        "3-5 ديسمبر": "12-03..12-05",
    },
}  # fmt: skip


def said(text: str, language: str) -> str:
    when = read(text, NOW, "Europe/Berlin", language, "DE")
    return " ".join([shorthand(when), *(f"?{problem.kind}" for problem in when.problems)]).strip()


def each(kind: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    return [(language, text, wanted) for language, ways in kind.items() for text, wanted in ways.items()]


@pytest.mark.parametrize(("language", "text", "wanted"), each(IN_BLANKS))
def test_numbers_with_blanks_are_a_date_or_a_row_of_numbers(language, text, wanted):
    assert said(text, language) == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), each(SPELT_DAYS))
def test_a_number_behind_the_article_of_days_is_a_day(language, text, wanted):
    assert said(text, language) == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), each(HEBREW))
def test_hebrew_numbers_of_days(language, text, wanted):
    assert said(text, language) == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), each(OCCASIONS))
def test_an_occasion_is_no_time_of_day(language, text, wanted):
    assert said(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in NO_SUCH_DAY.items() for text in texts]
)
def test_a_number_no_month_has_is_not_the_whole_month(language, text):
    when = read(text, NOW, "Europe/Berlin", language, "DE")
    assert [problem.kind for problem in when.problems] == ["no_such_day"]
    assert when.dates == ()
    assert not when.allows(NOW)


@pytest.mark.parametrize(("language", "text", "wanted"), each(SHORT_FORMS))
def test_short_forms_are_read_in_full(language, text, wanted):
    assert said(text, language) == wanted
