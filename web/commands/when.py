"""`zimun when`: what Zimun understands of a sentence about time, for trying it out and for measuring it."""

import sys
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
import msgspec
from msgspec import Struct

from agent.when import When, as_json, explain, read
from booking_core.clock import SystemClock


class Sentence(Struct):
    """One line of standard input; what it leaves out is taken from the options."""

    text: str
    now: str | None = None
    zone: str | None = None
    language: str | None = None


@click.command()
@click.argument("text", required=False)
@click.option(
    "--now", metavar="MOMENT", help="The moment of speaking, ISO 8601; without offset it is in ZONE."
)
@click.option("--zone", default="UTC", show_default=True, help="The IANA time zone of the business.")
@click.option(
    "--language", default="en", show_default=True, help="The language that is spoken, as a BCP 47 tag."
)
@click.option("--jsonl", is_flag=True, help="Answer with one line of JSON per sentence.")
def when(text: str | None, now: str | None, zone: str, language: str, jsonl: bool) -> None:
    """Read TEXT, such as "friday after five", as dates and times.

    Without TEXT, each line of standard input is a sentence, or a JSON object with "text" and, where they differ
    from the options, "now", "zone" and "language".
    """
    for sentence in [Sentence(text)] if text is not None else sentences():
        reading = understood(sentence, now, zone, language)
        click.echo(msgspec.json.encode(as_json(reading)) if jsonl else explain(reading))


def sentences() -> Iterator[Sentence]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            yield (
                msgspec.json.decode(line, type=Sentence)
                if line.startswith(b"{")
                else Sentence(line.decode().strip())
            )
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise click.ClickException(f"Line {number} of the input: {error}") from error


def understood(sentence: Sentence, now: str | None, zone: str, language: str) -> When:
    try:
        place = ZoneInfo(sentence.zone or zone)
        moment = spoken_at(sentence.now or now, place)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    return read(sentence.text, moment, place, sentence.language or language)


def spoken_at(text: str | None, place: ZoneInfo) -> datetime:
    if text is None:
        return SystemClock().now()
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=place)
