"""Whoever wants to be moved says so with any verb: the frame tells it, in seven languages."""

from datetime import UTC, datetime

import pytest

from agent.languages import LANGUAGES
from agent.mentions.moves import is_moved, number_moved_to
from agent.when import read

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MOVED = {
    "en": ("could you bump us to thursday", "chuck me over to monday morning", "yeet it to next week",
        "can u slide my cut to 4pm", "flip that to saturday pls", "stick me in for wednesday",
        "budge the appointment to the 4th", "shuffle me along to 6:30"),
    "de": ("schmeiß mich auf Donnerstag", "kannst du uns bitte auf Montag früh legen",
        "hau das mal auf nächste Woche", "zieh meinen Termin auf 16 Uhr", "leg mich einfach auf Samstag",
        "ballert mich auf den 4. Dezember", "pack es auf'n Mittwoch", "trag mich für Freitag ein"),
    "fr": ("balance-moi ça à jeudi", "vous me calez à lundi matin", "tu nous bascules au 4 décembre ?",
        "fous-moi à samedi", "vous pourriez me glisser à 16h", "décalez tout à mercredi",
        "on le pousse à vendredi", "mets-le à mardi"),
    "es": ("me echas al viernes", "nos puedes tirar para el lunes", "ponme a las 4", "la corres al sábado",
        "me lo dejas para el miércoles", "chútame al martes", "pásanosla al 4 de diciembre",
        "córreme la cita pal jueves"),
    "it": ("mi metti a venerdì", "ci piazzi a lunedì mattina", "buttala a sabato",
        "me lo fai slittare a martedì",
        "spostaci alle 16", "lo tiri a mercoledì", "mi ficchi al 4 dicembre", "sbattimi a giovedì"),
    "he": ("תעיף אותי ליום שני", "תדחוף אותנו לשבת", "תגלגלי אותי לרביעי", "תזרוק את זה ליום שישי",
        "תקפיץ אותי ל-16:00", "תעבירו את התור ליום ראשון", "שימי אותי ליום שלישי"),
    "ar": ("ارميني على الخميس", "زحلقها ليوم الاثنين", "نزلني على السبت", "ودّيني للاربعاء",
        "خليها الساعة 4", "حطنا على يوم الجمعة", "أجل الموعد ليوم الثلاثاء"),
}  # fmt: skip
OTHERS = {
    "en": ("remind me on friday", "does it go to 5pm", "see you on friday", "call me back at 4pm",
        "I look forward to friday", "please don't move me to friday", "are you open to 6pm?",
        "talk to me on monday",
        "why did you put me to friday?", "is the price the same on monday",
        "change my name to april"),
    "de": ("ich freue mich auf Freitag", "erinnert mich am Freitag", "dauert es bis 16 Uhr?",
        "wartet ihr auf mich am Montag", "schieb mich nicht auf Freitag", "bis Freitag dann",
        "ruft mich um 16 Uhr an"),
    "fr": ("rappelez-moi à 16h", "à jeudi !", "vous êtes ouverts à 16h ?", "ne me décalez pas à jeudi",
        "je me lève à 7h", "le prix est le même à 16h ?"),
    "es": ("llámame a las 4", "me levanto a las 7", "hola a las 5", "no me pases al jueves",
        "nos vemos el jueves",
        "¿abren a las 9?"),
    "it": ("chiamami alle 4", "mi sveglio alle 7", "non spostarmi a giovedì", "ci vediamo giovedì",
        "aprite alle 9?"),
    "he": ("תזכירי לי ביום חמישי", "אל תעביר אותי ליום חמישי", "נתראה ביום חמישי", "אתם פתוחים ב-9:00?"),
    "ar": ("ذكرني يوم الخميس", "لا تنقلني للخميس", "أراكم يوم الخميس", "هل تفتحون الساعة 9؟"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_verb_moves(language: str) -> None:
    assert [one for one in MOVED[language] if not _moves(one, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_has_a_time_moves_nothing(language: str) -> None:
    assert [one for one in OTHERS[language] if _moves(one, language)] == []


@pytest.mark.parametrize(
    ("language", "text", "hour"),
    [
        ("en", "bump me to 5", 5),
        ("de", "schieb uns auf 15", 15),
        ("fr", "calez-moi à 5", 5),
        ("he", "תעבירי אותי ל-5", 5),
        ("ar", "حطني على 5", 5),
        ("en", "bump me to 5 people", None),
        ("de", "auf 5", None),
    ],
)
def test_a_mere_number_is_the_hour_it_is_moved_to(language: str, text: str, hour: int | None) -> None:
    assert number_moved_to(text, language) == hour


def _moves(text: str, language: str) -> bool:
    return is_moved(text, read(text, NOW, "UTC", language).spans, language)
