"""Amounts as people type them: ``18``, ``18,50 €``, ``€18``, ``18.- EUR``, ``1.200,00``, ``free``; each in
one currency, whose signs and names in all our languages may stand beside it."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol

from agent.languages.wording import FREE
from booking_core.input.world import currencies
from web.console.rendering.typed_hours import western_digits
from web.console.words.language import LANGUAGES

NUMBER = re.compile(r"\d(?:[\d.,'’٫٬\s]*\d)?(?:[.,][-–—]{1,2})?")
GROUPED = re.compile(r"\d{1,3}(?:[.,'’٬\s]\d{3})+")
NO_CENTS = re.compile(r"[.,][-–—]{1,2}$")
# What people write beside the signs and names of a currency.
ALSO: dict[str, tuple[str, ...]] = {"CHF": ("fr", "sfr"), "ILS": ("ש״ח", 'ש"ח', "nis")}
# What stands for no price to be paid, beside what we say ourselves.
ALSO_FREE = (
    "free",
    "for free",
    "no charge",
    "umsonst",
    "kostenfrei",
    "gratis",
    "gratuite",
    "sans frais",
    "gratuita",
    "sin coste",
    "בחינם",
    "ללא תשלום",
    "مجانا",
    "مجانًا",
    "مجاناً",
    "بدون مقابل",
)
# Shorter words within a name are as good as any language's "of".
SHORTEST_NAME = 3


class UnreadableAmount(Exception):
    """What is typed is no amount, or may be more than one."""


class OtherCurrency(Exception):
    """It names another currency than the one that prices are in."""


def read_money(text: str, currency: str, tag: str) -> str:
    """The amount with a point before its decimals, as somebody of the language ``tag`` means it; an empty
    text stays one. Raises ``UnreadableAmount`` and ``OtherCurrency``."""
    plain = _plain(text)
    if not plain:
        return ""
    if _word(plain) in (*FREE.values(), *ALSO_FREE):
        return "0"
    found = NUMBER.search(plain)
    if found is None:
        raise UnreadableAmount
    beside = _word(f"{plain[: found.start()]} {plain[found.end() :]}")
    if beside and beside not in _names(currency):
        raise OtherCurrency if _names_another(beside, currency) else UnreadableAmount
    return _number(found[0], tag)


def _number(typed: str, tag: str) -> str:
    digits = NO_CENTS.sub("", typed)
    mark = max(digits.rfind(one) for one in ".,٫")
    last = digits[mark] if mark >= 0 else ""
    is_whole = last == "" or digits.count(last) > 1 or _divides_thousands(digits, last, tag)
    whole, cents = (digits, "") if is_whole else (digits[:mark], digits[mark + 1 :])
    if last and not is_whole and last in whole:
        raise UnreadableAmount
    if not whole.isdigit() and not (GROUPED.fullmatch(whole) and len(_marks(whole)) == 1):
        raise UnreadableAmount
    if cents and not cents.isdigit():
        raise UnreadableAmount
    amount = "".join(one for one in whole if one.isdigit())
    return f"{amount}.{cents}" if cents else amount


def _divides_thousands(digits: str, mark: str, tag: str) -> bool:
    """Whether the only mark, before three digits, is that of thousands in this language; elsewhere nobody can
    tell."""
    before, _, after = digits.partition(mark)
    if len(after) != 3 or not before.isdigit() or len(before) > 3 or before == "0":
        return False
    if mark != Locale(tag).number_symbols["latn"]["group"]:
        raise UnreadableAmount
    return True


def _marks(whole: str) -> set[str]:
    return {one for one in whole if not one.isdigit()}


def _plain(text: str) -> str:
    return " ".join(western_digits(text).split())


def _word(text: str) -> str:
    return " ".join(_plain(text).casefold().strip(" .").split())


@cache
def _names(currency: str) -> frozenset[str]:
    """All that the currency is called and signed with; a word of its name is enough."""
    if not currency:
        return frozenset()
    said = {*map(_word, _spellings(currency)), *ALSO.get(currency, ())}
    words = {word for name in said for word in name.split() if len(word) >= SHORTEST_NAME}
    return frozenset(said | words)


def _spellings(currency: str) -> Iterator[str]:
    yield currency
    for tag in LANGUAGES:
        yield get_currency_symbol(currency, tag)
        yield from (get_currency_name(currency, number, tag) for number in (1, 2, 5))
    yield from ("$",) if any("$" in get_currency_symbol(currency, tag) for tag in LANGUAGES) else ()


def _names_another(word: str, currency: str) -> bool:
    return any(word in _names(one) for one in currencies() if one != currency)
