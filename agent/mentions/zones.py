"""Clocks of other places: "3pm New York time", "at 15:00 GMT". Pure."""

import re
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale

from agent.languages import LANGUAGES

# Abbreviations and countries that mean one clock to nearly everybody who writes them.
SPOKEN = {
    "gmt": "Etc/GMT", "utc": "Etc/UTC", "bst": "Europe/London", "uk": "Europe/London",
    "british": "Europe/London", "cet": "Europe/Paris", "cest": "Europe/Paris",
    "central european": "Europe/Paris", "german": "Europe/Berlin", "french": "Europe/Paris",
    "eet": "Europe/Athens", "msk": "Europe/Moscow", "israel": "Asia/Jerusalem", "est": "America/New_York",
    "edt": "America/New_York", "eastern": "America/New_York", "et": "America/New_York",
    "cst": "America/Chicago", "cdt": "America/Chicago", "central": "America/Chicago", "mst": "America/Denver",
    "mdt": "America/Denver", "mountain": "America/Denver", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "california": "America/Los_Angeles", "texas": "America/Chicago", "florida": "America/New_York",
    "san francisco": "America/Los_Angeles", "boston": "America/New_York", "washington": "America/New_York",
    "miami": "America/New_York", "ist": "Asia/Kolkata", "india": "Asia/Kolkata", "indian": "Asia/Kolkata",
    "jst": "Asia/Tokyo", "japan": "Asia/Tokyo", "sgt": "Asia/Singapore", "aest": "Australia/Sydney",
    "munich": "Europe/Berlin", "geneva": "Europe/Zurich", "tel aviv": "Asia/Jerusalem",
    "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "beijing": "Asia/Shanghai",
}  # fmt: skip
# Written after a time these need no "time" behind them.
ALONE = re.compile(
    r"\d\s*(?:am|pm|a\.m\.|p\.m\.|h|o'?clock)?\s*\(?(gmt|utc|bst|cest|cet|eet|msk|est|edt|cst|cdt|mst|"
    r"mdt|pst|pdt|jst|sgt|aest|ist)\b"
)
TOLD = re.compile(r"(?:in\s+)?\b((?:[^\W\d_]+[ ]){1,3})time\b")
# The same in the other languages: "heure de Londres", "Londoner Zeit".
TOLD_BEFORE = re.compile(
    r"\b(?:(?:à l'|a )?heure (?:de |d')|hora de |ora di |ortszeit (?:in )?|(?:לפי )?שעון |ب?توقيت "
    r")((?:[^\W\d_]+[ ]?){1,3})"
)
TOLD_AS = re.compile(r"\b([^\W\d_]{3,}?)(?:er)? zeit\b")


def foreign_zone(text: str) -> tuple[str, ZoneInfo] | None:
    """The clock a lower-case text tells its times by, with the words that say so; None where it says
    nothing."""
    alone = ALONE.search(text)
    if alone:
        return alone.group(1), ZoneInfo(SPOKEN[alone.group(1)])
    for told in TOLD.finditer(text):
        words = told.group(1).split()
        for count in (3, 2, 1):
            place = " ".join(words[-count:])
            name = SPOKEN.get(place) or _cities().get(place)
            if name and len(words) >= count:
                return f"{place} time", ZoneInfo(name)
    for told in TOLD_BEFORE.finditer(text):
        words = told.group(1).split()
        for count in range(len(words), 0, -1):
            place = " ".join(words[:count])
            if place in _cities():
                return text[told.start() : told.start(1)] + place, ZoneInfo(_cities()[place])
    for told in TOLD_AS.finditer(text):
        if told.group(1) in _cities():
            return told.group(), ZoneInfo(_cities()[told.group(1)])
    return None


def without_zone(text: str) -> str:
    """A text without the words that say by which clock it tells its times: "10am London time, in Berlin"
    names Berlin."""
    foreign = foreign_zone(text.casefold())
    return text if foreign is None else re.sub(re.escape(foreign[0]), " ", text, flags=re.I)


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities by the last part of their zone's name ("new york" is ``America/New_York``), and as our languages
    call them."""
    named = [
        name
        for name in available_timezones()
        if "/" in name and not name.startswith(("Etc/", "SystemV/", "US/"))
    ]
    known = {name.rsplit("/", 1)[1].replace("_", " ").casefold(): name for name in sorted(named)}
    for language in LANGUAGES:
        for name, facts in Locale.parse(language).time_zones.items():
            if facts.get("city") and name in named:
                known.setdefault(str(facts["city"]).casefold(), name)
    return known
