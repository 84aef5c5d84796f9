"""When one's own appointment is, asked in any order of words, with one known or none."""

import pytest

from agent.mentions.own_appointment import asks_of_it, asks_whether_booked

ASKED = {
    "en": ("my booking, when is it?", "when exactly was my appointment?"),
    "de": ("mein Termin, um wie viel Uhr ist der?", "wann war noch gleich mein Termin?"),
    "fr": ("c'est quand, mon rendez-vous ?", "mon rdv, c'est à quelle heure ?"),
    "es": ("mi reserva, ¿a qué hora es?", "¿cuándo dijimos que era mi cita?"),
    "it": ("la mia prenotazione, quand'è?", "a che ora è il mio appuntamento?"),
    "he": ("התור שלי, באיזו שעה הוא?", "מתי בדיוק התור שלי?"),
    "ar": ("حجزي، متى هو؟", "الساعة كم موعدي؟"),
}
OTHERS = {
    "en": ("can you move my appointment to when Dana is in?", "when can I make my appointment?"),
    "de": ("wann kann ich meinen Termin buchen?", "ich will meinen Termin verschieben, wann geht es?"),
    "fr": ("quand pourrais-je déplacer mon rdv ?", "je voudrais changer mon rdv, quand êtes-vous libres ?"),
    "es": ("quiero cambiar mi cita, ¿cuándo hay hueco?",),
    "it": ("vorrei spostare il mio appuntamento, quando siete aperti?",),
    "he": ("אפשר להזיז את התור שלי, מתי פנוי?",),
    "ar": ("ممكن اغير موعدي، متى في وقت؟",),
}
AT_THE_END = [
    ("de", "und da muss ich wann genau da sein?"),
    ("fr", "je dois passer quand exactement ?"),
    ("it", "devo essere lì a che ora esattamente?"),
]


@pytest.mark.parametrize("language", ASKED)
def test_it_is_told_from_other_questions(language: str) -> None:
    assert [one for one in ASKED[language] if not asks_whether_booked(one, language)] == []
    assert [one for one in OTHERS[language] if asks_whether_booked(one, language)] == []


@pytest.mark.parametrize(("language", "text"), AT_THE_END)
def test_the_word_that_asks_may_stand_last(language: str, text: str) -> None:
    assert asks_of_it(text, language)
