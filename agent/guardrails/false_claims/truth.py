"""What is true instead of a claim: what the customer has, from the records, in the language of the
conversation."""

from agent.consent.authority import recent_cancellation
from agent.conversation.places import service_label
from agent.turn_context import TurnContext
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
    "de": "Genau genommen ist das eine Anfrage, der wir noch nicht zugestimmt haben: {service}, {when}, Code "
    "{code}.",
    "fr": "Pour être exact, c'est une demande que nous n'avons pas encore acceptée : {service}, {when}, code "
    "{code}.",
    "es": "Para ser exactos, es una solicitud que todavía no hemos aceptado: {service}, {when}, código "
    "{code}.",
    "it": "Per essere precisi, è una richiesta che non abbiamo ancora accettato: {service}, {when}, codice "
    "{code}.",
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


async def truth_of(context: TurnContext) -> str:
    """One or two sentences about what the records hold for this conversation, and nothing about anybody
    else."""
    language = context.locale.replace("-", "_").partition("_")[0]
    language = language if language in NONE_YET else "en"
    said = await _standing(context, language) or NONE_YET[language]
    return f"{said} {WAITS[language]}" if context.state.summary is not None else said


def _cancellation_text(context: TurnContext, appointment: Appointment) -> str:
    location = context.catalogue.location(appointment.location_id)
    *_, sentence = context.says.DEED_DONE["cancel"]
    told: str = sentence.format(
        service=service_label(context.catalogue, context.catalogue.booked_name(appointment), location),
        when=context.local_time_text(appointment.starts_at, location.time_zone),
        code=appointment.code,
    )
    return told


async def _standing(context: TurnContext, language: str) -> str | None:
    if not context.state.appointments:
        gone = await context.read_only(lambda desk: recent_cancellation(desk, context))
        return _cancellation_text(context, gone) if gone is not None else None
    appointment_id = context.state.appointments[-1]
    appointment = await context.read_only(lambda desk: desk.find(appointment_id))
    if appointment.status == CANCELLED:
        return None
    location = context.catalogue.location(appointment.location_id)
    sentences = REQUESTED if appointment.status == PENDING else STANDS
    return sentences[language].format(
        service=service_label(context.catalogue, context.catalogue.booked_name(appointment), location),
        when=context.local_time_text(appointment.starts_at, location.time_zone),
        code=appointment.code,
    )
