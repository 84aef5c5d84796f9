"""Whom to call in an emergency, by country (ISO 3166-1).

Numbers are those `phonenumbers` lists as emergency numbers of the country (Google's libphonenumber,
ShortNumberMetadata), with the one for an ambulance chosen where a country has several; 112 holds in the whole
European Union (Directive (EU) 2018/1972, Article 109). Lines for a crisis are each country's own. A country
that is not here is told "your local emergency number".
"""

from msgspec import Struct

EUROPEAN = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH LI IS TR UA"


class Emergency(Struct, frozen=True):
    """``medical`` brings an ambulance, ``police`` the police, ``crisis`` somebody who listens; "" where none
    is known."""

    medical: str
    police: str
    crisis: str = ""


# Each with whose line it is and where it is published; all of them answer day and night but where hours are
# given. An hour told to somebody who needs a voice has to be true.
LISTENING = {
    "AT": "142",  # Telefonseelsorge, telefonseelsorge.at
    "AU": "13 11 14",  # Lifeline, lifeline.org.au
    "BR": "188",  # Centro de Valorização da Vida, cvv.org.br
    "CA": "988",  # Suicide Crisis Helpline, 988.ca
    "CH": "143",  # Die Dargebotene Hand, 143.ch
    "DE": "0800 111 0 111",  # TelefonSeelsorge, telefonseelsorge.de
    "ES": "024",  # Ministerio de Sanidad, sanidad.gob.es
    "FR": "3114",  # Numéro national de prévention du suicide, 3114.fr
    "GB": "116 123",  # Samaritans, samaritans.org
    "IE": "116 123",  # Samaritans, samaritans.org/ireland
    "IL": "1201",  # ERAN, eran.org.il
    "IT": "02 2327 2327 (10:00–24:00)",  # Telefono Amico Italia, telefonoamico.it
    "LI": "143",  # Die Dargebotene Hand answers in Liechtenstein, too, 143.ch
    "NL": "113",  # 113 Zelfmoordpreventie, 113.nl
    "NZ": "1737",  # Need to talk?, 1737.org.nz
    "PT": "1411",  # Linha Nacional de Prevenção do Suicídio, sns24.gov.pt
    "SE": "90101",  # Mind Självmordslinjen, mind.se
    "US": "988",  # Suicide and Crisis Lifeline, 988lifeline.org
}
ONE_NUMBER = dict.fromkeys(EUROPEAN.split(), "112") | {
    "AU": "000",
    "CA": "911",
    "CO": "123",
    "GB": "999",
    "IE": "999",
    "IN": "112",
    "JO": "911",
    "KW": "112",
    "MX": "911",
    "NZ": "111",
    "QA": "999",
    "US": "911",
}
# Ambulance and police, where they have numbers of their own.
TWO_NUMBERS = {
    "AE": ("998", "999"),
    "AR": ("107", "911"),
    "BR": ("192", "190"),
    "CL": ("131", "133"),
    "CN": ("120", "110"),
    "EG": ("123", "122"),
    "IL": ("101", "100"),
    "JP": ("119", "110"),
    "LB": ("140", "112"),
    "MA": ("15", "19"),
    "NO": ("113", "112"),
    "PS": ("101", "100"),
    "SA": ("997", "999"),
    "TN": ("190", "197"),
}


def emergency_in(country: str | None) -> Emergency | None:
    """The numbers of a country; None where they are not known."""
    if country in TWO_NUMBERS:
        return Emergency(*TWO_NUMBERS[country], LISTENING.get(country, ""))
    if country in ONE_NUMBER:
        number = ONE_NUMBER[country]
        return Emergency(number, number, LISTENING.get(country, ""))
    return None
