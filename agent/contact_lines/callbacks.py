"""A wish to be phoned at some time: "call me Monday". It is no name, and no time to come. Pure."""

from agent.contact_lines.introductions.frames import is_reach
from agent.contact_lines.names.candidate import ANY_DAY
from agent.contact_lines.names.lists import fold
from agent.languages.vocabulary.calendar_names import weekday_words
from agent.when import read as read_when

# Languages that write their weekdays with a capital; in the others one has it as a name: "llámame Domingo".
CAPITALISED_WEEKDAYS = ("en", "de")
# What stands before a day or an hour.
_BEFORE_TIMES = frozenset(
    [
        "on",
        "at",
        "um",
        "am",
        "le",
        "el",
        "los",
        "il",
        "la",
        "lo",
        "à",
        "a",
        "alle",
        "las",
        "gegen",
        "around",
        "ab",
        "nach",
    ]
)


def asks_to_be_called(piece: str, language: str) -> bool:
    """Whether a piece asks to be phoned at some time, and says nothing else."""
    is_cased = language in CAPITALISED_WEEKDAYS
    days = {token for token in piece.split() if fold(token) in weekday_words(language)}
    if any(token[:1].isupper() for token in days) and not is_cased:
        return False
    spans = read_when(piece, ANY_DAY, "UTC", language).spans
    rest = piece
    for span in sorted(spans, key=lambda one: -one.start):
        rest = f"{rest[: span.start]} {rest[span.end :]}"
    told = [token for token in rest.split() if token not in days]
    if len(told) == len(piece.split()):
        return False
    while told and told[-1].casefold() in _BEFORE_TIMES:
        told.pop()
    return bool(told) and is_reach(" ".join(told), language)
