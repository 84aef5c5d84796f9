"""Until when customers book, cancel and move, said once for all services."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.services.services import Service
from booking_core.desk import Desk
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import Visit
from web.console.settings.services.page import PAGE
from web.console.settings.services.rules import RULES, rules_in_words
from web.console.settings.services.spans import Span
from web.console.words.translate import gettext

ADDRESS = "/settings/booking-rules"


class Rule(Span, frozen=True, kw_only=True):
    """Left as it is where the form does not hold it: no services lose theirs to a form that was cut short."""

    def read(self, sent: Sent) -> int | str | None:
        return super().read(sent) if self.name in sent.texts else None


@get(ADDRESS)
async def rules_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    services = await visit.read(_offered)
    usual = {name: _most_common(getattr(one, name) for one in services) for name in RULES}
    state = FormState(_form(), _form().write(usual))
    return _drawn(visit, services, state, news=gettext("Saved.") if done else "")


@post(ADDRESS, status_code=303)
async def change_rules(visit: NamedDependency[Visit]) -> Answer:
    """Of every service there is by then: it is said for all of them, whatever each of them had."""

    async def work(office: BackOffice, values: Mapping[str, Any], _: int) -> None:
        said = {name: value for name, value in values.items() if value is not None}
        for row in await office.services.list_offered():
            await office.services.change(row.id, said, expected_version=row.version)

    async def draw(state: FormState) -> Response[str]:
        return _drawn(visit, await visit.read(_offered), state)

    then = f"{visit.operator.home}{ADDRESS}?done=saved"
    return await submit(Submission(visit, _form(), PAGE.slug, work, draw, then))


async def _offered(desk: Desk) -> list[Service]:
    desk.require("service.read")
    return list(desk.catalogue.services.values())


def _form() -> Form:
    after = gettext("before the start")
    return Form([Rule(name=name, label=gettext(label), after=after) for name, label in RULES.items()])


def _most_common(minutes: Iterable[int]) -> int:
    return next((one for one, _ in Counter(minutes).most_common(1)), 0)


def _drawn(visit: Visit, services: list[Service], state: FormState, *, news: str = "") -> Response[str]:
    return visit.page(
        "settings/booking_rules.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        now=rules_in_words(services) if services else [],
        state=state,
        news=news,
        address=f"{visit.operator.home}{ADDRESS}",
    )


ROUTES = [rules_page, change_rules]
