"""Sentences said on one morning in Berlin, and names of days and months in each language."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_month_names

from agent.when import read

BERLIN = ZoneInfo("Europe/Berlin")
# A Monday.
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=BERLIN)
TODAY = NOW.date()


def say(text: str, language: str = "en", country: str | None = "DE"):
    return read(text, NOW, BERLIN, language, country)


def month_name(language: str, month: int) -> str:
    names = get_month_names("wide", "format", language)
    # Babel knows the months of the Gregorian calendar by their names in Egypt.
    return str(names[month])


def weekday_name(language: str, weekday: int) -> str:
    return str(get_day_names("wide", "format", language)[weekday])
