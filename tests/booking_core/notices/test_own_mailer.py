"""A mail server that an owner wrote down. Misused it would: look into the network of the installation (a
private address, a name that leads there, a port that is none of mail), carry a password in clear or to
somebody else, make a worker wait for ever, or say nothing of why no letter arrives."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from booking_core.errors import InvalidField
from booking_core.mail_servers.mail_server import PLAIN, STARTTLS, TLS, ChosenServer
from booking_core.mail_servers.server_choice import ServerChoice, ServerPlace
from booking_core.notices.mailer import Letter
from booking_core.notices.own_mailer import OwnMailer
from booking_core.notices.refused_letters import Reason, Refused
from tests.booking_core.notices.rude_servers import (
    LATER,
    NO_SUCH_USER,
    NOT_YOURS,
    SPAM,
    Fault,
    RudeServer,
    rude_server,
    silent_server,
)
from tests.webhooks.receivers import certify
from web.secrets.sealing import mail_password_seal

SEAL = mail_password_seal("a key that only the tests know, and long")
WRITTEN = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
LETTER = Letter("mail_1", WRITTEN, "Salon", "hello@salon.example", "ada@example.com", "Hi", "Hi")
PASSWORD = "correct horse, battery"
HERE = "org_1"
CHOICE = ServerChoice("smtp.example.com", 465, TLS, "salon@example.com", "salon", PASSWORD)


def place(*ports: int) -> ServerPlace:
    return ServerPlace(SEAL, frozenset(f"127.0.0.1:{port}" for port in ports))


def on(box: RudeServer, tls: str = PLAIN) -> OwnMailer:
    here = place(box.port)
    choice = structs.replace(CHOICE, host="127.0.0.1", port=box.port, tls=tls)
    return OwnMailer(HERE, choice.seal(HERE, here), here)


async def refusal(mailer: OwnMailer) -> Refused:
    with pytest.raises(Refused) as caught:
        await mailer.send(LETTER)
    assert PASSWORD not in f"{caught.value} {caught.value.__cause__}"
    return caught.value


async def test_a_letter_goes_by_it_from_its_own_address() -> None:
    async with rude_server() as box:
        await on(box).send(LETTER)
    assert (box.passwords, box.senders) == ([PASSWORD.encode()], ["salon@example.com"])
    assert b"From: Salon <salon@example.com>" in box.sources[0]
    assert b"Reply-To: hello@salon.example" in box.sources[0]


@pytest.mark.parametrize("mode", [TLS, STARTTLS])
async def test_a_letter_goes_encrypted_where_the_certificate_is_good(
    mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, _ = certify(tmp_path, "127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    async with rude_server(**{"tls" if mode == TLS else "start_tls": server}) as box:
        await on(box, mode).send(LETTER)
    assert box.passwords == [PASSWORD.encode()]


@pytest.mark.parametrize("mode", [TLS, STARTTLS])
async def test_no_password_goes_to_a_certificate_that_nobody_knows(mode: str, tmp_path: Path) -> None:
    server, _ = certify(tmp_path, "127.0.0.1")
    async with rude_server(**{"tls" if mode == TLS else "start_tls": server}) as box:
        refused = await refusal(on(box, mode))
    assert (refused.reason, refused.may_pass, box.passwords) == (Reason.TLS, True, [])


async def test_no_password_goes_in_clear_where_the_offer_of_tls_is_taken_away() -> None:
    async with rude_server() as box:
        refused = await refusal(on(box, STARTTLS))
    assert (refused.reason, refused.may_pass, box.passwords) == (Reason.NO_TLS, True, [])


@pytest.mark.parametrize(
    ("fault", "reason", "may_pass"),
    [
        (Fault(signs_in=False), Reason.SIGN_IN, True),
        (Fault(sender=NOT_YOURS), Reason.SENDER, False),
        (Fault(recipient=NO_SUCH_USER), Reason.RECIPIENT, False),
        (Fault(recipient=LATER), Reason.LATER, True),
        (Fault(letter=SPAM), Reason.LETTER, False),
        (Fault(letter=LATER), Reason.LATER, True),
    ],
)
async def test_what_the_server_says_no_to_is_known(fault: Fault, reason: Reason, may_pass: bool) -> None:
    async with rude_server(fault) as box:
        refused = await refusal(on(box))
    assert (refused.reason, refused.may_pass) == (reason, may_pass)


async def test_whoever_says_nothing_is_left() -> None:
    async with silent_server() as port:
        chosen = ChosenServer("127.0.0.1", port, PLAIN, "", "salon@example.com")
        refused = await refusal(OwnMailer(HERE, chosen, place(port), patience_s=0.2))
    assert (refused.reason, refused.may_pass) == (Reason.SILENT, True)


async def test_where_nobody_is_nobody_answers() -> None:
    async with silent_server() as port:
        pass
    chosen = ChosenServer("127.0.0.1", port, PLAIN, "", "salon@example.com")
    assert (await refusal(OwnMailer(HERE, chosen, place(port)))).reason == Reason.NO_ANSWER


async def test_a_password_that_no_key_opens_is_no_password() -> None:
    async with rude_server() as box:
        here = place(box.port)
        choice = structs.replace(CHOICE, host="127.0.0.1", port=box.port, tls=PLAIN)
        refused = await refusal(OwnMailer(HERE, choice.seal("org_2", here), here))
    assert (refused.reason, refused.may_pass, box.passwords) == (Reason.SIGN_IN, True, [])


async def resolve_to_inside(_: str, __: int) -> list[str]:
    return ["192.168.0.10"]


async def resolve_to_nothing(_: str, __: int) -> list[str]:
    raise OSError


async def test_a_name_that_leads_inside_is_not_connected_to() -> None:
    chosen = CHOICE.seal(HERE, place())
    refused = await refusal(OwnMailer(HERE, chosen, place(), resolve=resolve_to_inside))
    assert (refused.reason, refused.may_pass) == (Reason.NOT_PUBLIC, True)


async def test_a_name_that_is_none_is_told() -> None:
    chosen = CHOICE.seal(HERE, place())
    refused = await refusal(OwnMailer(HERE, chosen, place(), resolve=resolve_to_nothing))
    assert (refused.reason, refused.may_pass) == (Reason.NO_HOST, True)


INSIDE: Sequence[tuple[str, int]] = (
    ("127.0.0.1", 25),
    ("localhost", 587),
    ("10.0.0.1", 465),
    ("169.254.169.254", 25),
    ("[::1]", 25),
    ("::ffff:127.0.0.1", 25),
    ("2130706433", 25),
    ("0x7f.1", 25),
    ("mail.internal", 465),
    ("printer", 25),
    ("smtp.example.com", 6379),
    ("smtp.example.com", 80),
    ("smtp.example.com/x", 465),
    ("smtp.example.com\r\nRCPT TO:<eve@example.com>", 465),
    ("user@smtp.example.com", 465),
)


@pytest.mark.parametrize(("host", "port"), INSIDE)
def test_no_server_inside_is_kept(host: str, port: int) -> None:
    with pytest.raises(InvalidField) as caught:
        structs.replace(CHOICE, host=host, port=port).seal(HERE, place())
    assert caught.value.field == "host"


def test_what_the_installation_allows_is_kept() -> None:
    allowed = ServerPlace(SEAL, frozenset({"10.0.0.9:1025", "[::1]:1025"}))
    for host in ("10.0.0.9", "::1"):
        chosen = structs.replace(CHOICE, host=host, port=1025, tls=PLAIN).seal(HERE, allowed)
        assert chosen.port == 1025


def test_a_name_with_an_umlaut_is_kept_in_the_letters_of_dns() -> None:
    chosen = structs.replace(CHOICE, host="Post.Käse-Test.de.").seal(HERE, place())
    assert chosen.host == "post.xn--kse-test-0za.de"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"tls": PLAIN}, "tls"),
        ({"tls": "ssl3"}, "tls"),
        ({"port": "many"}, "port"),
        ({"port": 0}, "port"),
        ({"port": True}, "port"),
        ({"address": "nobody"}, "address"),
        ({"address": "jörg@example.com"}, "address"),
        ({"password": ""}, "password"),
        ({"password": None}, "password"),
        ({"password": "two\nlines"}, "password"),
        ({"username": "a\r\nb"}, "username"),
    ],
)
def test_what_cannot_work_is_refused_beside_its_field(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidField) as caught:
        structs.replace(CHOICE, **changed).seal(HERE, place())
    assert caught.value.field == field


def test_without_a_user_there_is_no_password() -> None:
    chosen = structs.replace(CHOICE, username="").seal(HERE, place())
    assert chosen.sealed_password is None


def test_nothing_that_is_printed_has_the_password() -> None:
    chosen = CHOICE.seal(HERE, place())
    assert PASSWORD not in f"{CHOICE!r}{chosen!r}{chosen.facts}"
    assert PASSWORD.encode() not in (chosen.sealed_password or b"")
