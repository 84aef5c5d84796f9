"""Files that are refused: every place that is wrong is told at once, with its line and what was meant."""

import sys
from pathlib import Path

import click
import pytest

from booking_core.business_file.sections.hours import DayHours
from booking_core.business_file.wrong import FileRefused
from booking_core.input.kinds import WrongValue
from tests.booking_core.business_file.conftest import read_document
from web.commands.business.files import read_bytes, refusal_of
from web.commands.business.yaml_reader import MOST_BYTES, MOST_NODES, YamlRefused, read_yaml

WRONG = """\
business:
  name: Bright
  time_zone: Europe/Londn
  locale: en
  currency: GBP
  country: NO
  pone: "12"
chat:
  limits:
    messages_per_day: many
    messages_per_dy: 10
locations:
  london:
    name: 1912
    hours:
      monday to friday: 09:00-13:00, 14:00-18:00
      funday: 10:00-12:00
      sunday: at ten
  Berlin:
    name: Berlin
people:
  dana:
    name: Dana
    time_off:
      - from: 2026-02-30
        until: 2026-08-10
service: {}
services:
  cut:
    durations: [30, 30]
    price: 45.001
    requires_aproval: yes
    prices:
      - person: dana
        amuont: 3
    questions:
      size: {label: Size, kind: chioce}
"""
TOLD = """\
b.yaml:3: business.time_zone: There is no such time zone. Please give its name, such as Europe/Berlin. \
Did you mean Europe/London?
b.yaml:7: business.pone: There is no such field. Did you mean phone?
b.yaml:10: chat.limits.messages_per_day: Please give a whole number from 1 to 1,000,000,000.
b.yaml:11: chat.limits.messages_per_dy: There is no such field. Did you mean messages_per_day?
b.yaml:17: locations.london.hours.funday: There is no day 'funday'. Please write monday, or monday to friday.
b.yaml:18: locations.london.hours.sunday: Please write hours as 09:00-13:00, 14:00-18:00, or closed.
b.yaml:19: locations.Berlin: Please use a key of at most 60 small letters, digits, - and _, such as hair-cut.
b.yaml:25: people.dana.time_off[0].from: Please give a date, such as 2026-12-24, or a time on the clock \
there, such as 2026-12-24 09:00.
b.yaml:27: service: There is no such section. Did you mean services?
b.yaml:29: services.cut.name: Please fill this in.
b.yaml:30: services.cut.durations: Please name each only once.
b.yaml:31: services.cut.price: Please give at most two decimals.
b.yaml:32: services.cut.requires_aproval: There is no such field. Did you mean requires_approval?
b.yaml:35: services.cut.prices[0].amuont: There is no such field; there are location, person, duration_min, \
amount. Did you mean amount?
b.yaml:37: services.cut.questions.size.kind: Please choose one of text, choice, yes_no. Did you mean choice?
"""


def test_everything_wrong_is_told_at_once_with_its_line() -> None:
    text = read_yaml(WRONG.encode())
    with pytest.raises(FileRefused) as refused:
        read_document(text.data)
    told = refusal_of(refused.value, "b.yaml", text).message
    assert told.partition("\n")[2] == TOLD.rstrip("\n")


BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (BOMB, "aliases"),
        ("business: *nobody", "aliases"),
        ("business: !!python/object/apply:os.system [ls]", "Tags"),
        ("business: !secret x", "Tags"),
        ("business: {name: a, name: b}", "twice"),
        ("a: 1\n---\nb: 2", "one document"),
        ("? [a]\n: b", "name cannot be"),
        ("[" * 30 + "]" * 30, "nested too deep"),
        ("{a: " * 30 + "}" * 30, "nested too deep"),
        ("- x\n" * (MOST_NODES + 1), "too large"),
        ("a: b: c", "no YAML"),
        ("a: [b", "no YAML"),
        ("a:\n\tb: c", "use spaces"),
        ("a:\n  b: c\n\td: e", "use spaces"),
        ("a: \0", "characters"),
        ("x" * (MOST_BYTES + 1), "longer than"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_plain_yaml_is_refused(content: str, told: str) -> None:
    with pytest.raises(YamlRefused, match=told) as refused:
        read_yaml(content.encode())
    # The end of a file may be on the line after its last.
    assert refused.value.line is None or refused.value.line <= content.count("\n") + 2


def test_another_encoding_is_refused_by_its_line() -> None:
    with pytest.raises(YamlRefused, match="UTF-8") as refused:
        read_yaml("a: 1\nb: café".encode("latin-1"))
    assert refused.value.line == 2


def test_no_more_of_a_file_is_read_than_counts() -> None:
    assert len(read_bytes(Path("/dev/zero"), MOST_BYTES)) == MOST_BYTES + 1
    with pytest.raises(click.ClickException, match="cannot be read"):
        read_bytes(Path("/nowhere/business.yaml"), MOST_BYTES)


@pytest.mark.parametrize(
    "content",
    ["", "# nothing", "null", "[]", "text", "12", "business: []", "services: [a]", "people: {a: 1}"],
)
def test_what_is_no_business_is_refused_or_says_nothing(content: str) -> None:
    try:
        document = read_document(read_yaml(content.encode()).data)
    except FileRefused:
        return
    assert not document.rows


def test_words_of_other_readers_of_yaml_are_text_here() -> None:
    text = read_yaml(b"a: NO\nb: 12:30\nc: 010\nd: 1_000\ne: .5\nf: 2026-01-01\ng: on\nh: 0x1f\ni: =\nj: 1e3")
    assert list(text.data.values()) == [
        "NO", "12:30", "010", "1_000", ".5", "2026-01-01", "on", "0x1f", "=", "1e3",
    ]  # fmt: skip
    assert read_yaml(b"a: true\nb: ~\nc: -7\nd: '7'\ne:").data == {
        "a": True,
        "b": None,
        "c": -7,
        "d": "7",
        "e": None,
    }


def test_a_file_nested_as_deep_as_python_goes_ends_in_a_refusal() -> None:
    depth = sys.getrecursionlimit() * 2
    with pytest.raises(YamlRefused):
        read_yaml(b"[" * depth)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("10:00-09:00", "10:00-33:00"), ("9:00-9:00", "09:00-33:00"), ("0:00-0:00", "00:00-24:00")],
)
def test_hours_that_leave_hardly_a_minute_of_the_day_are_more_likely_a_slip(written: str, meant: str) -> None:
    """Unless they are written so that they are meant."""
    with pytest.raises(WrongValue) as refused:
        DayHours().read(written)
    assert f"please write {meant}." in str(refused.value)
    assert DayHours().write(DayHours().read(meant)) == meant


@pytest.mark.parametrize("night", ["22:00-02:00", "17:00-09:00", "12:00-00:00", "00:00-24:00"])
def test_a_night_ends_by_the_clock_of_the_next_day(night: str) -> None:
    assert DayHours().write(DayHours().read(night)) == night.replace("-00:00", "-24:00")
