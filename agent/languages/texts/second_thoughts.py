"""What is said to a no that comes once the thing is done, in each language: what is so, and what can be done
about it."""

from msgspec import Struct

from agent.languages import language_of


class SecondThoughts(Struct, frozen=True):
    """By operation, a sentence with ``{facts}``; ``cancel`` is the button below those of what stands."""

    book: str
    ask: str
    move: str
    cancelled: str
    cancel: str


SAID = {
    "en": SecondThoughts(
        book="This is booked already: {facts}. Shall I cancel it?",
        ask="Your request has been sent already: {facts}. Shall I withdraw it?",
        move="This has been moved already: {facts}. Tell me another time to move it again, or I can cancel it.",
        cancelled="This has been cancelled already: {facts}. If you want to come after all, tell me when, and I will look for a time.",
        cancel="Cancel it",
    ),
    "de": SecondThoughts(
        book="Der Termin ist schon gebucht: {facts}. Soll ich ihn absagen?",
        ask="Die Anfrage ist schon gestellt: {facts}. Soll ich sie zurückziehen?",
        move="Der Termin ist schon verschoben: {facts}. Nennen Sie mir eine andere Zeit, oder ich sage ihn ab.",
        cancelled="Der Termin ist schon abgesagt: {facts}. Wenn Sie doch kommen möchten, sagen Sie mir wann, und ich suche eine Zeit.",
        cancel="Absagen",
    ),
    "fr": SecondThoughts(
        book="Le rendez-vous est déjà réservé : {facts}. Dois-je l’annuler ?",
        ask="La demande est déjà envoyée : {facts}. Dois-je la retirer ?",
        move="Le rendez-vous est déjà déplacé : {facts}. Indiquez-moi une autre heure, ou je peux l’annuler.",
        cancelled="Le rendez-vous est déjà annulé : {facts}. Si vous voulez venir quand même, dites-moi quand et je cherche une heure.",
        cancel="Annuler",
    ),
    "es": SecondThoughts(
        book="La cita ya está reservada: {facts}. ¿La cancelo?",
        ask="La solicitud ya está enviada: {facts}. ¿La retiro?",
        move="La cita ya está cambiada: {facts}. Dígame otra hora para cambiarla de nuevo, o puedo cancelarla.",
        cancelled="La cita ya está cancelada: {facts}. Si al final quiere venir, dígame cuándo y busco una hora.",
        cancel="Cancelarla",
    ),
    "it": SecondThoughts(
        book="L’appuntamento è già prenotato: {facts}. Lo disdico?",
        ask="La richiesta è già inviata: {facts}. La ritiro?",
        move="L’appuntamento è già spostato: {facts}. Mi dica un altro orario per spostarlo ancora, oppure posso disdirlo.",
        cancelled="L’appuntamento è già disdetto: {facts}. Se vuole venire comunque, mi dica quando e cerco un orario.",
        cancel="Disdire",
    ),
    "he": SecondThoughts(
        book="התור כבר נקבע: {facts}. לבטל אותו?",
        ask="הבקשה כבר נשלחה: {facts}. לבטל אותה?",
        move="התור כבר הוזז: {facts}. אפשר לומר לי שעה אחרת, או לבטל אותו.",
        cancelled="התור כבר בוטל: {facts}. אם בכל זאת רוצים להגיע, כתבו לי מתי ואחפש זמן.",
        cancel="לבטל את התור",
    ),
    "ar": SecondThoughts(
        book="تم حجز الموعد بالفعل: {facts}. هل ألغيه؟",
        ask="تم إرسال الطلب بالفعل: {facts}. هل أسحبه؟",
        move="تم تغيير الموعد بالفعل: {facts}. اذكر لي وقتًا آخر لتغييره مجددًا، أو يمكنني إلغاؤه.",
        cancelled="تم إلغاء الموعد بالفعل: {facts}. إن أردت الحضور رغم ذلك فاذكر لي متى، وسأبحث عن وقت.",
        cancel="إلغاء الموعد",
    ),
}


def second_thoughts_in(locale: str) -> SecondThoughts:
    return SAID[language_of(locale)]
