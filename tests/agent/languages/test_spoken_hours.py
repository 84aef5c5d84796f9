"""Hours as they are spoken in a region are the hours of the dictionary: "gegn fümfe" is about five."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agent.languages.spelling import as_in_dictionary
from agent.when import read

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 12, 1, 16, 30, tzinfo=ZoneInfo(BERLIN))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("na doch liaba am Montag gegn fümfe", "na doch lieber am Montag gegen fünf"),
        ("Montag um fimfe", "Montag um fünf"),
        ("um hoibe neine", "um halb neun"),
        ("gegn achte", "gegen acht"),
        ("Dienschdag ab viere", "Dienstag ab vier"),
        ("am Mittwoch um siem", "am Mittwoch um sieben"),
        ("am achten um zehne", "am achten um zehn"),
    ],
)
def test_a_spoken_hour_is_kept_with_its_day(said: str, written: str) -> None:
    spoken = read(as_in_dictionary(said, "de"), NOW, BERLIN, "de")
    wanted = read(written, NOW, BERLIN, "de")
    assert spoken.times
    assert (spoken.dates, spoken.times) == (wanted.dates, wanted.times)
