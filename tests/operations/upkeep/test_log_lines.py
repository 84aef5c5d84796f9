"""A log has one line for each record, and no words of a customer's in it."""

import json
import logging
import sys

import httpx
import pytest
from litestar import Litestar, get

from web.commands.terminal.log_lines import LONGEST, log_formatter
from web.server.request_ids import with_request_id


def line_of(message: str, *arguments: object, failed: bool = False) -> str:
    trouble = sys.exc_info() if failed else None
    record = logging.LogRecord("zimun", logging.ERROR, __file__, 1, message, arguments, trouble)
    line = log_formatter().format(record)
    assert "\n" not in line
    return line


def log(message: str, *arguments: object, failed: bool = False) -> dict[str, str]:
    line: dict[str, str] = json.loads(line_of(message, *arguments, failed=failed))
    return line


def refuse(row: dict[str, str]) -> None:
    raise ValueError(f"Key (email)=({row['email']}) already exists")


def test_an_exception_is_told_by_its_kinds_and_its_place_and_not_by_its_words() -> None:
    try:
        try:
            refuse({"email": "ada@example.com"})
        except ValueError as error:
            raise LookupError("ada@example.com again") from error
    except LookupError:
        line = line_of("storing failed", failed=True)
    told = json.loads(line)
    assert (told["level"], told["logger"], told["event"]) == ("error", "zimun", "storing failed")
    assert told["exception"].startswith("LookupError from ValueError at upkeep/test_log_lines.py:")
    assert "ada@example.com" not in line


def test_the_last_steps_to_it_are_told() -> None:
    with pytest.raises(ValueError, match="Key") as caught:
        refuse({"email": "ada@example.com"})
    try:
        raise caught.value
    except ValueError:
        assert log("no", failed=True)["exception"].endswith(" refuse")


def test_what_is_hidden_on_purpose_stays_hidden() -> None:
    try:
        try:
            refuse({"email": "ada@example.com"})
        except ValueError:
            raise LookupError from None
    except LookupError:
        assert log("no", failed=True)["exception"].startswith("LookupError at ")


def test_nobody_writes_a_line_of_their_own_into_the_log() -> None:
    assert log("said %s", 'hello\n{"event": "all is well"}')["event"] == 'said hello {"event": "all is well"}'


@pytest.mark.parametrize(
    "control",
    ["\x00", "\x07", "\x1b[2J", "\x7f", "\x85", "\x9b2J", "\u2028", "\u2029", "\u202e", "\ud800", "\t", "\v"],
)
def test_nothing_that_controls_a_terminal_or_ends_a_line_is_written_as_it_came(control: str) -> None:
    line = line_of("Invalid Origin header: %s", f"a{control}b")
    assert line.isprintable()
    assert line.isascii()


def test_no_line_is_longer_than_anybody_reads() -> None:
    for sent in ("x" * 100_000, "\x9b" * 100_000, "x " * 100_000):
        assert len(log("Invalid Host header: %s", sent)["event"]) <= LONGEST


def test_words_of_any_language_stay_as_they_are() -> None:
    assert "Müller שלום مرحبا" in line_of("%s", "Müller שלום مرحبا")


def test_a_long_message_takes_nothing_from_what_went_wrong() -> None:
    try:
        refuse({"email": "ada@example.com"})
    except ValueError:
        line = log("no %s", "x" * 100_000, failed=True)
    assert line["exception"].endswith(" refuse")


async def test_a_line_names_the_request_that_its_answer_named(caplog: pytest.LogCaptureFixture) -> None:
    @get("/", sync_to_thread=False)
    def handler() -> None:
        logging.getLogger("zimun").error("something happened")

    app = Litestar([handler], middleware=[with_request_id], openapi_config=None, logging_config=None)
    caplog.handler.setFormatter(log_formatter())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as http:
        first, second = await http.get("/"), await http.get("/")
    lines = [json.loads(line) for line in caplog.text.splitlines()]
    told = [line["request_id"] for line in lines if line["logger"] == "zimun"]
    assert told == [one.headers["X-Request-Id"] for one in (first, second)]
