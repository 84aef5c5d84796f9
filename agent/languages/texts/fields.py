"""What is wrong with a field of a form, in the customer's language; in English it is told in the desk's own words."""

from agent.languages import language_of
from agent.languages.texts.refusals import REFUSAL_SENTENCES
from booking_core.errors import InvalidField

# By the code of what is wrong and its field; the answers to booking questions are fields of one kind.
_KINDS = {
    ("missing_fields", "name"): "no_name",
    ("missing_fields", "email"): "no_contact",
    ("missing_fields", "contact"): "neither",
    ("missing_fields", "answers"): "no_answer",
    ("invalid_contact", "contact"): "no_such_contact",
    ("invalid_answer", "answers"): "wrong_answer",
    ("invalid_code", "code"): "six_digits",
    ("too_many_contacts", "text"): "too_many_contacts",
}
FIELD_ERRORS = {
    "de": {
        "no_name": "Bitte nennen Sie uns Ihren Namen.",
        "no_contact": "Bitte geben Sie eine E-Mail-Adresse oder eine Telefonnummer an.",
        "neither": "Bitte füllen Sie eines von beiden aus.",
        "no_answer": "Bitte beantworten Sie diese Frage.",
        "no_such_contact": "Bitte schreiben Sie eine E-Mail-Adresse oder eine Telefonnummer.",
        "wrong_answer": "Diese Antwort passt hier nicht.",
        "six_digits": "Der Code hat sechs Ziffern.",
        "too_many_contacts": "Das sind mehr Adressen und Nummern, als dieser Chat aufnehmen kann. Bitte schicken Sie weniger davon, oder beginnen Sie ein neues Gespräch.",
    },
    "fr": {
        "no_name": "Indiquez-nous votre nom, s’il vous plaît.",
        "no_contact": "Indiquez une adresse e-mail ou un numéro de téléphone, s’il vous plaît.",
        "neither": "Remplissez l’un des deux, s’il vous plaît.",
        "no_answer": "Répondez à cette question, s’il vous plaît.",
        "no_such_contact": "Écrivez une adresse e-mail ou un numéro de téléphone, s’il vous plaît.",
        "wrong_answer": "Cette réponse ne convient pas ici.",
        "six_digits": "Le code comporte six chiffres.",
        "too_many_contacts": "Cela fait plus d’adresses et de numéros que ce chat ne peut en prendre. Envoyez-en moins, s’il vous plaît, ou commencez une nouvelle conversation.",
    },
    "es": {
        "no_name": "Díganos su nombre, por favor.",
        "no_contact": "Indique un correo electrónico o un teléfono, por favor.",
        "neither": "Rellene uno de los dos, por favor.",
        "no_answer": "Responda a esta pregunta, por favor.",
        "no_such_contact": "Escriba un correo electrónico o un teléfono, por favor.",
        "wrong_answer": "Esa respuesta no encaja aquí.",
        "six_digits": "El código tiene seis cifras.",
        "too_many_contacts": "Son más direcciones y números de los que admite este chat. Envíe menos, por favor, o empiece una conversación nueva.",
    },
    "it": {
        "no_name": "Ci dica il suo nome, per favore.",
        "no_contact": "Indichi un indirizzo e-mail o un numero di telefono, per favore.",
        "neither": "Compili uno dei due campi, per favore.",
        "no_answer": "Risponda a questa domanda, per favore.",
        "no_such_contact": "Scriva un indirizzo e-mail o un numero di telefono, per favore.",
        "wrong_answer": "Questa risposta qui non va bene.",
        "six_digits": "Il codice ha sei cifre.",
        "too_many_contacts": "Sono più indirizzi e numeri di quanti questa chat possa accettarne. Ne mandi di meno, per favore, oppure inizi una nuova conversazione.",
    },
    "he": {
        "no_name": "נא לכתוב את השם.",
        "no_contact": "נא לכתוב כתובת אימייל או מספר טלפון.",
        "neither": "נא למלא אחד מהשניים.",
        "no_answer": "נא לענות על השאלה הזאת.",
        "no_such_contact": "נא לכתוב כתובת אימייל או מספר טלפון.",
        "wrong_answer": "התשובה הזאת לא מתאימה כאן.",
        "six_digits": "בקוד יש שש ספרות.",
        "too_many_contacts": "יש כאן יותר כתובות ומספרים ממה שהצ׳אט הזה יכול לקבל. נא לשלוח פחות, או להתחיל שיחה חדשה.",
    },
    "ar": {
        "no_name": "يرجى كتابة الاسم.",
        "no_contact": "يرجى كتابة بريد إلكتروني أو رقم هاتف.",
        "neither": "يرجى ملء أحد الحقلين.",
        "no_answer": "يرجى الإجابة عن هذا السؤال.",
        "no_such_contact": "يرجى كتابة بريد إلكتروني أو رقم هاتف.",
        "wrong_answer": "هذه الإجابة غير مناسبة هنا.",
        "six_digits": "يتكون الرمز من ستة أرقام.",
        "too_many_contacts": "هذا عدد من العناوين والأرقام أكبر مما تتسع له هذه الدردشة. يرجى إرسال عدد أقل، أو بدء محادثة جديدة.",
    },
}


def translate_field_error(locale: str, wrong: InvalidField) -> InvalidField:
    """The same refusal of a field, told in the language of a locale."""
    language = language_of(locale)
    if language == "en":
        return wrong
    field = wrong.field.partition(".")[0]
    kind = _KINDS.get((wrong.code, field))
    others = REFUSAL_SENTENCES[language]
    detail = (
        FIELD_ERRORS[language][kind] if kind else others.get(wrong.reason, others.get(field, others["other"]))
    )
    return InvalidField(wrong.field, detail, code=wrong.code)
