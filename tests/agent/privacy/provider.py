"""What a provider reads of a message of the salon, and what that is once it is put back."""

from datetime import date

from agent.conversation.vault import Vault
from agent.intake.customer_contacts import _contacts_in_words
from agent.llm.redaction import Redaction
from agent.models.protocol import ModelMessage
from agent.privacy.business_words import BusinessWords
from agent.privacy.contacts.codes import split_codes_in
from agent.privacy.personal import BOOKING_CODE, contacts_in

TODAY = date(2026, 11, 23)
COUNTRIES = {"en": "GB", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "he": "IL", "ar": "SA"}
SALON = BusinessWords(
    frozenset(
        [
            "salon",
            "lavender",
            "haircut",
            "massage",
            "blow",
            "dry",
            "balayage",
            "dana",
            "miriam",
            "jonas",
            "lane",
            "12",
            "berlin",
        ]
    ),
    frozenset({"haircut", "massage", "pregnancy massage"}),
    (frozenset({"lavender", "lane", "12", "berlin"}),),
    frozenset({"dana", "miriam", "jonas"}),
)
CODE = "K7QW2M"


def redaction(vault: Vault | None = None, language: str = "en") -> Redaction:
    return Redaction(vault or Vault("cnv", "org"), SALON, TODAY, language)


def vault_of(text: str, language: str) -> Vault:
    """What intake puts aside of a text."""
    vault, country = Vault("cnv", "org"), COUNTRIES[language]
    for kind, written, normal in (*contacts_in(text, country), *_contacts_in_words(text, country)):
        vault.add(kind, written, normal)
    for written, code in split_codes_in(text):
        if code == CODE:
            vault.add(BOOKING_CODE, written)
    vault.add(BOOKING_CODE, CODE)
    return vault


def heard(text: str, language: str = "en", asked: str = "") -> tuple[str, str]:
    """What a provider reads of a message, and what that is once it is put back."""
    vault = vault_of(text, language)
    said = [ModelMessage("assistant", asked)] if asked else []
    said.append(ModelMessage("user", text))
    redacted = redaction(vault, language)
    redacted.read(said)
    concealed = redacted.conceal(said[-1]).content
    return concealed, vault.reveal(redacted.restore(concealed))
