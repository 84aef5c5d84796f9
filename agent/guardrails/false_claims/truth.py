"""What is true instead of a claim: what the customer has, from the records, in the language of the conversation."""

from agent.consent.authority import last_cancelled
from agent.conversation.places import named_service
from agent.turn_context import Talk
from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment

# No appointment was made here; one was made, and stands; one was asked for; a summary waits for its answer.
NONE_YET = {
    "en": "To be exact: you have no appointment through this conversation yet.",
    "de": "Genau genommen haben Sie durch dieses Gespräch noch keinen Termin.",
    "fr": "Pour être exact : cette conversation ne vous a pas encore donné de rendez-vous.",
    "es": "Para ser exactos: en esta conversación todavía no tiene ninguna cita.",
    "it": "Per essere precisi: in questa conversazione non ha ancora nessun appuntamento.",
    "he": "ליתר דיוק: עדיין אין לך תור מהשיחה הזאת.",
    "ar": "للتوضيح: ليس لديك موعد من هذه المحادثة حتى الآن.",
}
STANDS = {
    "en": "To be exact, this is what our calendar says: {service}, {when}, code {code}.",
    "de": "Genau genommen steht in unserem Kalender: {service}, {when}, Code {code}.",
    "fr": "Pour être exact, voici ce que dit notre agenda : {service}, {when}, code {code}.",
    "es": "Para ser exactos, esto dice nuestra agenda: {service}, {when}, código {code}.",
    "it": "Per essere precisi, la nostra agenda dice: {service}, {when}, codice {code}.",
    "he": "ליתר דיוק, ביומן שלנו רשום כך: {service}, {when}, קוד {code}.",
    "ar": "للتوضيح، هذا ما في جدولنا: {service}، {when}، الرمز {code}.",
}
REQUESTED = {
    "en": "To be exact, this is a request we have not approved yet: {service}, {when}, code {code}.",
    "de": "Genau genommen ist das eine Anfrage, der wir noch nicht zugestimmt haben: {service}, {when}, Code {code}.",
    "fr": "Pour être exact, c'est une demande que nous n'avons pas encore acceptée : {service}, {when}, code {code}.",
    "es": "Para ser exactos, es una solicitud que todavía no hemos aceptado: {service}, {when}, código {code}.",
    "it": "Per essere precisi, è una richiesta che non abbiamo ancora accettato: {service}, {when}, codice {code}.",
    "he": "ליתר דיוק, זו בקשה שעדיין לא אישרנו: {service}, {when}, קוד {code}.",
    "ar": "للتوضيح، هذا طلب لم نوافق عليه بعد: {service}، {when}، الرمز {code}.",
}
WAITS = {
    "en": "It becomes yours only when you say yes to the summary.",
    "de": "Erst Ihr Ja zur Zusammenfassung macht es fest.",
    "fr": "Il faut encore votre oui au récapitulatif.",
    "es": "Falta su sí al resumen.",
    "it": "Manca ancora il suo sì al riepilogo.",
    "he": "חסר עוד רק ה\"כן\" שלך לסיכום.",
    "ar": "يبقى أن تقول نعم للملخص.",
}  # fmt: skip


async def truth_of(talk: Talk) -> str:
    """One or two sentences about what the records hold for this conversation, and nothing about anybody else."""
    language = talk.locale.replace("-", "_").partition("_")[0]
    language = language if language in NONE_YET else "en"
    said = await _standing(talk, language) or NONE_YET[language]
    return f"{said} {WAITS[language]}" if talk.notepad.summary is not None else said


def _cancelled(talk: Talk, appointment: Appointment) -> str:
    location = talk.catalogue.location(appointment.location_id)
    *_, sentence = talk.says.DEED_DONE["cancel"]
    told: str = sentence.format(
        service=named_service(talk.catalogue, talk.catalogue.service(appointment.service_id).name, location),
        when=talk.when_told(appointment.starts_at, location.time_zone),
        code=appointment.code,
    )
    return told


async def _standing(talk: Talk, language: str) -> str | None:
    if not talk.notepad.appointments:
        gone = await talk.look(lambda desk: last_cancelled(desk, talk))
        return _cancelled(talk, gone) if gone is not None else None
    appointment_id = talk.notepad.appointments[-1]
    appointment = await talk.look(lambda desk: desk.find(appointment_id))
    if appointment.status == CANCELLED:
        return None
    location = talk.catalogue.location(appointment.location_id)
    sentences = REQUESTED if appointment.status == PENDING else STANDS
    return sentences[language].format(
        service=named_service(talk.catalogue, talk.catalogue.service(appointment.service_id).name, location),
        when=talk.when_told(appointment.starts_at, location.time_zone),
        code=appointment.code,
    )
