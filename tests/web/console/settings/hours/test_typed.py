"""Hours as they are typed."""

import random

import pytest

from web.console.rendering.typed_hours import BackwardsHours, UnreadableHours, read_hours, write_hours

TYPED = {
    "": [],
    " 9-17 ": [(540, 1020)],
    "9:00–13:00, 14:00–18:30": [(540, 780), (840, 1110)],
    "9.30 bis 12 Uhr und 13-17": [(570, 720), (780, 1020)],
    "9am to 5pm": [(540, 1020)],
    "9-5pm": [(540, 1020)],
    "1-5pm": [(780, 1020)],
    "11-12:30pm": [(660, 750)],
    "12am-12pm": [(0, 720)],
    "9h30 à 18h": [(570, 1080)],
    "10 a 14; 16 a 20": [(600, 840), (960, 1200)],
    "٩-١٧": [(540, 1020)],
    "9 עד 17": [(540, 1020)],
    "0-24": [(0, 1440)],
    "von 9 Uhr bis 13 Uhr": [(540, 780)],
    "from 9 to 5pm": [(540, 1020)],
    "de 9 a 13 y de 16 a 20": [(540, 780), (960, 1200)],
    "dalle 9 alle 13": [(540, 780)],
    "de 9h à 12h30": [(540, 750)],
    "Geschlossen": [],
    "fermé": [],
    "סגור": [],
    "-": [],
    "18-24": [(1080, 1440)],
    "18-0:00": [(1080, 1440)],
    "22-2": [(1320, 1560)],
    "22-26": [(1320, 1560)],
    "10-33": [(600, 1980)],
    "18:00–03:30": [(1080, 1650)],
    "9-13 14-16": [(540, 780), (840, 960)],
    "9 Uhr bis 13 Uhr 14 Uhr bis 16 Uhr": [(540, 780), (840, 960)],
    "9am-1pm 2pm-4pm": [(540, 780), (840, 960)],
}
BACKWARDS = ["9-5", "10-9", "10-2", "12-5", "17:00-9:00", "9-9", "13-13", "9-0:00"]
UNREADABLE = [
    "nine to five",
    "9",
    "9-",
    "bis 12 Uhr",
    "9:75-10",
    "13pm-14pm",
    "0am-3am",
    "9-17-18",
    "-9-17",
    "24:30-25",
    "9-49",
    "1²-17",
    "9-13 14",
    "9-13 -16",
    "9-1314-16",
]


@pytest.mark.parametrize("text", TYPED)
def test_what_people_type(text: str) -> None:
    assert read_hours(text) == TYPED[text]


@pytest.mark.parametrize("text", BACKWARDS)
def test_the_end_before_the_beginning_is_asked_about_and_not_a_night(text: str) -> None:
    with pytest.raises(BackwardsHours):
        read_hours(text)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(UnreadableHours):
        read_hours(text)


def test_what_is_written_is_read_again() -> None:
    dice = random.Random(17)
    for _ in range(2000):
        opens = dice.randrange(0, 1440)
        windows = [(opens, dice.randrange(opens + 1, 2881))]
        assert read_hours(write_hours(windows)) == windows, write_hours(windows)
    assert write_hours([(540, 600), (1320, 1560)]) == "09:00–10:00, 22:00–02:00"
