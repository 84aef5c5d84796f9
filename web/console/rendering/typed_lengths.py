"""Lengths as people type them: ``45``, ``45 min``, ``1 h 30``, ``1,5 Std.``, ``60 oder 90``; in minutes."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from web.console.rendering.typed_hours import western_digits

MINUTE, HOUR, DAY = 1, 60, 24 * 60
# In our seven languages, as words begin or as they are shortened.
UNITS = {
    MINUTE: r"m|mins?|minut\w*|['′]|דק\w*|דק׳|د|دقيقة|دقائق|دقيقه",
    HOUR: r"h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|שעות|שעה|ساعات|ساعة|ساعه|س",
    DAY: r"d|days?|tage?n?|jours?|d[ií]as?|giorn[oi]|ימים|יום|أيام|ايام|يوم",
}
# What says how many with no figure in it.
SAID = {
    30: r"half an hour|(?:eine )?halbe stunde|(?:une )?demi[- ]heure|media hora|mezz['’ ]?ora|חצי שעה"
    r"|نصف ساعة",
    60: r"an? hour|one hour|eine stunde|une heure|una hora|un['’ ]?ora|שעה|ساعة",
    90: r"anderthalb stunden|eineinhalb stunden|שעה וחצי|ساعة ونصف",
    120: r"שעתיים|ساعتان|ساعتين",
}
NUMBER = r"\d{1,7}(?:[.,]\d{1,2})?"
WORDS = "|".join(f"(?P<u{size}>{words})" for size, words in UNITS.items())
# A unit is a whole word; figures may follow at once.
PART = re.compile(rf"(?P<number>{NUMBER})\s*(?:(?:{WORDS})(?![^\W\d_]))?\.?")
CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)\s*(?:h|std\.?)?")
WITHIN = re.compile(r"(?:\s|,|\band\b|\bund\b|\bet\b|\by\b|\be\b|و)*")
OR = r"\b(?:or|oder|ou|o|u|או|أو)\b"
EITHER = re.compile(rf"\s*(?:[;/|،]|{OR})\s*")
LIST = re.compile(rf"\s*(?:[,;/|،+&]|{OR}|\b(?:and|und|et|y|e)\b|\bו-?(?=\d)|\bو(?=\s*\d))\s*")


class UnreadableLength(Exception):
    """What is typed is no length, or no whole number of minutes."""


def read_length(text: str, unit: int = MINUTE) -> int:
    """Minutes; a number without a unit is in ``unit``. Raises ``UnreadableLength``."""
    said = _plain(text)
    for known, words in SAID.items():
        if re.fullmatch(words, said):
            return known
    if clock := CLOCK.fullmatch(said):
        return int(clock[1]) * HOUR + int(clock[2])
    parts = _parts(said)
    if not parts:
        raise UnreadableLength
    sizes = [size for _, size in parts]
    if len(parts) > 1 and None not in sizes[:1] and sizes[-1] is None:
        # The last of ``1 h 30`` is in minutes.
        sizes[-1] = MINUTE
    if len(parts) > 1 and not _falls(sizes):
        raise UnreadableLength
    minutes = Decimal(0)
    for (number, _), size in zip(parts, sizes, strict=True):
        minutes += number * (size or unit)
    if minutes != int(minutes):
        raise UnreadableLength
    return int(minutes)


def read_lengths(text: str) -> list[int]:
    """One or several. Raises ``UnreadableLength``."""
    said = _plain(text)
    if not EITHER.search(said):
        try:
            return [read_length(said)]
        except UnreadableLength:
            pass
    pieces = [one for one in LIST.split(said) if one]
    if len(pieces) < 2:
        raise UnreadableLength
    return _in_minutes(pieces)


def _in_minutes(pieces: Sequence[str]) -> list[int]:
    """``1 oder 2 Stunden`` are both hours; ``45 oder 1 Stunde`` are not."""
    read: list[int] = []
    unit, before = MINUTE, Decimal(0)
    for piece in reversed(pieces):
        parts = _parts(piece)
        if len(parts) == 1 and parts[0][1] is None:
            read.append(read_length(piece, unit if parts[0][0] < before else MINUTE))
            continue
        read.append(read_length(piece))
        if len(parts) == 1 and parts[0][1] is not None:
            before, unit = parts[0][0], parts[0][1]
    return read[::-1]


def _parts(said: str) -> list[tuple[Decimal, int | None]]:
    """Numbers with their units; none where anything else is said."""
    parts: list[tuple[Decimal, int | None]] = []
    place = 0
    while place < len(said):
        found = PART.match(said, place)
        if found is None:
            return []
        size = next((one for one in UNITS if found[f"u{one}"]), None)
        parts.append((Decimal(found["number"].replace(",", ".")), size))
        between = WITHIN.match(said, found.end())
        place = between.end() if between else found.end()
    return parts


def _falls(sizes: Sequence[int | None]) -> bool:
    """Such as hours before minutes, each once."""
    known = [one for one in sizes if one is not None]
    return len(known) == len(sizes) and all(a > b for a, b in pairwise(known))


def _plain(text: str) -> str:
    return " ".join(western_digits(text).casefold().replace("½", ".5").split())
