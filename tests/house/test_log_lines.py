"""A log has one line for each record, and no words of a customer's in it."""

import logging
import sys

import pytest

from web.commands.log_lines import OneLine


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
    assert "ERROR zimun: storing failed (LookupError from ValueError at house/test_log_lines.py:" in line
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
