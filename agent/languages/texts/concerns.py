"""What is said to a concern beside booking, and to a question that nobody here can answer."""

from msgspec import Struct

from agent.languages import language_of


class ConcernTexts(Struct, frozen=True):
    """``unknown`` says that the answer is not known here, and stands before ``health`` as well, ``about`` what is stored of a service; ``late_for_none``
    answers who will be late and has no appointment here, the others a concern."""

    late: str
    late_for_none: str
    complaint: str
    refund: str
    data: str
    health: str
    unknown: str
    about: str


TEXTS = {
    "en": ConcernTexts(
        "Thank you for letting us know. I have told our team that you will be late.",
        "I see no appointment of yours in this chat, so I could not tell our team which one you will be late for.",
        "I am sorry to hear that. I have passed it on to our team; a person should look at this with you.",
        "I am sorry about that. I cannot settle payments here, so I have passed it on to our team.",
        "I have passed your request about your data on to our team, who will see to it.",
        "Please ask a doctor before you come. I have passed it on to our team.",
        "That I do not know, sorry.",
        "{service}: {description}",
    ),
    "de": ConcernTexts(
        "Danke für die Nachricht. Ich habe unserem Team gesagt, dass Sie später kommen.",
        "In diesem Chat sehe ich keinen Termin von Ihnen, deshalb konnte ich unserem Team nicht sagen, um welchen es geht.",
        "Das tut mir leid. Ich habe es an unser Team weitergegeben; das sollte sich ein Mensch mit Ihnen ansehen.",
        "Das tut mir leid. Zahlungen kann ich hier nicht klären, deshalb habe ich es an unser Team weitergegeben.",
        "Ich habe Ihre Anfrage zu Ihren Daten an unser Team weitergegeben; es kümmert sich darum.",
        "Bitte fragen Sie vorher eine Ärztin oder einen Arzt. Ich habe es an unser Team weitergegeben.",
        "Das weiß ich leider nicht.",
        "{service}: {description}",
    ),
    "fr": ConcernTexts(
        "Merci de nous prévenir. J'ai dit à l'équipe que vous serez en retard.",
        "Je ne vois aucun rendez-vous à votre nom dans cette conversation ; je n'ai donc pas pu dire à l'équipe duquel il s'agit.",
        "Je suis désolé de l'apprendre. Je l'ai transmis à l'équipe : quelqu'un devrait regarder cela avec vous.",
        "J'en suis désolé. Je ne peux pas régler les paiements ici ; je l'ai transmis à l'équipe.",
        "J'ai transmis à l'équipe votre demande concernant vos données ; elle s'en occupera.",
        "Demandez d'abord l'avis d'un médecin, s'il vous plaît. Je l'ai transmis à l'équipe.",
        "Cela, je ne le sais pas, désolé.",
        "{service} : {description}",
    ),
    "es": ConcernTexts(
        "Gracias por avisar. He dicho al equipo que llegará más tarde.",
        "En este chat no veo ninguna cita suya, así que no he podido decir al equipo de cuál se trata.",
        "Lo siento mucho. Lo he pasado a nuestro equipo; una persona debería verlo con usted.",
        "Lo siento. Aquí no puedo resolver pagos; lo he pasado a nuestro equipo.",
        "He pasado a nuestro equipo su petición sobre sus datos; se ocuparán de ella.",
        "Consulte antes con un médico, por favor. Lo he pasado a nuestro equipo.",
        "Eso no lo sé, lo siento.",
        "{service}: {description}",
    ),
    "it": ConcernTexts(
        "Grazie per averci avvisato. Ho detto al nostro team che arriverà in ritardo.",
        "In questa chat non vedo nessun suo appuntamento, quindi non ho potuto dire al team di quale si tratta.",
        "Mi dispiace. L'ho riferito al nostro team: se ne dovrebbe occupare una persona, insieme a lei.",
        "Mi dispiace. Qui non posso risolvere i pagamenti; l'ho riferito al nostro team.",
        "Ho passato al nostro team la sua richiesta sui suoi dati: se ne occuperà.",
        "Chieda prima a un medico, per favore. L'ho riferito al nostro team.",
        "Questo non lo so, mi dispiace.",
        "{service}: {description}",
    ),
    "he": ConcernTexts(
        "תודה על העדכון. אמרתי לצוות שיהיה איחור.",
        "בצ'אט הזה אין תור על שמך, ולכן לא יכולתי לומר לצוות באיזה תור מדובר.",
        "צר לי לשמוע. העברתי את זה לצוות; כדאי שמישהו יבדוק את זה איתכם.",
        "צר לי. אי אפשר לסדר תשלומים כאן, לכן העברתי את זה לצוות.",
        "העברתי לצוות את הבקשה בנוגע לפרטים שלכם, והם יטפלו בה.",
        "כדאי לשאול רופא לפני שמגיעים. העברתי את זה לצוות.",
        "את זה איני יודע, סליחה.",
        "{service}: {description}",
    ),
    "ar": ConcernTexts(
        "شكرًا لإبلاغنا. أخبرت فريقنا بأنكم ستتأخرون.",
        "لا أرى موعدًا لكم في هذه المحادثة، لذلك لم أستطع إخبار فريقنا بأي موعد يتعلق الأمر.",
        "يؤسفني ذلك. نقلت الأمر إلى فريقنا، ويجب أن ينظر فيه أحد معكم.",
        "يؤسفني ذلك. لا يمكنني تسوية المدفوعات هنا، لذلك نقلت الأمر إلى فريقنا.",
        "نقلت طلبكم بشأن بياناتكم إلى فريقنا وسيهتم به.",
        "يرجى استشارة طبيب قبل المجيء. نقلت الأمر إلى فريقنا.",
        "هذا لا أعرفه، عذرًا.",
        "{service}: {description}",
    ),
}


def concern_texts_in(locale: str) -> ConcernTexts:
    return TEXTS[language_of(locale)]
