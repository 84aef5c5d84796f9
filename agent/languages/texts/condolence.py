"""What is said to whoever tells sad news, in each language: a kind line, and the way to move or cancel."""

from msgspec import Struct

from agent.languages import language_of


class Condolence(Struct, frozen=True):
    """``kind`` answers a death and ``sorry`` a hardship, alone or before an answer; ``ways`` follows where
    nothing was asked for, ``unbooked`` where a summary to book lies open or was refused; ``move`` and
    ``cancel`` are buttons."""

    kind: str
    sorry: str
    unbooked: str
    ways: str
    move: str
    cancel: str


SAID = {
    "en": Condolence(
        kind="I am very sorry for your loss.",
        sorry="I am sorry to hear that.",
        unbooked="Nothing has been booked. Whenever you like, we can find another time; there is no hurry.",
        ways="If you have an appointment, I can move or cancel it for you. There is no hurry.",
        move="Move my appointment",
        cancel="Cancel my appointment",
    ),
    "de": Condolence(
        kind="Das tut mir sehr leid, mein herzliches Beileid.",
        sorry="Das tut mir leid.",
        unbooked="Es wurde nichts gebucht. Wenn Sie mögen, finden wir später eine andere Zeit; es eilt nicht.",
        ways="Wenn Sie einen Termin haben, kann ich ihn verschieben oder absagen. Es eilt nicht.",
        move="Termin verschieben",
        cancel="Termin absagen",
    ),
    "fr": Condolence(
        kind="Je suis sincèrement désolé, toutes mes condoléances.",
        sorry="Je suis désolé de l’apprendre.",
        unbooked="Rien n’a été réservé. Quand vous le souhaiterez, nous trouverons un autre moment ; rien ne presse.",
        ways="Si vous avez un rendez-vous, je peux le déplacer ou l’annuler. Rien ne presse.",
        move="Déplacer mon rendez-vous",
        cancel="Annuler mon rendez-vous",
    ),
    "es": Condolence(
        kind="Lo siento mucho, le acompaño en el sentimiento.",
        sorry="Siento mucho oír eso.",
        unbooked="No se ha reservado nada. Cuando quiera, buscamos otro momento; no hay prisa.",
        ways="Si tiene una cita, puedo cambiarla o cancelarla. No hay prisa.",
        move="Cambiar mi cita",
        cancel="Cancelar mi cita",
    ),
    "it": Condolence(
        kind="Mi dispiace molto, le faccio le mie condoglianze.",
        sorry="Mi dispiace molto.",
        unbooked="Non è stato prenotato nulla. Quando vuole, troviamo un altro momento; non c’è fretta.",
        ways="Se ha un appuntamento, posso spostarlo o disdirlo. Non c’è fretta.",
        move="Spostare l’appuntamento",
        cancel="Disdire l’appuntamento",
    ),
    "he": Condolence(
        kind="צר לי מאוד לשמוע, משתתפים בצערך.",
        sorry="צר לי לשמוע.",
        unbooked="לא נקבע דבר. מתי שנוח, אפשר למצוא זמן אחר; אין שום לחץ.",
        ways="אם נקבע תור, אפשר להזיז או לבטל אותו. אין שום לחץ.",
        move="להזיז את התור",
        cancel="לבטל את התור",
    ),
    "ar": Condolence(
        kind="يؤسفني ذلك كثيرًا، أحرّ التعازي.",
        sorry="يؤسفني سماع ذلك.",
        unbooked="لم يُحجز شيء. متى أردت نجد وقتًا آخر؛ لا داعي للعجلة.",
        ways="يمكنني تغيير موعدك أو إلغاؤه إن أردت. لا داعي للعجلة.",
        move="تغيير موعدي",
        cancel="إلغاء موعدي",
    ),
}


def condolence_in(locale: str) -> Condolence:
    return SAID[language_of(locale)]
