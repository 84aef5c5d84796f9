"""Forms as a browser would send them: what a page holds, by name."""

from collections.abc import Awaitable, Callable
from html.parser import HTMLParser
from typing import Any

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor


class FormReader(HTMLParser):
    """The fields of the form with the class ``form``, or of the one that holds decisions."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.each: dict[str, list[str]] = {}
        self.is_within, self.area, self.select = False, "", ""
        self.feed(page)

    def note(self, name: str, value: str) -> None:
        self.fields[name] = value
        self.each.setdefault(name, []).append(value)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.is_within = bool({"form", "touched"} & set(given.get("class", "").split()))
        if not self.is_within:
            return
        name = given.get("name", "")
        if tag == "select":
            self.select = name
            self.note(name, "")
        elif tag == "option" and "selected" in given:
            self.fields[self.select] = self.each[self.select][-1] = given.get("value", "")
        elif tag == "textarea":
            self.area = name
            self.note(name, "")
        elif tag == "input" and name:
            is_off = given.get("type") in ("checkbox", "radio") and "checked" not in given
            if not is_off:
                self.note(name, given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.is_within = False
        if tag == "textarea":
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            # A line break right after the tag is none of the text.
            self.fields[self.area] += data.removeprefix("\n")
            self.each[self.area][-1] = self.fields[self.area]


def fields_of(page: str) -> dict[str, str]:
    return FormReader(page).fields


def repeated_fields_of(page: str) -> dict[str, list[str]]:
    """Those that several inputs hold."""
    return {name: texts for name, texts in FormReader(page).each.items() if len(texts) > 1}


def all_fields_of(page: str) -> dict[str, list[str]]:
    """Every value of each name, such as of boxes that are ticked."""
    return FormReader(page).each


async def arranging(core: BookingCore, salon: DemoSalon, work: Callable[[BackOffice], Awaitable[Any]]) -> Any:
    """Somebody else at the back office."""
    actor = Actor("api", "other", "token", role=Role.OWNER, organization_id=salon.organization_id)
    return await core.arrange(salon.organization_id, actor, work)
