"""Contacts and codes as people dictate them reach tools as the desk keeps them."""

import pytest

from agent.privacy.contacts.codes import dictated_codes_in
from agent.privacy.contacts.emails import spoken_emails_in
from agent.privacy.contacts.phones import spoken_phones_in
from agent.privacy.contacts.reading import as_contact
from agent.privacy.personal import PHONE, contacts_in, without_cards

CODE = "K7QW2M"


@pytest.mark.parametrize(
    ("written", "contact"),
    [
        ("ada dot byron at example dot org", "ada.byron@example.org"),
        ("ada(at)example.org", "ada@example.org"),
        ("ada unterstrich b ät beispiel punkt de", "ada_b@beispiel.de"),
        ("ada guion bajo b arroba ejemplo punto es", "ada_b@ejemplo.es"),
        ("a d a punkt b y r o n at beispiel punkt de", "ada.byron@beispiel.de"),
        ("ci a acca trattino basso sette chiocciola esempio punto it", "cah_7@esempio.it"),
        ("byron eight eight at example dot i e", "byron88@example.ie"),
        ("בי די קיי נקודה cohen שטרודל ג'ימייל נקודה קום", "bdk.cohen@gmail.com"),
        ("oh seven seven double zero nine one one four five six", "07700911456"),
        ("zéro six douze trente-quatre cinquante-six soixante-dix-huit", "0612345678"),
        ("صفر خمسة، أربعة واحد صفر، سبعة اتنين", "0541072"),
        ("m comme marie, point, durand, arobase, exemple point fr", "m.durand@exemple.fr"),
        ("K7Q-W2M", CODE),
        ("K 7 Q W 2 M", CODE),
        ("K wie Kugel, sieben, Q, W, zwei, M wie Maus", CODE),
        ("kilo seven quebec whiskey two mike", CODE),
        ("ka, siete, cu, uve doble, dos, eme", CODE),
        ("קיי, שבע, קיו, דאבל יו, שתיים, אם", CODE),
        ("tomorrow at noon", "tomorrow at noon"),
    ],
)
def test_tools_get_contacts_and_codes_as_they_are_kept(written: str, contact: str) -> None:
    assert as_contact({"contact": written}) == {"contact": contact}


@pytest.mark.parametrize(
    "text",
    [
        "I'm at noon.Please",
        "look at example dot",
        "one or two, at three or four",
        "10 11 12 13",
        "a las 3 o a las 4 h, o 5 h",
        "el 3, el 4 y el 5 de mayo",
    ],
)
def test_words_that_only_look_spelled_are_no_contacts(text: str) -> None:
    assert [*spoken_emails_in(text), *spoken_phones_in(text), *dictated_codes_in(text)] == []


def test_a_bank_account_is_no_telephone_number_and_no_card() -> None:
    text = "to FR14 2004 1010 0505 0001 3M02 606, or call +33 1 99 00 12 34"
    assert without_cards(text) == text
    assert [written for kind, written, _ in contacts_in(text, "FR") if kind == PHONE] == ["+33 1 99 00 12 34"]
