"""The routes that every noun of the back office has: listed, shown, made, changed, archived, restored, put in
order."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from litestar import Response, Router, get, patch, post, put
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from msgspec import Struct

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.nouns.noun import Noun
from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.context import OperationContext
from booking_core.desk import Desk
from web.api.api_request import ApiRequest, json_response
from web.api.description.operations import Operation
from web.api.manage.description.operations import (
    ManagedQuery,
    NounNames,
    NounOperations,
    OrderBody,
    TouchedOnly,
)
from web.api.manage.description.structs import Extra, types_of
from web.api.manage.writes import fields_of, version_to_expect, write
from web.api.values.etags import etag_of, not_modified, versions_in
from web.api.values.fields import storable
from web.api.values.pages import page_of

Show = Callable[[OperationContext, ApiRequest, Any], Mapping[str, Any]]


class ManagedNoun(Struct, frozen=True):
    """A noun as programs know it: ``name`` is what types are called after, ``about`` what is said of one;
    ``extra`` are further fields, which ``show`` gives. ``refusals`` are those of its fields alone."""

    noun: type[Noun[Any]]
    attribute: str
    names: NounNames
    name: str
    about: str
    extra: Extra = ()
    show: Show | None = None
    refusals: tuple[str, ...] = ()


class NounRoutes:
    """The handlers of one noun, together in ``router``."""

    def __init__(self, managed: ManagedNoun) -> None:
        self.managed = managed
        self.types = types_of(managed.name, managed.noun.fields, managed.about, managed.extra)
        self.operations = NounOperations(managed.names, self.types, managed.refusals)
        handlers = [
            self.list_all(),
            self.show_one(),
            self.create(),
            self.change(),
            self.bring(self.operations.archive, "archive"),
            self.bring(self.operations.restore, "restore"),
        ]
        if issubclass(managed.noun, OrderedNoun):
            handlers.append(self.reorder())
        self.router = Router(f"/{managed.names.many.replace('_', '-')}", route_handlers=handlers)

    def list_all(self) -> HTTPRouteHandler:
        @get("/", opt=self.operations.list.opt)
        async def handler(door: NamedDependency[ApiRequest]) -> Response[bytes]:
            query = door.query(ManagedQuery)

            async def work(desk: Desk) -> dict[str, Any]:
                noun = self.managed.noun(desk)
                rows = await noun.every()
                page, following = page_of(rows, query, lambda row: bool(row.archived_at) == query.archived)
                return {
                    "items": [await self.view(noun, door, row) for row in page],
                    "next_page_token": following,
                }

            return json_response(msgspec.json.encode(await door.look(work)))

        return handler

    def show_one(self) -> HTTPRouteHandler:
        @get("/{row_id:str}", opt=self.operations.show.opt)
        async def handler(door: NamedDependency[ApiRequest], row_id: FromPath[str]) -> Response[bytes]:
            async def work(desk: Desk) -> dict[str, Any]:
                noun = self.managed.noun(desk)
                return await self.view(noun, door, await noun.find(storable(row_id)))

            view = await door.look(work)
            etag = etag_of(view["id"], view["version"])
            known = not_modified(door.request, etag)
            return known or json_response(msgspec.json.encode(view), headers={"ETag": etag})

        return handler

    def create(self) -> HTTPRouteHandler:
        @post("/", status_code=201, opt=self.operations.create.opt)
        async def handler(door: NamedDependency[ApiRequest]) -> Response[bytes]:
            body = await door.body(self.types.new)
            key = door.key or ""

            async def work(office: BackOffice) -> dict[str, Any]:
                noun = self.noun_of(office)
                return await self.view(noun, door, await noun.create(fields_of(body), key=key))

            return await write(door, body, body, work, status=201)

        return handler

    def change(self) -> HTTPRouteHandler:
        @patch("/{row_id:str}", opt=self.operations.change.opt)
        async def handler(door: NamedDependency[ApiRequest], row_id: FromPath[str]) -> Response[bytes]:
            body = await door.body(self.types.change)
            known = versions_in(door.request, row_id)

            async def work(office: BackOffice) -> dict[str, Any]:
                noun = self.noun_of(office)
                row = await noun.find(storable(row_id))
                version = version_to_expect(row.version, known)
                changed = await noun.change(row.id, fields_of(body), expected_version=version)
                return await self.view(noun, door, changed)

            return await write(door, [row_id, sorted(known), body], body, work)

        return handler

    def bring(self, operation: Operation, verb: str) -> HTTPRouteHandler:
        """Out of what is offered, or back."""

        @post(f"/{{row_id:str}}/{verb}", status_code=200, opt=operation.opt)
        async def handler(door: NamedDependency[ApiRequest], row_id: FromPath[str]) -> Response[bytes]:
            body = await door.body_if_any(TouchedOnly)
            known = versions_in(door.request, row_id)

            async def work(office: BackOffice) -> dict[str, Any]:
                noun = self.noun_of(office)
                row = await noun.find(storable(row_id))
                version = version_to_expect(row.version, known)
                return await self.view(
                    noun, door, await getattr(noun, verb)(row.id, expected_version=version)
                )

            return await write(door, [row_id, sorted(known), body], body, work)

        return handler

    def reorder(self) -> HTTPRouteHandler:
        @put("/order", opt=self.operations.reorder.opt)
        async def handler(door: NamedDependency[ApiRequest]) -> Response[bytes]:
            body = await door.body(OrderBody)

            async def work(office: BackOffice) -> dict[str, Any]:
                noun = self.noun_of(office)
                rows = await noun.reorder([storable(one) for one in body.ids], seen=body.seen)
                return {"items": [await self.view(noun, door, row) for row in rows]}

            return await write(door, body, body, work)

        return handler

    def noun_of(self, office: BackOffice) -> Any:
        return getattr(office, self.managed.attribute)

    async def view(self, noun: Noun[Any], door: ApiRequest, row: Any) -> dict[str, Any]:
        known = {"id": row.id, "version": row.version, "archived_at": row.archived_at}
        shown = self.managed.show(noun.context, door, row) if self.managed.show else {}
        return {**known, **await noun.values_of(row), **shown}
