"""Amounts in what is said: prices, discounts and lengths. Those that stand in no record are not said.

A length counts where the sentence says how long something takes; "two hours before" and "ten minutes later"
are no lengths.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations_with_replacement

from msgspec import Struct

from agent.languages.patterns.screen import Screen
from agent.when.languages import LANGUAGES, vocabulary_of
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.quotes import every_price
from booking_core.live_holds.lifetimes import HOLD_LASTS

_DIGITS = r"\d+(?:[.,'\u00a0\u202f ]\d{3})*(?:[.,]\d{1,2})?(?!\d)"
_WORDS = r"[^\W\d_]+(?:[ -][^\W\d_]+)?"
_SIGN = r"[€$£₪¥₹]"
_CURRENCY = (
    r"(?:€|\$|£|₪|¥|₹|%|eur|usd|gbp|ils|nis|chf|aed|sar|egp|euros?|dollars?|bucks|pounds?|quid|"
    r"shekels?|francs?|franken|livres?|libras?|sterline|dólares|dolares|dollari|dirhams?|riyals?|"
    r"dinars?"
    r"|percent|per cent|prozent|pour ?cent|por ciento|per cento|שקל\w*|ש\"ח|ש״ח|שח|אירו|יורו|דולר\w*|"
    r"אחוז\w*|יורו|يورو|دولار\w*|شيكل|شيقل|ريال\w*|درهم\w*|دينار\w*|جنيه\w*|بالمئة|بالمائة|٪)(?!\w)"
)
_PERCENT = re.compile(r"%|٪|percent|per cent|prozent|cent|ciento|אחוז|بالم")
_MINUTES = r"(?:min|mins|minutes?|minuten|minutos?|minut[oi]|minute|דקות|דקה|دقيقة|دقائق|دقيقه)(?!\w)"
_HOURS = r"(?:h|hrs?|hours?|stunden?|std|heures?|horas?|or[ae]|שעה|שעות|ساعة|ساعات)(?!\w)"
_MONEY = re.compile(
    rf"(?P<signed>{_SIGN}) ?(?P<after>{_DIGITS})|(?P<before>{_DIGITS}|"
    rf"(?<!\w){_WORDS})[ \u00a0\u202f-]?{_CURRENCY}",
    re.I,
)
_SCREEN = Screen([(_MONEY, None)])
_LENGTH = re.compile(
    rf"(?P<number>{_DIGITS}|(?<!\w){_WORDS})[ -]?(?:(?P<minutes>{_MINUTES})|(?P<hours>{_HOURS}))", re.I
)
_TAKES = re.compile(
    r"(?<!\w)(?:takes?|took|taking|lasts?|lasting|long|length|duration|minutes?-long|hour-long|"
    r"\d+[ -](?:minute|hour)|\d+-?(?:minütig|stündig)\w*|dauert|dauern|dauer|lang|dure|durent|durée|"
    r"durera|prend|dura|duran|duración|tarda|tardan|durata|ci vuol\w+|ci vogliono|richiede)(?!\w)"
    r"|נמשכ?ת?|לוקח|אורך|משך|يستغرق|تستغرق|مدة|مدته|يأخذ|تأخذ"
)
_DENIES = re.compile(
    r"(?<!\w)(?:not|no|cannot|never|nicht|kein\w*|ne|pas|non|לא|אין|لا|ليس\w*|لن)(?!\w)|n['’]t(?!\w)"
)
# A whole, which is said of much that is no discount.
_OF_COURSE = {Decimal(0), Decimal(100)}
MOST_TOGETHER = 10
# "2 h" is how long something takes; "10 h" is when it begins.
LONGEST_IN_H = 5


class Amounts(Struct, frozen=True):
    """Prices, percentages and lengths in minutes."""

    money: frozenset[Decimal] = frozenset()
    percents: frozenset[Decimal] = frozenset()
    minutes: frozenset[int] = frozenset()

    def __or__(self, other: "Amounts") -> "Amounts":
        return Amounts(self.money | other.money, self.percents | other.percents, self.minutes | other.minutes)

    def cover(self, said: "Amounts") -> bool:
        """Whether all that is said is known, or a sum of two or a multiple of what is."""
        return (
            said.money <= _together(self.money)
            and said.percents <= self.percents | _OF_COURSE
            and said.minutes <= _together(self.minutes)
        )


def amounts_in(text: str, *, lengths: bool = True) -> Amounts:
    """The amounts a text names."""
    told = list(_money_in(text))
    return Amounts(
        frozenset(value for value, is_percent in told if not is_percent),
        frozenset(value for value, is_percent in told if is_percent),
        frozenset(_minutes_in(text)) if lengths else frozenset(),
    )


def amounts_said(sentence: str) -> Amounts:
    """The amounts a sentence of an answer states: of lengths only those of a treatment."""
    return amounts_in(sentence, lengths=bool(_TAKES.search(sentence.casefold())))


def may_be_said(sentence: str, known: Amounts, customers_own: Amounts) -> bool:
    """Whether all amounts of a sentence stand somewhere; those that only the customer has named may be
    denied."""
    said = amounts_said(sentence)
    return known.cover(said) or (
        bool(_DENIES.search(sentence.casefold())) and (known | customers_own).cover(said)
    )


def amounts_of(catalogue: Catalogue, texts: Iterable[str]) -> Amounts:
    """What may be said: the prices and lengths of all services, and what stands in the owner's words and
    other texts."""
    services = catalogue.services.values()
    known = Amounts(
        frozenset(price.amount for price in every_price(catalogue)),
        frozenset(),
        frozenset(length for service in services for length in service.durations)
        | {round(HOLD_LASTS.total_seconds() / 60)}
        | {service.cancellation_cutoff_min for service in services},
    )
    owners = (*catalogue.organization.facts.values(), *(service.description or "" for service in services))
    for text in (*owners, *texts):
        known |= amounts_in(text)
    return known


def _together(known: frozenset[Decimal] | frozenset[int]) -> frozenset[Decimal | int]:
    sums = (one + other for one, other in combinations_with_replacement(known, 2))  # type: ignore[operator]
    return frozenset(
        (*known, *sums, *(one * times for one in known for times in range(3, MOST_TOGETHER + 1)))
    )


def _money_in(text: str) -> Iterator[tuple[Decimal, bool]]:
    for found in _MONEY.finditer(text) if _SCREEN.possible(text) else ():
        value = _value(found["after"] or found["before"])
        if value is not None:
            yield value, bool(_PERCENT.search(found[0].casefold())) and not found["signed"]


def _minutes_in(text: str) -> Iterator[int]:
    end = -2
    hours = 0
    for found in _LENGTH.finditer(text):
        value = _value(found["number"])
        if value is None or (found["hours"] in ("h", "H") and value > LONGEST_IN_H):
            continue
        minutes = round(value * (60 if found["hours"] else 1))
        # "1 hour 30 minutes" is one length.
        if hours and found["minutes"] and found.start() - end < len(" and  "):
            yield hours + minutes
            hours = 0
            continue
        if hours:
            yield hours
        hours, end = (minutes, found.end()) if found["hours"] else (0, end)
        if not hours:
            yield minutes
    if hours:
        yield hours


def _value(written: str) -> Decimal | None:
    """A number in digits or words; None for words that are no number."""
    if written[0].isdecimal():
        plain = re.sub(r"[\s'\u00a0\u202f]", "", written)
        plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", plain)
        return Decimal(plain.replace(",", "."))
    parts = re.split(r"[ -]", written.casefold())
    values = [_spelt(part) for part in parts]
    if values[-1] is None:
        return None
    tens = values[0] if len(values) == 2 and values[0] is not None and values[0] >= 20 > values[-1] else 0
    return Decimal((tens or 0) + values[-1])


@cache
def _spelt(word: str) -> int | None:
    for language in LANGUAGES:
        longest = vocabulary_of(language).longest((word,))
        if longest is not None:
            for kind, value in longest[1]:
                if kind == "NUMWORD":
                    return int(value)
    return None
