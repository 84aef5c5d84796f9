"""Dates in a row that differ alike, as one: other hours, a day more or less, or gone, by one form."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.hours.dates import Dates
from booking_core.catalogue.hours.opening_hours import OpeningOverride
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.storage.ids import new_id
from web.console.forms.fields import TextField
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent, read_sent
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import Visit
from web.console.settings.hours import dates
from web.console.settings.hours.date_spans import date_spans
from web.console.settings.hours.several_dates import LAST_DAY, days_between, last_day_field, missing_dates
from web.console.words.translate import gettext

# A row as the form was drawn from it: its id, and its version.
SEEN, APART = "row", ":"


@get("/settings/hours/spans/{row_id:str}")
async def span_page(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Response[str]:
    async def look(desk: Desk) -> FormState:
        span = await span_of(desk, row_id)
        return FormState(form_of(), as_sent(span), key=new_id("form"))

    return await draw(visit, row_id, await visit.read(look))


@post("/settings/hours/spans/{row_id:str}", status_code=303)
async def change_span(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Answer:
    require_role(visit.operator.role, "date.change")
    sent = await read_sent(visit.request)

    async def work(office: BackOffice, said: Mapping[str, Any], _: int) -> None:
        await write_span(office, read_seen(sent), dates.values(office, said), sent.text("form_key"))

    async def again(state: FormState) -> Response[str]:
        return await draw(visit, row_id, state)

    return await submit(Submission(visit, form_of(), dates.PAGE.slug, work, again, _list(visit, "saved")))


@post("/settings/hours/spans/{row_id:str}/archive", status_code=303)
async def archive_span(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Answer:
    return await _bring(visit, row_id, "archive")


@post("/settings/hours/spans/{row_id:str}/restore", status_code=303)
async def restore_span(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Answer:
    return await _bring(visit, row_id, "restore")


ROUTES = [span_page, change_span, archive_span, restore_span]


async def _bring(visit: Visit, row_id: str, deed: str) -> Answer:
    """All of them out of what is offered, or back."""
    require_role(visit.operator.role, f"date.{deed}")
    sent = await read_sent(visit.request)

    async def work(office: BackOffice, _: Any, __: int) -> None:
        for one, version in read_seen(sent).items():
            await getattr(office.dates, deed)(one, expected_version=version)

    async def again(state: FormState) -> Response[str]:
        return await dates.PAGES.views.list_page(visit, "", "", refused=state)

    then = f"{_list(visit, deed)}&row={row_id}"
    return await submit(Submission(visit, Form(()), dates.PAGE.slug, work, again, then))


async def write_span(office: BackOffice, seen: Mapping[str, int], said: Mapping[str, Any], key: str) -> None:
    """The rows that are ``seen``, by the version of each, become what is said from ``day`` to ``last_day``:
    those within are changed, those outside archived, and what is missing is created. Raises ``InvalidField``
    where another date stands in the way, and ``NotFound`` where nothing is seen."""
    rows = [await office.dates.find(one) for one in seen]
    if not rows:
        raise NotFound("There is no such date.")
    whose = {name: getattr(rows[0], name) for name in ("location_id", "resource_id")}
    hours = {"windows": said["windows"], "note": said["note"]}
    days = days_between(said["day"], said[LAST_DAY])
    for row in rows:
        if row.day in days:
            await office.dates.change(row.id, hours, expected_version=seen[row.id])
        else:
            await office.dates.archive(row.id, expected_version=seen[row.id])
    for day, values in (await missing_dates(office, {**whose, **hours}, days)).items():
        await office.dates.create(values, key=f"{key}:{day}")


def form_of() -> Form:
    begins = TextField(name="day", label=gettext("First day"), input_type="date", required=True)
    return Form([begins, last_day_field(), *dates.what_differs()])


def as_sent(span: Sequence[OpeningOverride]) -> Sent:
    first, last = span[0], span[-1].day
    days: dict[str, date] = {"day": first.day, LAST_DAY: last}
    said = form_of().write({**days, "windows": first.windows, "note": first.note})
    return said.with_texts([SEEN], {SEEN: [f"{one.id}{APART}{one.version}" for one in span]})


def read_seen(sent: Sent) -> dict[str, int]:
    pairs = (text.rpartition(APART) for text in sent.each(SEEN))
    return {row_id: Sent({"": [version]}).number("") for row_id, _, version in pairs}


async def span_of(desk: Desk, *row_ids: str) -> list[OpeningOverride]:
    """The dates to come that differ as one of these does, in a row with it. Raises ``NotFound``."""
    rows = [one for one in await Dates(desk).list_offered() if dates.shows(desk, one)]
    found = next((span for span in date_spans(rows) if any(one.id in row_ids for one in span)), None)
    if found is None:
        raise NotFound("There is no such date.")
    return found


async def draw(visit: Visit, row_id: str, state: FormState) -> Response[str]:
    async def look(desk: Desk) -> dict[str, Any]:
        # Somebody else may have archived the first of them meanwhile.
        span = await span_of(desk, row_id, *read_seen(state.sent))
        days = [(one.id, dates.name_of(desk, one)) for one in span] if len(span) > 1 else []
        return {
            "title": dates.name_of_span(desk, span),
            "whose": dates.owner_of(desk, span[0]),
            "seen": as_sent(span).each(SEEN),
            "days": days,
        }

    shown = await visit.read(look)
    # What the form was drawn from stays what it says, so that nothing newer is overwritten unseen.
    shown["drawn_from"] = state.sent.each(SEEN) or shown["seen"]
    status = 422 if state.is_refused else 200
    address = f"{visit.home}/{dates.PAGE.slug}"
    here = f"{visit.home}/hours/spans/{row_id}"
    return visit.page(
        "settings/date_span.html",
        dates.PAGE.slug,
        status_code=status,
        page=dates.PAGE,
        words=dates.WORDS,
        state=state,
        address=address,
        here_address=here,
        **shown,
    )


def _list(visit: Visit, done: str) -> str:
    return f"{visit.home}/{dates.PAGE.slug}?done={done}"
