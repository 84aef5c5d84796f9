"""What a mail server gets of a letter: one sender whatever the business is called, and addresses that every
server takes."""

import random
import re
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.utils import getaddresses, parsedate_to_datetime

import pytest
from msgspec import structs

from booking_core.customers.contacts import normalise_email
from booking_core.errors import InvalidField
from booking_core.notices.mailer import Letter, Mailer
from booking_core.notices.refused_letters import Refused
from tests.booking_core.notices.mailbox import HANGS_UP, SAYS_NOTHING, Mailbox, mailbox

SENDER = "Chat <chat@salon.example>"
NAMES = (
    "Salon Lavender",
    "André's Barbers, Hamburg",
    "Studio Rosé, Cut, Colour",
    "Studio Rose, Cut, Colour, Beards, Brows, Lashes and Nails by Kim and Daughters Ltd.",
    "Łódź — Święto Urody, Fryzjer, Kosmetyka, Masaż i Sauna u Żanety",
    "Glück-Haar, Inh. B. Weiß, C. Groß und Söhne, Friseurmeister seit 1951, München",
    'The "Best" <Salon>; of: (all) @ [Berlin], \\ 100 %',
    "=?utf-8?q?eve=40example=2Ecom?=",
    "eve@example.com, Salon",
    "מספרת לבנדר, תל אביב",
    "صالون، شارع الحمراء",
    "ラベンダー、美容室",
    "",
)


WRITTEN = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
LETTER = Letter("mail_1", WRITTEN, "Salon", None, "ada@example.com", "Hi", "Hi")


async def send(box: Mailbox, **changed: str) -> None:
    await Mailer(box.url, SENDER).send(structs.replace(LETTER, **changed))


def one_sender(source: bytes) -> str:
    """The name in the one address of the From header; encoded words are put together as RFC 2047 (6.2)
    says."""
    head = source.decode("ascii").partition("\r\n\r\n")[0]
    unfolded = head.replace("\r\n ", " ").split("\r\n")
    [value] = [line.removeprefix("From:").strip() for line in unfolded if line.startswith("From:")]
    [(name, address)] = getaddresses([value])
    assert address == "chat@salon.example"
    return str(make_header(decode_header(name)))


@pytest.mark.parametrize("name", NAMES)
async def test_a_business_of_any_name_is_one_sender(name: str) -> None:
    async with mailbox() as box:
        await send(box, sender_name=name)
    assert one_sender(box.sources[0]) == name


async def test_any_name_at_all_is_one_sender() -> None:
    chance = random.Random(5)
    letters = "abcXYZ ,;:<>@\"'()[]\\.=?_-éßŁאبラ👩‍🦱"
    names = [" ".join("".join(chance.choices(letters, k=chance.randint(1, 90))).split()) for _ in range(60)]
    async with mailbox() as box:
        for name in names:
            await send(box, sender_name=name)
    assert [one_sender(source) for source in box.sources] == names


async def test_a_letter_says_when_it_was_written_and_begins_its_subject_on_its_line() -> None:
    subject = "Bitte wählen Sie eine andere Zeit: Färben und Föhnen, Mittwoch, 9. Dezember, 8:30 Uhr"
    async with mailbox() as box:
        await send(box, subject=subject)
    assert parsedate_to_datetime(box.letters[0]["Date"]) == WRITTEN
    assert re.search(rb"^Subject: =", box.sources[0], re.M)
    assert str(make_header(decode_header(box.letters[0]["Subject"]))) == subject


@pytest.mark.parametrize("name", ["Salon\nBcc: eve@example.com", "Salon\r\n\r\nbody"])
async def test_no_name_adds_a_header(name: str) -> None:
    async with mailbox() as box:
        await send(box, sender_name=name)
    assert one_sender(box.sources[0]) == " ".join(name.split())
    assert box.letters[0]["Bcc"] is None


async def test_a_sender_on_a_host_of_ones_own_is_taken_as_it_is() -> None:
    async with mailbox() as box:
        letter = Letter("mail_1", WRITTEN, "Salon", "desk@front.local", "ada@example.com", "Hi", "Hi")
        await Mailer(box.url, "chat@localhost").send(letter)
    assert (box.letters[0]["From"], box.letters[0]["Reply-To"]) == (
        "Salon <chat@localhost>",
        "desk@front.local",
    )


async def test_a_domain_with_an_umlaut_is_reached_through_servers_that_know_ascii_only() -> None:
    async with mailbox() as box:
        await send(box, recipient="ada@käse-test.de")
    assert box.letters[0]["To"] == "ada@xn--kse-test-0za.de"


def test_an_address_that_hardly_any_server_takes_is_refused_when_it_is_given() -> None:
    assert normalise_email("Ada@KÄSE-test.de") == "ada@käse-test.de"
    with pytest.raises(InvalidField):
        normalise_email("jörg@example.com")


@pytest.mark.parametrize("host", ["127.1", "2130706433"])
async def test_a_password_is_told_to_nobody_in_clear(host: str) -> None:
    """Names of this machine that do not say so stand for any other one."""
    async with mailbox() as box:
        url = box.url.replace("smtp://127.0.0.1", f"smtp://chat:secret@{host}")
        with pytest.raises(Refused) as refused:
            await Mailer(url, SENDER).send(LETTER)
    assert (refused.value.code, refused.value.may_pass) == ("no_tls", True)
    assert (box.passwords, box.letters) == ([], [])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_on_this_machine_a_password_needs_no_tls(host: str) -> None:
    async with mailbox() as box:
        await Mailer(box.url.replace("smtp://127.0.0.1", f"smtp://chat:secret@{host}"), SENDER).send(LETTER)
    assert box.passwords == [b"secret"]
    assert len(box.letters) == 1


async def test_without_a_password_a_neighbour_needs_no_tls() -> None:
    async with mailbox() as box:
        await Mailer(box.url.replace("127.0.0.1", "127.1"), SENDER).send(LETTER)
    assert len(box.letters) == 1


async def test_a_server_that_hangs_up_or_says_nothing_may_be_asked_again() -> None:
    for answer in (HANGS_UP, SAYS_NOTHING):
        async with mailbox(answer) as box:
            mailer = Mailer(box.url, SENDER, patience_s=0.3)
            with pytest.raises(Refused) as refused:
                await mailer.send(LETTER)
            assert refused.value.may_pass, answer
            await mailer.send(LETTER)
        assert len(box.letters) == 1
