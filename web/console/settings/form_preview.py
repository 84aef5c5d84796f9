"""What stands beside the form of a noun before it is saved: a part of its page that is drawn anew while one
types, and with a button where there are no scripts."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from booking_core.access.roles import require_role
from booking_core.desk import Desk
from web.console.forms.form import KEY, VERSION, Form, FormState
from web.console.forms.sent import read_sent
from web.console.rendering.page import page
from web.console.rendering.visit import Visit
from web.console.settings.noun_pages import NounPages


class FormPreview(Struct, frozen=True):
    """``work`` makes it of the form as it is filled in, and of the id of its row, which is empty for what is
    new; ``template`` draws it by its ``name``, by which the page of the form knows it too."""

    pages: NounPages
    template: str
    name: str
    work: Callable[[Visit, FormState, str], Awaitable[Any]]

    @property
    def router(self) -> Router:
        @post("/{row_id:str}/preview", status_code=200)
        async def preview(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Response[str]:
            return await self.answer(visit, row_id)

        @post("/preview", status_code=200)
        async def preview_of_new(visit: NamedDependency[Visit]) -> Response[str]:
            return await self.answer(visit, "")

        return Router(self.pages.declared.route, route_handlers=[preview, preview_of_new])

    async def answer(self, visit: Visit, row_id: str) -> Response[str]:
        """The part for a page that asks by itself; the whole page, as it was filled in, for whoever pressed
        the button."""
        verb = self.pages.declared.noun.verb
        require_role(visit.operator.role, f"{verb}.{'change' if row_id else 'create'}")
        sent = await read_sent(visit.request)

        async def look(desk: Desk) -> Form:
            row = await self.pages.views.find(visit, desk, row_id) if row_id else None
            return await self.pages.declared.form(desk, row)

        state = FormState(await visit.read(look), sent, sent.number(VERSION), sent.text(KEY))
        found = {self.name: await self.work(visit, state, row_id)}
        if visit.request.headers.get("HX-Request"):
            return page(self.template, settings_home=visit.home, **found)
        return await self.pages.views.draw(visit, row_id, state, beside=found)
