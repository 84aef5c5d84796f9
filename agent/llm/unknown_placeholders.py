"""Placeholders that a model has invented: they stand for nothing and are not shown."""

import re
from collections.abc import Collection

# Names of placeholders in the languages of models' answers, with or without a possessive and a number. Other
# words in brackets are text.
KINDS = (
    "email|e-mail|email address|e-mail address|phone|phone number|telephone|name|full name|first name|last "
    "name|surname|person|customer|"
    "customer name|client|booking code|booking|code|birth date|date of birth|birthday|address|street "
    "address|health|health condition|"
    "health emergency|emergency|contact|bank account|iban|reference|word|"
    "buchungscode|telefon|telefonnummer|e-mail-adresse|adresse|geburtsdatum|"
    "gesundheit|notfall|kunde|kundin|vorname|nachname|"
    "code de réservation|téléphone|numéro de téléphone|nom|prénom|personne|date de "
    "naissance|santé|urgence|client|"
    "código|código de reserva|correo|correo electrónico|teléfono|número de "
    "teléfono|nombre|apellido|persona|dirección|fecha de nacimiento|salud|"
    "codice|codice di prenotazione|telefono|numero di telefono|nome|cognome|indirizzo|data di nascita|salute|"
    "שם|השם|קוד|קוד הזמנה|טלפון|כתובת|אימייל|אדם|תאריך לידה|"
    "الاسم|اسم|رمز|رمز الحجز|هاتف|رقم الهاتف|البريد الإلكتروني|العنوان|شخص|تاريخ الميلاد"
)
_WORDS = "|".join(
    re.escape(one).replace(r"\ ", "[ _]").replace(r"\-", "[-_ ]?")
    for one in sorted({*KINDS.split("|")}, key=len, reverse=True)
)
SHAPE = re.compile(
    rf"\[ ?(?:(?:your|the|ihr|ihre|votre|su|suo|sua) )?(?:{_WORDS})(?:[ _#:-]{{0,2}}\d{{1,4}})? ?\](?!\()",
    re.I,
)
# A placeholder that has begun at the end of a text, or is complete and may turn out to be a link.
BEGUN = re.compile(r"\[[^\[\]\n]{0,44}\]?$")
GAP = "…"


def without_unknown(text: str, known: Collection[str]) -> str:
    """The text with a gap for every placeholder that is not in ``known`` (lower case)."""
    if "[" not in text:
        return text
    return SHAPE.sub(lambda found: found.group() if found.group().lower() in known else GAP, text)
