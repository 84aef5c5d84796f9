"""Every price on one page, so that nobody opens each service to type one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from agent.languages.wording import named_length
from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.services.from_price import split_from
from booking_core.catalogue.services.services import Service
from booking_core.desk import Desk
from booking_core.errors import InvalidField, InvalidFields, complaints_of, raise_together
from web.console.forms.fields import AmountField, Checkbox, Hidden
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import Visit
from web.console.settings.services.lengths import typed_price
from web.console.settings.services.page import PAGE
from web.console.settings.services.spans import length_text
from web.console.words.translate import gettext

ADDRESS = "/settings/prices"


class LengthPrice(AmountField, frozen=True, kw_only=True):
    """``service`` and ``length`` are read beside it."""

    drawn: ClassVar[str] = "money"
    service: str = ""
    length: str = ""

    def read(self, sent: Sent) -> str | InvalidField:
        return typed_price(self.name, sent.text(self.name), self.currency)

    def label_of(self, _: str) -> str:
        return f"{self.service}, {self.length}"


class FromTick(Checkbox, frozen=True, kw_only=True):
    """Ticked, or said with any of the prices of its service."""

    def read(self, sent: Sent) -> bool:
        service_id = self.name.partition(".")[0]
        typed = sent.below(service_id).values()
        return super().read(sent) or any(split_from(text)[1] for text in typed)


class DrawnVersion(Hidden, frozen=True, kw_only=True):
    """That of a service as its row was drawn."""

    def read(self, sent: Sent) -> int:
        return sent.number(self.name)


class PriceRow(Struct, frozen=True):
    """A service on the page: its prices by length, and whether they are the least."""

    id: str
    name: str
    version: DrawnVersion
    prices: tuple[LengthPrice, ...]
    is_from: FromTick


@get(ADDRESS)
async def prices_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    rows = await visit.read(_offered)
    state = FormState(_form(rows), Sent(_written(rows)))
    return _drawn(visit, rows, state, news=gettext("Saved.") if done else "")


@post(ADDRESS, status_code=303)
async def change_prices(visit: NamedDependency[Visit]) -> Answer:
    """All of them or none; each by the version that was drawn."""
    rows = await visit.read(_offered)

    async def work(office: BackOffice, values: Mapping[str, Any], _: int) -> None:
        wrong: list[InvalidField] = []
        for row in await office.services.list_offered():
            if f"{row.id}.version" in values:
                wrong += await _change(office, row, values)
        raise_together(wrong)

    async def draw(state: FormState) -> Response[str]:
        return _drawn(visit, rows, state)

    then = f"{visit.operator.home}{ADDRESS}?done=saved"
    return await submit(Submission(visit, _form(rows), PAGE.slug, work, draw, then))


async def _offered(desk: Desk) -> list[Service]:
    desk.require("service.read")
    return list(desk.catalogue.services.values())


async def _change(office: BackOffice, row: Service, values: Mapping[str, Any]) -> list[InvalidField]:
    """What is wrong with its prices, each by the name of its input; none, where they are kept."""
    typed = {str(minutes): values[f"{row.id}.{minutes}"] for minutes in row.durations}
    price = typed[str(row.duration_min)]
    others = {minutes: said for minutes, said in typed.items() if said not in ("", price)}
    changed = {"price": price or None, "price_by_duration": others, "price_is_from": values[f"{row.id}.from"]}
    version = values[f"{row.id}.version"]
    try:
        await office.services.change(row.id, changed, expected_version=version)
    except (InvalidField, InvalidFields) as refused:
        return [InvalidField(_input(row, name), sentence) for name, sentence in complaints_of(refused)]
    return []


def _input(row: Service, name: str) -> str:
    length = name.rpartition(".")[2]
    return f"{row.id}.{length if length.isdigit() else row.duration_min}"


def _row(service: Service) -> PriceRow:
    return PriceRow(
        service.id,
        service.name,
        DrawnVersion(name=f"{service.id}.version", label=""),
        tuple(
            LengthPrice(
                name=f"{service.id}.{minutes}",
                label=_length(service, minutes),
                currency=service.currency,
                service=service.name,
                length=_length(service, minutes),
            )
            for minutes in service.durations
        ),
        FromTick(name=f"{service.id}.from", label=gettext("From this price: it may cost more")),
    )


def _length(service: Service, minutes: int) -> str:
    return named_length(length_text(minutes), service.length_name(minutes))


def _form(services: list[Service]) -> Form:
    rows = map(_row, services)
    return Form([field for row in rows for field in (row.version, *row.prices, row.is_from)])


def _written(services: list[Service]) -> dict[str, list[str]]:
    texts: dict[str, Any] = {}
    for one in services:
        row = _row(one)
        texts |= row.version.write(one.version)
        texts |= row.is_from.write(one.price_is_from)
        for minutes, field in zip(one.durations, row.prices, strict=True):
            money = one.money_for(minutes)
            texts |= field.write(money.amount if money else None)
    return texts


def _drawn(visit: Visit, services: list[Service], state: FormState, *, news: str = "") -> Response[str]:
    return visit.page(
        "settings/prices.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        rows=[_row(one) for one in services],
        state=state,
        news=news,
        address=f"{visit.operator.home}{ADDRESS}",
    )


ROUTES = [prices_page, change_prices]
