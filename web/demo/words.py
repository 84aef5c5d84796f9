"""What the customers of the demo say, in their languages; ``{service}`` and ``{day}`` are put in."""

from msgspec import Struct


class Words(Struct, frozen=True):
    """``days`` begin with Monday."""

    book: str
    book_soon: str
    parking: str
    price: str
    hours: str
    move: str
    cancel: str
    cancel_elsewhere: str
    person: str
    complaint: str
    thanks: str
    days: tuple[str, ...]


WORDS = {
    "en": Words(
        book="Hi, I'd like to book a {service} on {day}",
        book_soon="When could I come for a {service} this week?",
        parking="Where can I park near you?",
        price="How much is a {service}?",
        hours="What are your opening hours?",
        move="Could we move it to another day?",
        cancel="Sorry, something came up. Please cancel my appointment",
        cancel_elsewhere="I want to cancel my appointment",
        person="Can I talk to a person, please?",
        complaint="I want to make a complaint about my last visit",
        thanks="Great, thank you!",
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ),
    "de": Words(
        book="Hallo, ich hätte gern einen Termin für {service} am {day}",
        book_soon="Wann wäre diese Woche noch ein Termin für {service} frei?",
        parking="Wo kann ich bei Ihnen parken?",
        price="Was kostet {service}?",
        hours="Wie sind Ihre Öffnungszeiten?",
        move="Können wir ihn auf einen anderen Tag verschieben?",
        cancel="Mir ist leider etwas dazwischengekommen, bitte sagen Sie den Termin ab",
        cancel_elsewhere="Ich möchte meinen Termin absagen",
        person="Kann ich bitte mit einem Menschen sprechen?",
        complaint="Ich möchte mich über meinen letzten Besuch beschweren",
        thanks="Super, vielen Dank!",
        days=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    ),
    "fr": Words(
        book="Bonjour, je voudrais un rendez-vous pour {service} {day}",
        book_soon="Quand auriez-vous une place pour {service} cette semaine ?",
        parking="Où est-ce que je peux me garer ?",
        price="Combien coûte {service} ?",
        hours="Quels sont vos horaires d'ouverture ?",
        move="Peut-on déplacer le rendez-vous à un autre jour ?",
        cancel="Désolée, j'ai un empêchement. Pouvez-vous annuler mon rendez-vous ?",
        cancel_elsewhere="Je voudrais annuler mon rendez-vous",
        person="Est-ce que je peux parler à une personne ?",
        complaint="Je voudrais faire une réclamation sur ma dernière visite",
        thanks="Parfait, merci beaucoup !",
        days=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ),
    "es": Words(
        book="Hola, quería una cita para {service} el {day}",
        book_soon="¿Cuándo tendría un hueco para {service} esta semana?",
        parking="¿Dónde puedo aparcar?",
        price="¿Cuánto cuesta {service}?",
        hours="¿Qué horario tienen?",
        move="¿Podemos cambiar la cita a otro día?",
        cancel="Lo siento, me ha surgido algo. Cancele mi cita, por favor",
        cancel_elsewhere="Quiero cancelar mi cita",
        person="¿Puedo hablar con una persona?",
        complaint="Quiero poner una queja por mi última visita",
        thanks="Perfecto, muchas gracias",
        days=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    ),
    "it": Words(
        book="Buongiorno, vorrei prenotare {service} per {day}",
        book_soon="Quando avreste posto per {service} questa settimana?",
        parking="Dove posso parcheggiare?",
        price="Quanto costa {service}?",
        hours="Quali sono i vostri orari?",
        move="Possiamo spostare l'appuntamento a un altro giorno?",
        cancel="Mi dispiace, ho un imprevisto. Può disdire il mio appuntamento?",
        cancel_elsewhere="Vorrei disdire il mio appuntamento",
        person="Posso parlare con una persona?",
        complaint="Vorrei fare un reclamo per la mia ultima visita",
        thanks="Perfetto, grazie mille!",
        days=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    ),
    "he": Words(
        book="שלום, אני רוצה לקבוע תור ל{service} ביום {day}",
        book_soon="מתי אפשר להגיע ל{service} השבוע?",
        parking="איפה אפשר לחנות?",
        price="כמה עולה {service}?",
        hours="מה שעות הפתיחה?",
        move="אפשר להזיז את התור ליום אחר?",
        cancel="סליחה, משהו צץ. בבקשה לבטל את התור שלי",
        cancel_elsewhere="אני רוצה לבטל את התור שלי",
        person="אפשר לדבר עם בן אדם?",
        complaint="אני רוצה להגיש תלונה על הביקור האחרון שלי",
        thanks="מעולה, תודה רבה!",
        days=("שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון"),
    ),
    "ar": Words(
        book="مرحبًا، أريد حجز موعد {service} يوم {day}",
        book_soon="متى يمكنني الحضور هذا الأسبوع من أجل {service}؟",
        parking="أين يمكنني أن أوقف سيارتي؟",
        price="كم سعر {service}؟",
        hours="ما هي ساعات العمل؟",
        move="هل يمكن نقل الموعد إلى يوم آخر؟",
        cancel="عذرًا، طرأ لي أمر. أرجو إلغاء موعدي",
        cancel_elsewhere="أريد إلغاء موعدي",
        person="هل يمكنني التحدث مع شخص؟",
        complaint="أريد تقديم شكوى بخصوص زيارتي الأخيرة",
        thanks="ممتاز، شكرًا جزيلًا!",
        days=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    ),
}
