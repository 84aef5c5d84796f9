"""Letters in each language, each a subject and a text. Nothing in the one with a code leads into the conversation."""

from agent.languages import language_of

# The code stands on a line of its own, so that it reads the same from both sides.
CODE_LETTERS = {
    "en": (
        "Your code for {name}",
        """\
Hello,

Somebody asked about an appointment booked with this email address at {name}. If it was you, enter this code in the chat:

    {code}

It is good for {minutes} minutes, and only in the chat. If it was not you, there is nothing to do: nothing changes without the code.

{name}
""",
    ),
    "de": (
        "Ihr Code für {name}",
        """\
Guten Tag,

jemand hat nach einem Termin gefragt, der mit dieser E-Mail-Adresse bei {name} gebucht ist. Wenn Sie das waren, geben Sie diesen Code im Chat ein:

    {code}

Er gilt {minutes} Minuten und nur im Chat. Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne den Code ändert sich nichts.

{name}
""",
    ),
    "fr": (
        "Votre code pour {name}",
        """\
Bonjour,

Quelqu’un s’est renseigné sur un rendez-vous pris avec cette adresse e-mail chez {name}. Si c’était vous, saisissez ce code dans la conversation :

    {code}

Il est valable {minutes} minutes, et seulement dans la conversation en ligne. Si ce n’était pas vous, vous n’avez rien à faire : rien ne change sans le code.

{name}
""",
    ),
    "es": (
        "Su código para {name}",
        """\
Hola:

Alguien ha preguntado por una cita reservada con esta dirección de correo en {name}. Si ha sido usted, escriba este código en el chat:

    {code}

Es válido durante {minutes} minutos y solo en el chat. Si no ha sido usted, no tiene que hacer nada: sin el código no cambia nada.

{name}
""",
    ),
    "it": (
        "Il suo codice per {name}",
        """\
Buongiorno,

qualcuno ha chiesto di un appuntamento prenotato con questo indirizzo e-mail presso {name}. Se è stato lei, inserisca questo codice nella chat:

    {code}

Vale {minutes} minuti e solo nella chat. Se non è stato lei, non deve fare nulla: senza il codice non cambia niente.

{name}
""",
    ),
    "he": (
        "הקוד שלך עבור {name}",
        """\
שלום,

מישהו שאל על תור שנקבע עם כתובת הדואר הזאת אצל {name}. אם הבקשה שלך, יש להקליד את הקוד הזה בצ'אט:

    {code}

הקוד תקף ל-{minutes} דקות, ורק בצ'אט. אם לא ביקשת, אין צורך לעשות דבר: בלי הקוד שום דבר לא משתנה.

{name}
""",
    ),
    "ar": (
        "رمزك لدى {name}",
        """\
مرحبًا،

سأل أحدهم عن موعد محجوز بهذا البريد الإلكتروني لدى {name}. إن كنت أنت من سأل، فاكتب هذا الرمز في المحادثة:

    {code}

الرمز صالح لمدة {minutes} دقائق وفي المحادثة فقط. وإن لم تكن أنت، فلا داعي لفعل شيء: لا يتغير شيء بدون الرمز.

{name}
""",
    ),
}

# For whoever wants to book with an address that has to be proven first.
CONTACT_LETTERS = {
    "en": (
        "Your code for {name}",
        """\
Hello,

Somebody would like to book an appointment at {name} with this email address. If it is you, enter this code in the chat:

    {code}

It is good for {minutes} minutes, and only in the chat. If it was not you, there is nothing to do: nothing is booked without the code.

{name}
""",
    ),
    "de": (
        "Ihr Code für {name}",
        """\
Guten Tag,

jemand möchte mit dieser E-Mail-Adresse einen Termin bei {name} buchen. Wenn Sie das sind, geben Sie diesen Code im Chat ein:

    {code}

Er gilt {minutes} Minuten und nur im Chat. Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne den Code wird nichts gebucht.

{name}
""",
    ),
    "fr": (
        "Votre code pour {name}",
        """\
Bonjour,

Quelqu’un souhaite prendre rendez-vous chez {name} avec cette adresse e-mail. Si c’est vous, saisissez ce code dans la conversation :

    {code}

Il est valable {minutes} minutes, et seulement dans la conversation en ligne. Si ce n’était pas vous, vous n’avez rien à faire : rien n’est réservé sans le code.

{name}
""",
    ),
    "es": (
        "Su código para {name}",
        """\
Hola:

Alguien quiere reservar una cita en {name} con esta dirección de correo. Si es usted, escriba este código en el chat:

    {code}

Es válido durante {minutes} minutos y solo en el chat. Si no ha sido usted, no tiene que hacer nada: sin el código no se reserva nada.

{name}
""",
    ),
    "it": (
        "Il suo codice per {name}",
        """\
Buongiorno,

qualcuno vorrebbe prenotare un appuntamento presso {name} con questo indirizzo e-mail. Se è lei, inserisca questo codice nella chat:

    {code}

Vale {minutes} minuti e solo nella chat. Se non è stato lei, non deve fare nulla: senza il codice non si prenota niente.

{name}
""",
    ),
    "he": (
        "הקוד שלך עבור {name}",
        """\
שלום,

מישהו מבקש לקבוע תור אצל {name} עם כתובת הדואר הזאת. אם הבקשה שלך, יש להקליד את הקוד הזה בצ'אט:

    {code}

הקוד תקף ל-{minutes} דקות, ורק בצ'אט. אם לא ביקשת, אין צורך לעשות דבר: בלי הקוד לא נקבע שום תור.

{name}
""",
    ),
    "ar": (
        "رمزك لدى {name}",
        """\
مرحبًا،

يود أحدهم حجز موعد لدى {name} بهذا البريد الإلكتروني. إن كنت أنت، فاكتب هذا الرمز في المحادثة:

    {code}

الرمز صالح لمدة {minutes} دقائق وفي المحادثة فقط. وإن لم تكن أنت، فلا داعي لفعل شيء: لا يُحجز شيء بدون الرمز.

{name}
""",
    ),
}

# To the business, about a customer who asked for a person: it names nobody.
PERSON_LETTERS = {
    "en": (
        "A customer asked for a person: {name}",
        """\
Hello,

In the chat of {name} a customer asked to speak to a person. The customer was shown how to reach you; nobody answers in the chat itself. What was said, and how to reach the customer where they left that, stands here:

    {link}

{name}
""",
    ),
    "de": (
        "Jemand möchte einen Menschen sprechen: {name}",
        """\
Guten Tag,

im Chat von {name} möchte jemand einen Menschen sprechen. Der Chat hat angegeben, wie man Sie erreicht; im Chat selbst antwortet kein Mensch. Was gesagt wurde, und wie Sie die Person erreichen, falls sie das angegeben hat, steht hier:

    {link}

{name}
""",
    ),
    "fr": (
        "Quelqu’un souhaite parler à une personne : {name}",
        """\
Bonjour,

Dans la conversation en ligne de {name}, quelqu’un souhaite parler à une personne. La façon de vous joindre lui a été indiquée ; personne ne répond dans la conversation elle-même. Ce qui a été dit, et comment joindre cette personne si elle l’a indiqué, se trouve ici :

    {link}

{name}
""",
    ),
    "es": (
        "Alguien quiere hablar con una persona: {name}",
        """\
Hola:

En el chat de {name}, alguien quiere hablar con una persona. Se le ha indicado cómo contactarles; en el propio chat no responde nadie. Lo que se ha dicho, y cómo contactar con esa persona si lo ha indicado, está aquí:

    {link}

{name}
""",
    ),
    "it": (
        "Qualcuno vuole parlare con una persona: {name}",
        """\
Buongiorno,

nella chat di {name} qualcuno vuole parlare con una persona. Gli è stato indicato come contattarvi; nella chat stessa non risponde nessuno. Che cosa è stato detto, e come contattare quella persona se lo ha indicato, si trova qui:

    {link}

{name}
""",
    ),
    "he": (
        "מישהו ביקש לדבר עם נציג: {name}",
        """\
שלום,

בצ'אט של {name} מישהו ביקש לדבר עם נציג. הוצג לו איך להשיג אתכם; בצ'אט עצמו אף אחד לא עונה. מה שנאמר, ואיך להשיג את הפונה אם נמסר, נמצא כאן:

    {link}

{name}
""",
    ),
    "ar": (
        "أحدهم يود التحدث مع موظف: {name}",
        """\
مرحبًا،

في محادثة {name} طلب أحدهم التحدث مع موظف. وقد عُرض عليه كيف يتواصل معكم، ولا يجيب أحد في المحادثة نفسها. ما قيل فيها، وكيفية الوصول إلى صاحب الطلب إن ذكر ذلك، تجدونه هنا:

    {link}

{name}
""",
    ),
}


# Who asked for a person, where that is known: a subject for when it comes later, and a sentence.
REACHED = {
    "en": (
        "{name}: a customer would like to be contacted",
        "This is how you reach whoever asked for a person:",
    ),
    "de": (
        "{name}: jemand bittet um Rückmeldung",
        "So erreichen Sie die Person, die jemanden sprechen möchte:",
    ),
    "fr": (
        "{name} : quelqu’un souhaite être recontacté",
        "Voici comment joindre la personne qui souhaite parler à quelqu’un :",
    ),
    "es": (
        "{name}: alguien quiere que le contacten",
        "Así puede contactar con quien quiere hablar con una persona:",
    ),
    "it": (
        "{name}: qualcuno chiede di essere ricontattato",
        "Ecco come contattare chi vuole parlare con una persona:",
    ),
    "he": ("{name}: לקוח מבקש שיחזרו אליו", "כך אפשר להשיג את מי שביקש לדבר עם אדם:"),
    "ar": ("{name}: عميل يطلب أن تتواصلوا معه", "هكذا يمكن التواصل مع من طلب التحدث مع موظف:"),
}


def code_letter(locale: str, *, name: str, code: str, minutes: int, is_new: bool = False) -> tuple[str, str]:
    """Subject and text in the language of a locale; ``is_new`` where somebody wants to book with the address."""
    letters = CONTACT_LETTERS if is_new else CODE_LETTERS
    subject, text = letters[language_of(locale)]
    return subject.format(name=name), text.format(name=name, code=code, minutes=minutes)


def person_letter(
    locale: str, *, name: str, link: str, contact: str = "", is_later: bool = False
) -> tuple[str, str]:
    """The letter to the business about a customer who asked for a person; ``link`` is where their conversation is read,
    ``contact`` who they are and how to reach them, ``is_later`` where only that is new."""
    subject, words = PERSON_LETTERS[language_of(locale)]
    later, sentence = REACHED[language_of(locale)]
    reached = f"{sentence}\n\n    {contact}\n\n" if contact else ""
    if is_later:
        greeting = words.partition("\n\n")[0]
        return later.format(name=name), f"{greeting}\n\n{reached}    {link}\n\n{name}\n"
    before, mark, behind = words.partition("    {link}\n\n")
    return subject.format(name=name), f"{before}{mark}".format(
        name=name, link=link
    ) + reached + behind.format(name=name)
