"""Kinds of values that only settings have: sites, colours, and words by language."""

import re
from typing import Any

from msgspec import Struct

from booking_core.catalogue.settings.websites import origin_of
from booking_core.errors import InvalidField
from booking_core.input.kinds import Named, Text, WrongValue
from booking_core.input.web_address import split_address
from booking_core.input.world import Language

LONGEST_GREETING, LONGEST_ADDRESS, MOST_LANGUAGES = 300, 300, 20
COLOUR = re.compile(r"#[0-9a-f]{6}")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


class Site(Struct, frozen=True):
    """A website, kept as its origin."""

    takes = "a website, such as https://www.example.com or https://*.example.com"

    def read(self, value: Any) -> str:
        try:
            return origin_of(Text(LONGEST_ADDRESS).read(value))
        except InvalidField as error:
            raise WrongValue(error.detail) from error


class Host(Struct, frozen=True):
    """A site that is linked to, kept as its host: an address on it stands for all of it."""

    takes = "a site, such as example.com"

    def read(self, value: Any) -> str:
        site = Text(LONGEST_ADDRESS).read(value)
        parts = split_address(site if "//" in site else f"//{site}")
        host = parts.hostname or "" if parts else ""
        if not HOST.fullmatch(host) or ".." in host or "." not in host:
            raise WrongValue(f"Please give {self.takes}.")
        return host


class WebPage(Struct, frozen=True):
    """The address of a page that customers open: of the web and of nothing else, with a host and nobody's
    password in it."""

    takes = "an address, such as https://www.example.com/privacy"

    def read(self, value: Any) -> str:
        typed = Text(LONGEST_ADDRESS).read(value)
        address = typed if "://" in typed else f"https://{typed}"
        parts = split_address(address)
        is_of_the_web = parts is not None and parts.scheme.lower() in ("https", "http")
        host = (parts.hostname or "") if parts else ""
        is_plain = address.isprintable() and not set(address) & set(' <>"\\')
        if not parts or not is_of_the_web or "." not in host or parts.username is not None or not is_plain:
            raise WrongValue(f"Please give {self.takes}.")
        return address


class TimeOfDay(Struct, frozen=True):
    """A time on the clock, kept as ``HH:MM``."""

    takes = "a time of the day, such as 21:00"

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or not CLOCK.fullmatch(value):
            raise WrongValue(f"Please give {self.takes}.")
        return value


class Accent(Struct, frozen=True):
    """A colour."""

    takes = "a colour, such as #7a4fb5"

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or not COLOUR.fullmatch(value.lower()):
            raise WrongValue(f"Please give {self.takes}.")
        return value.lower()


class Greeting(Struct, frozen=True):
    """One text for everybody, or one for each language."""

    takes = f"text of at most {LONGEST_GREETING} characters, or one by language"

    def read(self, value: Any) -> str | dict[str, str]:
        text = Text(LONGEST_GREETING, lines=True)
        if isinstance(value, str):
            return text.read(value)
        return Named(Language(), text, MOST_LANGUAGES).read(value)
