"""The first words of a conversation, in each language; a business may greet in words of its own."""

from msgspec import Struct

from agent.languages import language_of
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import setting_of


class Welcome(Struct, frozen=True):
    """``starters`` are the buttons below the greeting."""

    greeting: str
    starters: tuple[str, ...]


# What the starters mean to whoever answers, in the order of every language's.
MEANINGS = ("Book an appointment", "Opening hours", "Prices")
WELCOMES = {
    "en": Welcome("Hi! I can book, move or cancel an appointment for you. What would you like?", MEANINGS),
    "de": Welcome(
        "Hallo! Ich kann Termine für Sie buchen, verschieben oder absagen. Was darf es sein?",
        ("Termin buchen", "Öffnungszeiten", "Preise"),
    ),
    "fr": Welcome(
        "Bonjour ! Je peux prendre, déplacer ou annuler un rendez-vous pour vous. Que souhaitez-vous ?",
        ("Prendre rendez-vous", "Horaires d’ouverture", "Tarifs"),
    ),
    "es": Welcome(
        "¡Hola! Puedo reservarle, cambiarle o cancelarle una cita. ¿Qué desea?",
        ("Reservar una cita", "Horario", "Precios"),
    ),
    "it": Welcome(
        "Buongiorno! Posso prenotare, spostare o disdire un appuntamento per lei. Che cosa desidera?",
        ("Prenotare un appuntamento", "Orari di apertura", "Prezzi"),
    ),
    "he": Welcome(
        "שלום! אפשר לקבוע כאן תור, להזיז אותו או לבטל אותו. במה אפשר לעזור?",
        ("קביעת תור", "שעות פתיחה", "מחירים"),
    ),
    "ar": Welcome(
        "مرحبًا! يمكنني أن أحجز لك موعدًا أو أغيّره أو ألغيه. بماذا أساعدك؟",
        ("حجز موعد", "ساعات العمل", "الأسعار"),
    ),
}


def welcome_of(organization: Organization, locale: str) -> Welcome:
    """A business's own ``greeting`` is one text for everybody, or one for each of its languages (``{"de": …}``); who speaks no language
    of ours is greeted in English."""
    language = language_of(locale)
    welcome, own = WELCOMES[language], setting_of(organization, "chat.greeting")
    greeting = own.get(language) if isinstance(own, dict) else own
    return Welcome(str(greeting), welcome.starters) if greeting else welcome
