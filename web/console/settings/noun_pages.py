"""The pages that every noun of the back office has: a list, a form for something new and for each, and what
is done to one with a button: archived, restored, moved up or down."""

from collections.abc import Sequence
from typing import Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.desk import Desk
from booking_core.errors import InvalidField
from booking_core.pictures.encode import Shape
from booking_core.storage.ids import new_id
from web.console.forms.form import Form, FormState
from web.console.forms.picture import LARGEST_FORM, PictureForm
from web.console.forms.sent import read_sent
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import Visit
from web.console.settings.noun_page import NounPage
from web.console.settings.noun_views import NounViews
from web.console.words.translate import gettext

STEPS = {"up": -1, "down": 1}
Moved = tuple[list[str], list[str]]


class NounPages:
    """The handlers of one noun, together in ``router``."""

    def __init__(self, declared: NounPage) -> None:
        self.declared = declared
        self.views = NounViews(declared)
        handlers = [self.list_all(), self.show_new(), self.create(), self.show_one(), self.change()]
        handlers += [self.bring("archive"), self.bring("restore")]
        if issubclass(declared.noun, OrderedNoun):
            handlers.append(self.reorder())
        if declared.picture is not None:
            handlers += [self.change_picture(declared.picture), self.remove_picture(declared.picture)]
        self.router = Router(declared.route, route_handlers=handlers)

    def list_all(self) -> HTTPRouteHandler:
        @get("/")
        async def handler(
            visit: NamedDependency[Visit], done: FromQuery[str] = "", row: FromQuery[str] = ""
        ) -> Response[str]:
            return await self.views.list_page(visit, done, row)

        return handler

    def show_new(self) -> HTTPRouteHandler:
        @get("/new")
        async def handler(visit: NamedDependency[Visit], like: FromQuery[str] = "") -> Response[str]:
            """``like`` is the id of one to copy."""
            require_role(visit.operator.role, f"{self.declared.noun.verb}.create")
            return await self.views.new_page(visit, like)

        return handler

    def create(self) -> HTTPRouteHandler:
        @post("/new", status_code=303)
        async def handler(visit: NamedDependency[Visit]) -> Answer:
            key = (await read_sent(visit.request)).text("form_key") or new_id("form")

            async def work(office: BackOffice, values: Any, _: int) -> None:
                new = {**self.declared.values(office, values), **self.views.new_values(visit)}
                for suffix, one in (await self.declared.rows(office, new)).items():
                    row = await self.noun(office).create(one, key=f"{key}{suffix}")
                    await self.declared.beside(office, row.id, values)

            made = self.declared.noun.id_of(visit.operator.organization_id, visit.operator.actor.owner, key)
            return await self.save(visit, work, "", made if self.declared.next_step else "")

        return handler

    def show_one(self) -> HTTPRouteHandler:
        @get("/{row_id:str}")
        async def handler(
            visit: NamedDependency[Visit], row_id: FromPath[str], done: FromQuery[str] = ""
        ) -> Response[str]:
            return await self.views.form_page(visit, row_id, done=done)

        return handler

    def change(self) -> HTTPRouteHandler:
        @post("/{row_id:str}", status_code=303)
        async def handler(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Answer:
            async def work(office: BackOffice, values: Any, version: int) -> None:
                given = self.declared.values(office, values)
                await self.noun(office).change(row_id, given, expected_version=version)
                await self.declared.beside(office, row_id, values)

            return await self.save(visit, work, row_id)

        return handler

    def bring(self, deed: str) -> HTTPRouteHandler:
        """Out of what is offered, or back."""

        @post(f"/{{row_id:str}}/{deed}", status_code=303)
        async def handler(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Answer:
            async def work(office: BackOffice, _: Any, version: int) -> None:
                await getattr(self.noun(office), deed)(row_id, expected_version=version)

            async def draw(state: FormState) -> Response[str]:
                return await self.views.list_page(visit, "", "", refused=state)

            then = f"{self.views.address(visit)}?done={deed}&row={row_id}"
            return await submit(Submission(visit, Form(()), self.here, work, draw, then))

        return handler

    def reorder(self) -> HTTPRouteHandler:
        @post("/order", status_code=303)
        async def handler(visit: NamedDependency[Visit]) -> Answer:
            sent = await read_sent(visit.request)

            async def work(office: BackOffice, _: Any, __: int) -> None:
                shown, seen = sent.text("move"), sent.each("seen")
                await self.noun(office).reorder(move(seen, shown, sent.each("beside")), seen=seen)

            async def draw(state: FormState) -> Response[str]:
                return await self.views.list_page(visit, "", "", refused=state)

            then = f"{self.views.address(visit)}?done=order"
            return await submit(Submission(visit, Form(()), self.here, work, draw, then))

        return handler

    def change_picture(self, shape: Shape) -> HTTPRouteHandler:
        @post("/{row_id:str}/picture", status_code=303, request_max_body_size=LARGEST_FORM)
        async def handler(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Answer:
            return await self._picture_form(visit, row_id, shape).change()

        return handler

    def remove_picture(self, shape: Shape) -> HTTPRouteHandler:
        @post("/{row_id:str}/picture/remove", status_code=303)
        async def handler(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Answer:
            return await self._picture_form(visit, row_id, shape).remove()

        return handler

    def _picture_form(self, visit: Visit, row_id: str, shape: Shape) -> PictureForm:
        async def draw(wrong: str) -> Response[str]:
            return await self.views.form_page(visit, row_id, wrong_file=wrong)

        return PictureForm(visit, row_id, shape, draw, f"{self.views.address(visit)}/{row_id}")

    @property
    def here(self) -> str:
        return self.declared.here

    def noun(self, office: BackOffice) -> Any:
        return getattr(office, self.declared.attribute)

    async def save(self, visit: Visit, work: Any, row_id: str, made: str = "") -> Answer:
        """The form of a row, or of something new, as it was sent; ``made`` is what that will be called by the
        next step."""
        deed = "change" if row_id else "create"
        require_role(visit.operator.role, f"{self.declared.noun.verb}.{deed}")

        async def look(desk: Desk) -> Form:
            row = await self.views.find(visit, desk, row_id) if row_id else None
            return await self.declared.form(desk, row)

        async def draw(state: FormState) -> Response[str]:
            return await self.views.draw(visit, row_id, state)

        then = f"{self.views.address(visit)}?done={'saved' if row_id else 'added'}"
        then += f"&row={made}" if made else ""
        form = await visit.read(look)
        return await submit(Submission(visit, form, self.here, work, draw, then, subject=row_id))


def move(seen: Sequence[str], which: str, beside: Sequence[str]) -> list[str]:
    """The order after ``up:ID`` or ``down:ID``: it changes places with its neighbour among those of the
    page. Raises ``InvalidField`` for what has no neighbour there."""
    way, _, row_id = which.partition(":")
    order, shown = list(seen), [one for one in beside if one in seen]
    at = shown.index(row_id) if row_id in shown else -1
    other = at + STEPS.get(way, len(shown))
    if at < 0 or not 0 <= other < len(shown):
        raise InvalidField("", gettext("There was nothing to move there, so nothing was changed."))
    one, two = order.index(row_id), order.index(shown[other])
    order[one], order[two] = order[two], order[one]
    return order
