"""What is said to somebody in distress, in each language: short and calm, with whom to call."""

from msgspec import Struct

from agent.languages import language_of


class Comfort(Struct, frozen=True):
    """``crisis``, ``violence``, ``medical`` and ``aftercare`` answer the kinds of distress; ``unsure`` what may be one, after which the
    booking goes on, as ``goes_on`` says. ``listens`` names a line for a crisis; ``unread`` says what this chat is, ``kept`` that nothing
    was done, and ``local`` stands where a country's number is not known."""

    crisis: str
    listens: str
    violence: str
    medical: str
    aftercare: str
    unsure: str
    goes_on: str
    unread: str
    kept: str
    local: str


COMFORTS = {
    "en": Comfort(
        crisis="I am so sorry that things are this hard. You are not alone, and there are people who want to help you now. If you are in danger, call {number}.",
        listens="If you need somebody to talk to, {crisis} is there to listen.",
        violence="I am so sorry. Nobody may do that to you or to anyone, it is not your fault, and you are not alone. If there is danger, get somewhere safe if you can and call {number}.",
        medical="That sounds urgent. Please call {number} right now; do not wait for an answer here. You are not alone: ask somebody near you to stay with you.",
        aftercare="Please call us right away: {phone}. If it gets worse, if it does not stop, or if you do not reach us, call {number}. You are not alone with this.",
        unsure="That sounds hard, and you do not have to be alone with it. If you or somebody else is not safe, call {number}.",
        goes_on="And whenever you like, we go on with your appointment.",
        unread="This chat is only for bookings, and nobody is reading along right now.",
        kept="Nothing has been booked or cancelled by what you wrote.",
        local="your local emergency number",
    ),
    "de": Comfort(
        crisis="Es tut mir sehr leid, dass es gerade so schwer ist. Sie sind nicht allein, und es gibt Menschen, die Ihnen jetzt helfen möchten. Wenn Sie in Gefahr sind, rufen Sie {number} an.",
        listens="Wenn Sie mit jemandem reden möchten: Unter {crisis} hört Ihnen jemand zu.",
        violence="Das tut mir sehr leid. Das darf niemand mit Ihnen oder mit anderen machen, es ist nicht Ihre Schuld, und Sie sind nicht allein. Wenn Gefahr besteht, bringen Sie sich nach Möglichkeit in Sicherheit und rufen Sie {number} an.",
        medical="Das klingt dringend. Bitte rufen Sie jetzt sofort {number} an und warten Sie nicht auf eine Antwort hier. Sie sind nicht allein: Bitten Sie jemanden in der Nähe, bei Ihnen zu bleiben.",
        aftercare="Bitte rufen Sie uns gleich an: {phone}. Wenn es schlimmer wird, nicht aufhört oder Sie uns nicht erreichen, rufen Sie {number} an. Sie sind damit nicht allein.",
        unsure="Das klingt schwer, und Sie müssen damit nicht allein sein. Wenn Sie oder jemand anders nicht in Sicherheit ist, rufen Sie {number} an.",
        goes_on="Und wann immer Sie möchten, geht es hier mit Ihrem Termin weiter.",
        unread="Dieser Chat ist nur für Termine da, und im Moment liest hier niemand mit.",
        kept="Durch Ihre Nachricht wurde nichts gebucht oder abgesagt.",
        local="die örtliche Notrufnummer",
    ),
    "fr": Comfort(
        crisis="Je suis vraiment désolé que ce soit si dur en ce moment. Vous n’êtes pas seul·e, et des personnes sont prêtes à vous aider maintenant. Si vous êtes en danger, appelez {number}.",
        listens="Si vous avez besoin de parler, quelqu’un vous écoute au {crisis}.",
        violence="Je suis vraiment désolé. Personne n’a le droit de vous faire cela, ni à vous ni à d’autres, ce n’est pas votre faute, et vous n’êtes pas seul·e. En cas de danger, mettez-vous à l’abri si vous le pouvez et appelez {number}.",
        medical="Cela semble urgent. Appelez tout de suite {number}, sans attendre de réponse ici. Vous n’êtes pas seul·e : demandez à quelqu’un près de vous de rester là.",
        aftercare="Appelez-nous tout de suite : {phone}. Si cela s’aggrave, si cela ne s’arrête pas ou si vous n’arrivez pas à nous joindre, appelez {number}. Vous n’êtes pas seul·e avec cela.",
        unsure="Cela semble difficile, et vous n’avez pas à rester seul·e avec cela. Si vous ou quelqu’un d’autre n’êtes pas en sécurité, appelez le {number}.",
        goes_on="Et dès que vous le souhaitez, nous continuons avec votre rendez-vous.",
        unread="Cette messagerie ne sert qu’aux rendez-vous, et personne ne la lit en ce moment.",
        kept="Votre message n’a rien réservé ni annulé.",
        local="le numéro d’urgence local",
    ),
    "es": Comfort(
        crisis="Siento mucho que lo esté pasando tan mal. No está a solas, y hay personas que quieren ayudarle ahora. Si está en peligro, llame al {number}.",
        listens="Si necesita hablar con alguien, en el {crisis} le escuchan.",
        violence="Lo siento mucho. Nadie tiene derecho a hacerle eso, ni a usted ni a nadie, no es culpa suya y no está a solas. Si hay peligro, póngase a salvo si puede y llame al {number}.",
        medical="Esto parece urgente. Llame ahora mismo al {number}; no espere una respuesta aquí. No está a solas: pida a alguien cercano que se quede con usted.",
        aftercare="Llámenos enseguida: {phone}. Si empeora, si no para o si no consigue hablar con nosotros, llame al {number}. No está a solas con esto.",
        unsure="Eso suena difícil, y no tiene por qué llevarlo a solas. Si usted u otra persona no está a salvo, llame al {number}.",
        goes_on="Y cuando quiera, seguimos con su cita.",
        unread="Este chat es solo para citas y ahora mismo no lo lee nadie.",
        kept="Su mensaje no ha reservado ni cancelado nada.",
        local="número local de emergencias",
    ),
    "it": Comfort(
        crisis="Mi dispiace davvero che sia un momento così difficile. Non è l’unica persona a passarci e non deve affrontarlo in solitudine: c’è chi vuole aiutarla adesso. Se è in pericolo, chiami il {number}.",
        listens="Se ha bisogno di parlare con qualcuno, al {crisis} c’è chi ascolta.",
        violence="Mi dispiace davvero. Nessuno può fare questo a lei o ad altri, non è colpa sua e non deve affrontarlo in solitudine. Se c’è pericolo, si metta al sicuro, se può, e chiami il {number}.",
        medical="Sembra urgente. Chiami subito il {number}, senza aspettare una risposta qui. Non resti in solitudine: chieda a qualcuno vicino di restare con lei.",
        aftercare="Ci chiami subito: {phone}. Se peggiora, se non smette o se non riesce a parlare con noi, chiami il {number}. Non deve affrontarlo in solitudine.",
        unsure="Sembra un momento difficile, e non deve affrontarlo in solitudine. Se lei o qualcun altro non è al sicuro, chiami il {number}.",
        goes_on="E quando vuole, continuiamo con il suo appuntamento.",
        unread="Questa chat serve solo per gli appuntamenti e in questo momento nessuno la legge.",
        kept="Il suo messaggio non ha prenotato né disdetto nulla.",
        local="numero di emergenza locale",
    ),
    "he": Comfort(
        crisis="צר לי מאוד שכל כך קשה עכשיו. זה לא משהו שצריך לעבור לבד, ויש אנשים שרוצים לעזור כבר עכשיו. אם יש סכנה, נא להתקשר אל {number}.",
        listens="למי שצריך לדבר עם מישהו: במספר {crisis} יש מי שמקשיב.",
        violence="צר לי מאוד. לאף אחד אסור לעשות דבר כזה, זו לא אשמתך, וזה לא משהו שצריך לעבור לבד. אם יש סכנה, כדאי להגיע למקום בטוח אם אפשר, ולהתקשר אל {number}.",
        medical="זה נשמע דחוף. נא להתקשר מיד אל {number} ולא לחכות לתשובה כאן. לא צריך להישאר לבד: כדאי לבקש ממישהו קרוב להישאר איתך.",
        aftercare="נא להתקשר אלינו מיד: {phone}. אם זה מחמיר, לא נפסק, או שאי אפשר להשיג אותנו, נא להתקשר אל {number}. לא צריך להתמודד עם זה לבד.",
        unsure="זה נשמע קשה, ולא צריך להתמודד עם זה לבד. אם יש מישהו שלא בטוח עכשיו, נא להתקשר אל {number}.",
        goes_on="ומתי שנוח, אפשר להמשיך כאן עם התור.",
        unread="הצ'אט הזה מיועד רק לתורים, וכרגע אף אחד לא קורא אותו.",
        kept="ההודעה שלך לא קבעה ולא ביטלה שום דבר.",
        local="מספר החירום המקומי",
    ),
    "ar": Comfort(
        crisis="يؤسفني كثيرًا أن الأمر صعب إلى هذا الحد. لستم وحدكم، وهناك من يريد مساعدتكم الآن. إذا كان هناك خطر فاتصلوا على {number}.",
        listens="إذا احتجتم إلى من تتحدثون معه، فهناك من يستمع إليكم على الرقم {crisis}.",
        violence="يؤسفني هذا كثيرًا. لا يحق لأحد أن يفعل ذلك بكم ولا بغيركم، والذنب ليس ذنبكم، ولستم وحدكم. إذا كان هناك خطر فاذهبوا إلى مكان آمن إن استطعتم واتصلوا على {number}.",
        medical="يبدو هذا عاجلًا. اتصلوا فورًا على {number} ولا تنتظروا ردًا هنا. لستم وحدكم: اطلبوا من شخص قريب أن يبقى معكم.",
        aftercare="اتصلوا بنا فورًا: {phone}. إذا ساءت الحالة أو لم تتوقف أو تعذر الوصول إلينا، فاتصلوا على {number}. لستم وحدكم في هذا.",
        unsure="يبدو هذا صعبًا، ولستم مضطرين لتحمّله وحدكم. إذا لم تكونوا أو لم يكن غيركم في أمان فاتصلوا على {number}.",
        goes_on="ومتى شئتم نتابع هنا موعدكم.",
        unread="هذه المحادثة مخصصة للحجز فقط، ولا أحد يقرؤها الآن.",
        kept="لم تؤدِّ رسالتكم إلى حجز أي شيء أو إلغائه.",
        local="رقم الطوارئ المحلي",
    ),
}


def comfort_in(locale: str) -> Comfort:
    """The sentences of a locale's language."""
    return COMFORTS[language_of(locale)]
