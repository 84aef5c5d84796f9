"""A table is one test, and tells of each of its rows that fails."""

import pytest

from tests.tables import each_row


@each_row(("number", "double"), [(1, 2), (2, 4)])
def test_of_a_table_all_rows_are_checked(number: int, double: int) -> None:
    assert number * 2 == double


def test_every_row_that_fails_is_told_whatever_it_fails_with() -> None:
    @each_row("text", ["1", "two", "3", ""])
    def check(text: str) -> None:
        assert int(text) != 3
        with pytest.raises(TypeError):
            int(text) + text  # type: ignore[operator]

    with pytest.raises(pytest.fail.Exception) as failed:
        check()
    told = str(failed.value)
    assert told.startswith("3 of 4 rows:")
    assert "'two'\nValueError: invalid literal" in told
    assert "'3'\nAssertionError" in told
    assert "''\nValueError" in told
    assert "'1'" not in told


def test_what_raises_nothing_where_it_should_is_told() -> None:
    @each_row("number", [1])
    def check(number: int) -> None:
        with pytest.raises(ZeroDivisionError):
            assert 1 / number

    with pytest.raises(pytest.fail.Exception, match=r"(?s)1 of 1 rows:.*DID NOT RAISE"):
        check()


def test_a_table_without_rows_fails() -> None:
    @each_row("number", [])
    def check(number: int) -> None:
        raise AssertionError

    with pytest.raises(AssertionError, match="without rows"):
        check()
