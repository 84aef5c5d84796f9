"""What is said to whoever tells of a death, in each language: a kind line, and the way to move or cancel."""

from msgspec import Struct

from agent.languages import language_of


class Condolence(Struct, frozen=True):
    """``kind`` stands alone or before an answer; ``ways`` follows where nothing was asked for; ``move`` and
    ``cancel`` are buttons."""

    kind: str
    ways: str
    move: str
    cancel: str


SAID = {
    "en": Condolence(
        kind="I am very sorry for your loss.",
        ways="If you have an appointment, I can move or cancel it for you. There is no hurry.",
        move="Move my appointment",
        cancel="Cancel my appointment",
    ),
    "de": Condolence(
        kind="Das tut mir sehr leid, mein herzliches Beileid.",
        ways="Wenn Sie einen Termin haben, kann ich ihn verschieben oder absagen. Es eilt nicht.",
        move="Termin verschieben",
        cancel="Termin absagen",
    ),
    "fr": Condolence(
        kind="Je suis sincèrement désolé, toutes mes condoléances.",
        ways="Si vous avez un rendez-vous, je peux le déplacer ou l’annuler. Rien ne presse.",
        move="Déplacer mon rendez-vous",
        cancel="Annuler mon rendez-vous",
    ),
    "es": Condolence(
        kind="Lo siento mucho, le acompaño en el sentimiento.",
        ways="Si tiene una cita, puedo cambiarla o cancelarla. No hay prisa.",
        move="Cambiar mi cita",
        cancel="Cancelar mi cita",
    ),
    "it": Condolence(
        kind="Mi dispiace molto, le faccio le mie condoglianze.",
        ways="Se ha un appuntamento, posso spostarlo o disdirlo. Non c’è fretta.",
        move="Spostare l’appuntamento",
        cancel="Disdire l’appuntamento",
    ),
    "he": Condolence(
        kind="צר לי מאוד לשמוע, משתתפים בצערך.",
        ways="אם נקבע תור, אפשר להזיז או לבטל אותו. אין שום לחץ.",
        move="להזיז את התור",
        cancel="לבטל את התור",
    ),
    "ar": Condolence(
        kind="يؤسفني ذلك كثيرًا، أحرّ التعازي.",
        ways="يمكنني تغيير موعدك أو إلغاؤه إن أردت. لا داعي للعجلة.",
        move="تغيير موعدي",
        cancel="إلغاء موعدي",
    ),
}


def condolence_in(locale: str) -> Condolence:
    return SAID[language_of(locale)]
