"""What is said to a note for the business that comes with a booking."""

from msgspec import Struct

from agent.languages import language_of


class Notes(Struct, frozen=True):
    """``kept``: the answer to which question of the business it became; ``directly`` and ``on_arrival``: how to
    tell it where a booking has no such question, by the ways to reach the business and without any."""

    kept: str
    directly: str
    on_arrival: str


NOTES = {
    "en": Notes(
        "I have noted that under “{question}”.",
        "There is no place for notes in this booking. Please tell us directly: {contact}.",
        "There is no place for notes in this booking. Please tell us when you come.",
    ),
    "de": Notes(
        "Das habe ich notiert unter „{question}“.",
        "Für Hinweise gibt es in dieser Buchung kein Feld. Bitte sagen Sie es uns direkt: {contact}.",
        "Für Hinweise gibt es in dieser Buchung kein Feld. Bitte sagen Sie es uns, wenn Sie kommen.",
    ),
    "fr": Notes(
        "C'est noté, sous « {question} ».",
        "Cette réservation n'a pas de champ pour les remarques. Dites-le-nous directement, s'il vous plaît : "
        "{contact}.",
        "Cette réservation n'a pas de champ pour les remarques. Dites-le-nous à votre arrivée, s'il vous plaît.",
    ),
    "es": Notes(
        "Lo he anotado en «{question}».",
        "Esta reserva no tiene un campo para notas. Díganoslo directamente, por favor: {contact}.",
        "Esta reserva no tiene un campo para notas. Díganoslo al llegar, por favor.",
    ),
    "it": Notes(
        "L'ho annotato in «{question}».",
        "Questa prenotazione non ha un campo per le note. Ce lo dica direttamente, per favore: {contact}.",
        "Questa prenotazione non ha un campo per le note. Ce lo dica quando arriva, per favore.",
    ),
    "he": Notes(
        "רשמתי את זה תחת „{question}”.",
        "אין בהזמנה הזו מקום להערות. נא לספר לנו ישירות: {contact}.",
        "אין בהזמנה הזו מקום להערות. נא לספר לנו כשמגיעים.",
    ),
    "ar": Notes(
        "سجلت ذلك تحت «{question}».",
        "لا يوجد في هذا الحجز مكان للملاحظات. يرجى إخبارنا مباشرة: {contact}.",
        "لا يوجد في هذا الحجز مكان للملاحظات. يرجى إخبارنا عند الحضور.",
    ),
}


def notes_in(locale: str) -> Notes:
    return NOTES[language_of(locale)]
