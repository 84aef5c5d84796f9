"""The customers of the demo: invented names of several languages, with mailboxes and numbers of nobody.

Mailboxes are at example.com (RFC 2606); numbers are those kept for films and books by the Bundesnetzagentur
(030 23125 and three digits), Ofcom (07700 900 and three) and ARCEP (06 39 98 and four).
"""

from msgspec import Struct

from booking_core.customers.contacts import ContactDetails

LOCALES = {
    "en": "en-GB",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "he": "he-IL",
    "ar": "ar-EG",
}
# By language: a name, and the mailbox where the name does not spell it.
NAMES = {
    "de": (
        "Lena Brandt, Jonas Keller, Mia Vogel, Paul Sommer, Emma Lindner, Felix Winkler, Hannah Busch, "
        "Max Sauer, Clara Engel, Leon Pohl, Marie Horn, Tim Krause, Sophie Arnold, Jan Seidel, Laura Franke, "
        "Nils Albrecht, Greta Simon, Ole Jansen, Ida Haas, Moritz Graf, Frieda Ott, Anton Beck, Luisa Kuhn, "
        "Emil Wolff"
    ),
    "en": (
        "Alice Harper, Tom Bailey, Grace Foster, Oliver Webb, Ruby Marsh, Jack Dalton, Chloe Barnes, "
        "Henry Cole, Amelia Frost, Noah Pearce, Isla Grant, Ethan Moss"
    ),
    "fr": "Camille Laurent, Hugo Mercier, Chloé Garnier, Louis Fontaine, Manon Perrin, Jules Caron",
    "es": "Lucía Navarro, Mateo Vidal, Carmen Ortega, Pablo Serrano, Elena Rubio, Diego Campos",
    "it": "Giulia Ferri, Marco Conti, Sara Rinaldi, Luca Moretti, Chiara Galli, Matteo Villa",
    "he": "נועה לוי=noa.levi, יואב כהן=yoav.cohen, מאיה פרץ=maya.peretz, איתי דגן=itay.dagan",
    "ar": "ليلى حداد=layla.haddad, كريم نصار=karim.nassar, سلمى فارس=salma.fares, عمر سليم=omar.salim",
}
PLAIN = str.maketrans("éíú", "eiu")


class Person(Struct, frozen=True):
    name: str
    email: str
    phone: str | None
    language: str

    @property
    def locale(self) -> str:
        return LOCALES[self.language]

    @property
    def contact(self) -> ContactDetails:
        return ContactDetails(self.name, self.email, self.phone, locale=self.locale)


def _read(language: str, number: int, written: str) -> Person:
    name, _, mailbox = written.strip().partition("=")
    mailbox = mailbox or name.casefold().translate(PLAIN).replace(" ", ".")
    numbers = {
        "de": f"+493023125{100 + number:03}",
        "en": f"+447700900{200 + number:03}",
        "fr": f"+3363998{1000 + number:04}",
    }
    # Every third leaves a mailbox only.
    phone = numbers.get(language) if number % 3 else None
    return Person(name, f"{mailbox}@example.com", phone, language)


PEOPLE = {
    language: tuple(_read(language, number, one) for number, one in enumerate(names.split(",")))
    for language, names in NAMES.items()
}
# Most who ring up or come by speak German or English.
REGULARS = tuple(one for people in PEOPLE.values() for one in people)
