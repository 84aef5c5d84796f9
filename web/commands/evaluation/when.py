"""`zimun when`: what Zimun understands of a sentence about time, for trying it out and for measuring it."""

import codecs
import sys
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
import msgspec
from msgspec import Struct

from agent.when import When, as_json, explain, read
from booking_core.time.clock import SystemClock

# Outside of these the calendar itself ends before the sentences about it do.
YEARS = range(1000, 9000)


class Sentence(Struct):
    """One line of standard input; what it leaves out is taken from the options."""

    text: str
    now: str | None = None
    zone: str | None = None
    language: str | None = None
    country: str | None = None


class Unreadable(Exception):
    """A line, a moment or a zone that says nothing we could go by."""


@click.command()
@click.argument("text", nargs=-1)
@click.option(
    "--now", metavar="MOMENT", help="The moment of speaking, ISO 8601; without offset it is in ZONE."
)
@click.option("--zone", default="UTC", show_default=True, help="The IANA time zone of the business.")
@click.option(
    "--language", default="en", show_default=True, help="The language that is spoken, as a BCP 47 tag."
)
@click.option(
    "--country",
    metavar="CODE",
    help="Where the business is (ISO 3166): it says whether 5/12 is in May or December.",
)
@click.option("--jsonl", is_flag=True, help="Answer with one line of JSON per sentence.")
def when(
    text: tuple[str, ...], now: str | None, zone: str, language: str, country: str | None, jsonl: bool
) -> None:
    """Read TEXT, such as "friday after five", as dates and times, and say what of it cannot be.

    Without TEXT, each line of standard input is a sentence, or a JSON object with "text" and, where they
    differ from the options, "now", "zone", "language" and "country". Every line is answered by one; a line
    that cannot be read is answered by its error, and the exit code is 1.
    """
    defaults = Sentence("", now, zone, language, country)
    if not text:
        _answer_lines(defaults, jsonl=jsonl)
        return
    try:
        click.echo(_text(read_sentence(Sentence(" ".join(text)), defaults), jsonl=jsonl))
    except Unreadable as error:
        raise click.ClickException(str(error)) from error


def _answer_lines(defaults: Sentence, *, jsonl: bool) -> None:
    if sys.stdin.isatty():
        raise click.UsageError('Give a sentence, such as "friday after five", or lines on standard input.')
    wrong = 0
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            click.echo(_text(read_sentence(sentence_in(line), defaults), jsonl=jsonl))
        except Unreadable as error:
            wrong += 1
            click.echo(f"Error: Line {number} of the input: {error}", err=True)
            click.echo(msgspec.json.encode({"error": str(error)}) if jsonl else "not read")
    if wrong:
        sys.exit(1)


def _text(reading: When, *, jsonl: bool) -> str:
    return msgspec.json.encode(as_json(reading)).decode() if jsonl else explain(reading)


def sentence_in(line: bytes) -> Sentence:
    """A line of JSON or of words. Raises ``Unreadable``."""
    line = line.removeprefix(codecs.BOM_UTF8)
    try:
        if line.lstrip().startswith(b"{"):
            return msgspec.json.decode(line, type=Sentence)
        return Sentence(line.decode().strip())
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreadable(str(error)) from error


def read_sentence(sentence: Sentence, defaults: Sentence) -> When:
    """The reading. Raises ``Unreadable`` for a zone or a moment that is none."""
    place = _zone(sentence.zone or defaults.zone or "UTC")
    moment = moment_of(sentence.now or defaults.now, place)
    language, country = sentence.language or defaults.language, sentence.country or defaults.country
    return read(sentence.text, moment, place, language or "en", country)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Unreadable(
            f"{name[:80]!r} is no time zone; write its IANA name, such as Europe/Berlin."
        ) from error


def moment_of(text: str | None, place: ZoneInfo) -> datetime:
    """The moment, aware. Raises ``Unreadable``."""
    if text is None:
        return SystemClock().now()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable(
            f"{text[:80]!r} is no moment; write it as 2026-11-23T09:00, with an offset if you like."
        ) from error
    if moment.year not in YEARS:
        raise Unreadable(f"{text[:80]!r} is too close to an end of the calendar.")
    return moment if moment.tzinfo else moment.replace(tzinfo=place)
