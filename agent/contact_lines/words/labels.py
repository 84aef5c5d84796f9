"""What says what stands beside it: "phone", "name", "here"; what leads to a contact."""

import re

from agent.languages.vocabulary.closed_classes import word_set

# What may stand behind a name: "Ada here".
HERE = word_set("here speaking hier ici aquí qui כאן פה هنا")
# What leads to a contact, or says what it is.
LABELS = word_set(
    "name names nom nombre nome vorname nachname surname prénom apellido cognome fullname full email e-mail mail emails "
    "mailadresse e-mail-adresse emailadresse adresse address courriel correo electrónico electronico dirección direccion indirizzo "
    "posta elettronica phone telephone tel telefon telefonnummer handy handynummer mobil mobile mobilnummer cell cellphone nummer "
    "number nr num numéro numero número rufnummer téléphone tél portable teléfono telefono móvil movil celular cellulare "
    "telefonino fon fone whatsapp signal contact kontakt contacto contatto reach reached reachable erreichbar erreichen erreicht "
    "reply write text joindre joignable contacter contactar raggiungere raggiungibile contattare localizable born geboren geb né "
    "née nacido nacida nato nata addr mailto via שם השם שמי טלפון הטלפון נייד הנייד פלאפון מייל המייל אימייל האימייל דואל כתובת "
    "הכתובת דואר אלקטרוני מספר המספר الاسم اسم اسمي هاتف الهاتف هاتفي جوال الجوال جوالي موبايل رقم رقمي الرقم بريد البريد بريدي "
    "الإلكتروني الالكتروني إيميل ايميل الإيميل إيميلي ايميلي تلفون التلفون تلفوني موبايلي هاتفي بالايميل عالايميل واتس واتساب رقمو "
    "tlf tfno tfn tlfn cel cell whats wa wapp wapps wasap ws gmail mob num n° tél. telnr telefonnr handynr mailadr mél cellulare cellu telefonnr "
    "fono celu numerino fixe fijo fisso festnetz landline מס מס' פל' נייד סלולרי סלולארי וואטסאפ ווטסאפ ג'ימייל מיילי"
)
# Of those, what leads to a birthday; with a capital and no date behind it, somebody is called so (Max Born).
_BIRTHS = word_set("born geboren geb né née nacido nacida nato nata")
# Of those, what stands for a name.
_NAMES = word_set(
    "name names nom nombre nome vorname nachname surname prénom apellido cognome fullname השם שם الاسم اسم"
)
# What may stand right before a spelled-out address, beside those labels.
BEFORE_ADDRESS = word_set(
    "is its it's also ist lautet est c'est es è and und et y e or oder ou o at to on under unter auf an à al all' הוא זה או على ع هو هي أو"
)
# Letters that Hebrew and Arabic write onto a word: "and the", "to", "in".
PREFIXES = re.compile(r"^(?:[ושבלכמ]?ה?(?=[\u05d0-\u05ea]{2})|[وفبلك]?(?:ال)?(?=[\u0621-\u064a]{2}))")


def is_label(word: str) -> bool:
    """Whether a lower-case word says what stands beside it: "phone", "והנייד" with its prefixes."""
    if word in LABELS:
        return True
    bare = PREFIXES.sub("", word)
    return bare != word and (bare in LABELS or any(word[at:] in LABELS for at in (1, 2)))


def stands_for_name(word: str) -> bool:
    """Whether a lower-case label says that a name follows: "name", "باسم"."""
    return word in _NAMES or PREFIXES.sub("", word) in _NAMES


def may_be_surname(token: str) -> bool:
    """Whether a word that leads to something else as a rule is written as a name is."""
    return token[:1].isupper() and token.casefold() in _BIRTHS


def names_the_name(piece: str) -> bool:
    """Whether a piece ends in "name", which is then told by the next one: "sorry, forgot the name"."""
    *before, last = piece.casefold().split()
    return bool(before) and last in _NAMES
