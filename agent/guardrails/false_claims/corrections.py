"""What is true instead of a false claim or an amount that no record has: a sentence for each kind, in the
customer's language."""

from collections.abc import Mapping

from agent.guardrails.false_claims.kinds import ClaimKind
from agent.guardrails.false_claims.truth import truth_of
from agent.languages import language_of
from agent.languages.prices import price_text
from agent.mentions.names.services import services_in
from agent.turn_context import TurnContext
from booking_core.catalogue.quotes import quote
from booking_core.catalogue.services.services import Service

NOT_SO: Mapping[ClaimKind, Mapping[str, str]] = {
    ClaimKind.KEEPING: {
        "en": "To be exact: no time is kept for you at the moment.",
        "de": "Genau genommen ist im Moment keine Zeit für Sie reserviert.",
        "fr": "Pour être exact : aucun horaire ne vous est gardé pour le moment.",
        "es": "Para ser exactos: ahora mismo no hay ninguna hora guardada para usted.",
        "it": "Per essere precisi: al momento nessun orario è tenuto per lei.",
        "he": "ליתר דיוק: כרגע לא שמורה עבורך אף שעה.",
        "ar": "للتوضيح: لا يوجد حاليًا أي وقت محفوظ لك.",
    },
    ClaimKind.SENDING: {
        "en": "To be exact: nothing has been sent from this chat.",
        "de": "Genau genommen wurde aus diesem Chat nichts verschickt.",
        "fr": "Pour être exact : rien n'a été envoyé depuis cette conversation.",
        "es": "Para ser exactos: desde este chat no se ha enviado nada.",
        "it": "Per essere precisi: da questa chat non è stato inviato nulla.",
        "he": "ליתר דיוק: לא נשלח שום דבר מהשיחה הזאת.",
        "ar": "للتوضيح: لم يُرسل أي شيء من هذه المحادثة.",
    },
    ClaimKind.MONEY: {
        "en": "To be exact: this chat can neither refund nor charge anything, and gives no discounts; only "
        "the business itself can.",
        "de": "Genau genommen kann dieser Chat nichts erstatten, abbuchen oder ermäßigen; das kann nur der "
        "Betrieb selbst.",
        "fr": "Pour être exact : cette messagerie ne peut ni rembourser, ni débiter, ni accorder de remise ; "
        "seul l'établissement le peut.",
        "es": "Para ser exactos: este chat no puede devolver ni cobrar dinero ni hacer descuentos; solo "
        "puede hacerlo el propio negocio.",
        "it": "Per essere precisi: questa chat non può né rimborsare né addebitare né fare sconti; può farlo "
        "solo l'attività stessa.",
        "he": "ליתר דיוק: הצ'אט הזה לא יכול להחזיר כסף, לחייב או לתת הנחה; רק העסק עצמו יכול.",
        "ar": "للتوضيح: لا تستطيع هذه المحادثة رد المال أو خصمه أو منح تخفيض؛ النشاط نفسه فقط يستطيع ذلك.",
    },
    ClaimKind.TEAM: {
        "en": "To be exact: the team has not been told of this. If you ask for a person, it will be.",
        "de": "Genau genommen weiß das Team davon noch nichts. Wenn Sie nach einem Menschen fragen, erfährt "
        "es davon.",
        "fr": "Pour être exact : l'équipe n'en sait encore rien. Demandez une personne, et elle l'apprendra.",
        "es": "Para ser exactos: el equipo todavía no sabe nada de esto. Si pide hablar con una persona, lo "
        "sabrá.",
        "it": "Per essere precisi: lo staff non ne sa ancora nulla. Se chiede di una persona, lo saprà.",
        "he": "ליתר דיוק: הצוות עדיין לא יודע על זה. אם תהיה בקשה לדבר עם נציג, הוא יידע.",
        "ar": "للتوضيح: لم يعلم الفريق بذلك بعد. إذا طلبت التحدث مع موظف فسيعلم.",
    },
    ClaimKind.CALLING: {
        "en": "To be exact: I cannot promise that anybody will call or write to you.",
        "de": "Genau genommen kann ich nicht versprechen, dass sich jemand bei Ihnen meldet.",
        "fr": "Pour être exact : je ne peux pas promettre que quelqu'un vous contactera.",
        "es": "Para ser exactos: no puedo prometer que alguien se ponga en contacto con usted.",
        "it": "Per essere precisi: non posso promettere che qualcuno la contatterà.",
        "he": "ליתר דיוק: אי אפשר להבטיח שמישהו יתקשר או יכתוב.",
        "ar": "للتوضيح: لا أستطيع أن أعد بأن أحدًا سيتواصل معك.",
    },
    ClaimKind.LISTING: {
        "en": "To be exact: nothing has been put on a list or noted for the team here.",
        "de": "Genau genommen wurde hier nichts auf eine Liste gesetzt oder für das Team notiert.",
        "fr": "Pour être exact : rien n'a été mis sur une liste ni noté pour l'équipe ici.",
        "es": "Para ser exactos: aquí no se ha puesto nada en ninguna lista ni se ha anotado para el equipo.",
        "it": "Per essere precisi: qui non è stato messo nulla in lista né annotato per lo staff.",
        "he": "ליתר דיוק: שום דבר לא נוסף כאן לרשימה ולא נרשם עבור הצוות.",
        "ar": "للتوضيح: لم يُضف أي شيء هنا إلى قائمة ولم يُسجل للفريق.",
    },
    ClaimKind.AMOUNT: {
        "en": "To be exact: only the prices and lengths on our list count.",
        "de": "Genau genommen gelten nur die Preise und Zeiten unserer Liste.",
        "fr": "Pour être exact : seuls comptent les prix et les durées de notre liste.",
        "es": "Para ser exactos: solo valen los precios y las duraciones de nuestra lista.",
        "it": "Per essere precisi: valgono solo i prezzi e le durate del nostro listino.",
        "he": "ליתר דיוק: רק המחירים ומשכי הזמן שברשימה שלנו קובעים.",
        "ar": "للتوضيح: الأسعار والمدد الواردة في قائمتنا هي المعتمدة فقط.",
    },
}
MOST_SERVICES = 3


async def correction_of(context: TurnContext, kind: ClaimKind, claim: str) -> str:
    """What is true instead of a claim of this kind; nothing stands in place of a note that was meant for
    nobody."""
    if kind is ClaimKind.NOTE:
        return ""
    if kind is ClaimKind.BOOKING or (kind is ClaimKind.KEEPING and context.state.appointments):
        return await truth_of(context)
    said = NOT_SO[kind][language_of(context.locale)]
    return " ".join([said, *_service_lines(context, claim)]) if kind is ClaimKind.AMOUNT else said


def _service_lines(context: TurnContext, claim: str) -> list[str]:
    """Price and length of the services that are spoken of, as the list has them."""
    catalogue = context.catalogue
    meant = services_in(catalogue, claim) or services_in(catalogue, context.text)
    known = catalogue.services.get(context.state.draft.service_id or "")
    return [_line(context, one) for one in (meant or ([known] if known else []))[:MOST_SERVICES]]


def _line(context: TurnContext, service: Service) -> str:
    catalogue, place = context.catalogue, context.place
    every = ((length, quote(catalogue, service, length, place)) for length in service.durations)
    lines = (
        ", ".join(
            [
                context.says.MINUTES.format(minutes=length),
                *([price_text(told, context.locale, is_each=service.is_group)] if told.money else []),
            ]
        )
        for length, told in every
    )
    return f"{service.name}: {' / '.join(lines)}."
