"""What text messages say beside the title of their letter and its facts. Every letter of it costs."""

from msgspec import Struct

from agent.languages import language_of


class TextWords(Struct, frozen=True):
    """``manage`` and ``again`` stand before a link, ``stop`` at the end."""

    manage: str
    again: str
    stop: str


TEXT_WORDS = {
    "en": TextWords("Change or cancel:", "Book again:", "STOP: no more texts"),
    "de": TextWords("Ändern oder absagen:", "Neu buchen:", "STOP: keine SMS mehr"),
    "fr": TextWords("Modifier ou annuler :", "Réserver à nouveau :", "STOP : plus de SMS"),
    "es": TextWords("Cambiar o cancelar:", "Reservar de nuevo:", "STOP: no más SMS"),
    "it": TextWords("Modifica o disdici:", "Prenota di nuovo:", "STOP: niente più SMS"),
    "he": TextWords("לשינוי או ביטול:", "להזמנת תור חדש:", "להסרה: STOP"),
    "ar": TextWords("للتعديل أو الإلغاء:", "للحجز من جديد:", "لإيقاف الرسائل: STOP"),
}


def text_words(locale: str) -> TextWords:
    return TEXT_WORDS[language_of(locale)]
