"""A log has one line for each record, and no words of a customer's in it."""

import logging
import sys

import pytest

from web.commands.terminal.log_lines import LONGEST, OneLine


def logged(message: str, *arguments: object, failed: bool = False) -> str:
    trouble = sys.exc_info() if failed else None
    record = logging.LogRecord("zimun", logging.ERROR, __file__, 1, message, arguments, trouble)
    return OneLine().format(record)


def refuse(row: dict[str, str]) -> None:
    raise ValueError(f"Key (email)=({row['email']}) already exists")


def test_an_exception_is_told_by_its_kinds_and_its_place_and_not_by_its_words() -> None:
    try:
        try:
            refuse({"email": "ada@example.com"})
        except ValueError as error:
            raise LookupError("ada@example.com again") from error
    except LookupError:
        line = logged("storing failed", failed=True)
    assert "ERROR zimun: storing failed (LookupError from ValueError at upkeep/test_log_lines.py:" in line
    assert "ada@example.com" not in line
    assert "\n" not in line


def test_the_last_steps_to_it_are_told() -> None:
    with pytest.raises(ValueError, match="Key") as caught:
        refuse({"email": "ada@example.com"})
    try:
        raise caught.value
    except ValueError:
        assert logged("no", failed=True).endswith(" refuse)")


def test_what_is_hidden_on_purpose_stays_hidden() -> None:
    try:
        try:
            refuse({"email": "ada@example.com"})
        except ValueError:
            raise LookupError from None
    except LookupError:
        assert "(LookupError at " in logged("no", failed=True)


def test_nobody_writes_a_line_of_their_own_into_the_log() -> None:
    assert logged("said %s", "hello\n2026-01-01 INFO zimun: all is well").count("\n") == 0


@pytest.mark.parametrize(
    "control",
    ["\x00", "\x07", "\x1b[2J", "\x7f", "\x85", "\x9b2J", "\u2028", "\u2029", "\u202e", "\ud800", "\t", "\v"],
)
def test_nothing_that_controls_a_terminal_or_ends_a_line_is_written_as_it_came(control: str) -> None:
    line = logged("Invalid Origin header: %s", f"a{control}b")
    assert line.isprintable()
    assert line.isascii()


def test_no_line_is_longer_than_anybody_reads() -> None:
    for sent in ("x" * 100_000, "\x9b" * 100_000, "x " * 100_000):
        assert len(logged("Invalid Host header: %s", sent)) <= LONGEST


def test_words_of_any_language_stay_as_they_are() -> None:
    assert logged("%s", "Müller שלום مرحبا").endswith("Müller שלום مرحبا")


def test_a_long_message_takes_nothing_from_what_went_wrong() -> None:
    try:
        refuse({"email": "ada@example.com"})
    except ValueError:
        line = logged("no %s", "x" * 100_000, failed=True)
    assert line.endswith(" refuse)")
    assert len(line) <= LONGEST
