"""The letter with a one-time code, in each language: a subject and a text. Nothing in it leads into the conversation."""

from agent.languages import language_of

# The code stands on a line of its own, so that it reads the same from both sides.
CODE_LETTERS = {
    "en": (
        "Your code for {name}",
        """\
Hello,

somebody asked about an appointment booked with this e-mail address at {name}. If it was you, enter this code in the chat:

    {code}

It is good for {minutes} minutes, and only in that chat. If it was not you, there is nothing to do: nothing changes without the code.

{name}
""",
    ),
    "de": (
        "Ihr Code für {name}",
        """\
Guten Tag,

jemand hat nach einem Termin gefragt, der mit dieser E-Mail-Adresse bei {name} gebucht ist. Wenn Sie das waren, geben Sie diesen Code im Chat ein:

    {code}

Er gilt {minutes} Minuten und nur in diesem Chat. Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne den Code ändert sich nichts.

{name}
""",
    ),
    "fr": (
        "Votre code pour {name}",
        """\
Bonjour,

quelqu’un s’est renseigné sur un rendez-vous pris avec cette adresse e-mail chez {name}. Si c’était vous, saisissez ce code dans la conversation :

    {code}

Il est valable {minutes} minutes, et seulement dans cette conversation. Si ce n’était pas vous, vous n’avez rien à faire : rien ne change sans le code.

{name}
""",
    ),
    "es": (
        "Su código para {name}",
        """\
Hola:

Alguien ha preguntado por una cita reservada con esta dirección de correo en {name}. Si ha sido usted, escriba este código en el chat:

    {code}

Es válido durante {minutes} minutos y solo en ese chat. Si no ha sido usted, no tiene que hacer nada: sin el código no cambia nada.

{name}
""",
    ),
    "it": (
        "Il suo codice per {name}",
        """\
Buongiorno,

qualcuno ha chiesto di un appuntamento prenotato con questo indirizzo e-mail presso {name}. Se è stato lei, inserisca questo codice nella chat:

    {code}

Vale {minutes} minuti e solo in quella chat. Se non è stato lei, non deve fare nulla: senza il codice non cambia niente.

{name}
""",
    ),
    "he": (
        "הקוד שלך עבור {name}",
        """\
שלום,

מישהו שאל על תור שנקבע עם כתובת הדואר הזאת אצל {name}. אם הבקשה שלך, יש להקליד את הקוד הזה בצ'אט:

    {code}

הקוד תקף ל-{minutes} דקות, ורק בצ'אט הזה. אם לא ביקשת, אין צורך לעשות דבר: בלי הקוד שום דבר לא משתנה.

{name}
""",
    ),
    "ar": (
        "رمزك لدى {name}",
        """\
مرحبًا،

سأل أحدهم عن موعد محجوز بهذا البريد الإلكتروني لدى {name}. إن كنت أنت من سأل، فاكتب هذا الرمز في المحادثة:

    {code}

الرمز صالح لمدة {minutes} دقائق وفي تلك المحادثة فقط. وإن لم تكن أنت، فلا داعي لفعل شيء: لا يتغير شيء بدون الرمز.

{name}
""",
    ),
}


def code_letter(locale: str, *, name: str, code: str, minutes: int) -> tuple[str, str]:
    """Subject and text in the language of a locale."""
    subject, text = CODE_LETTERS[language_of(locale)]
    return subject.format(name=name), text.format(name=name, code=code, minutes=minutes)
