"""How a noun's pages are drawn."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from litestar import Response
from msgspec import UNSET, Struct

from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.desk import Desk
from booking_core.pictures.picture import picture_path
from booking_core.storage.ids import new_id
from web.console.forms.form import FormState
from web.console.forms.sent import Sent
from web.console.rendering.visit import Visit
from web.console.settings.noun_page import NounPage
from web.console.words.translate import N_, gettext

NEWS = {
    "saved": N_("Saved."),
    "added": N_("Added."),
    "archive": N_("Archived."),
    "restore": N_("It is back."),
    "order": N_("The order is saved."),
    "picture": N_("The picture is changed."),
    "no-picture": N_("The picture is removed."),
}
# Fields that name one thing alone, and are left out of a copy of it.
OF_ONE_ALONE = ("key",)


class ListedRow(Struct, frozen=True):
    id: str
    name: str
    line: str
    version: int
    picture: str | None


class NounViews(Struct, frozen=True):
    declared: NounPage

    def address(self, visit: Visit) -> str:
        return f"{visit.home}/{self.declared.page.slug}"

    async def list_page(
        self, visit: Visit, done: str, row_id: str, *, refused: FormState | None = None
    ) -> Response[str]:
        """``done`` and ``row_id`` say what has just been done to which, so that it can be undone."""

        async def look(desk: Desk) -> dict[str, Any]:
            noun = self.declared.noun(desk)
            return {
                "order": [row.id for row in await noun.offered()],
                "rows": self._listed(desk, await noun.offered()),
                "archived": self._listed(desk, await noun.archived()),
            }

        shown = await visit.read(look)
        undo = next((row for row in shown["archived"] if done == "archive" and row.id == row_id), None)
        return visit.page(
            self.declared.list_template,
            self.declared.page.slug,
            status_code=422 if refused else 200,
            page=self.declared.page,
            words=self.declared.words,
            address=self.address(visit),
            has_order=issubclass(self.declared.noun, OrderedNoun),
            news=gettext(NEWS.get(done, "")),
            undo=undo,
            state=refused,
            **shown,
        )

    async def new_page(self, visit: Visit, like: str) -> Response[str]:
        """A copy, or with what the address says of its fields."""

        async def look(desk: Desk) -> FormState:
            form, noun = await self.declared.form(desk, None), self.declared.noun(desk)
            values = await noun.values_of(await noun.find(like)) if like else self._new(desk)
            values = {name: value for name, value in values.items() if name not in OF_ONE_ALONE}
            if like:
                values |= {
                    "name": gettext("%(name)s (copy)", name=values.get("name", "")),
                    "translations": {},
                }
            known = [field.name for field in form.fields]
            asked = Sent({name: [text] for name, text in visit.request.query_params.items()}).only(known)
            return FormState(form, form.write(values).with_texts(asked, asked), key=new_id("form"))

        return await self.drawn(visit, "", await visit.read(look))

    async def form_page(
        self, visit: Visit, row_id: str, *, done: str = "", wrong_file: str = ""
    ) -> Response[str]:
        """``done`` says what has just been done to its picture, ``wrong_file`` why that was refused."""

        async def look(desk: Desk) -> FormState:
            noun = self.declared.noun(desk)
            row = await noun.find(row_id)
            form = await self.declared.form(desk, row)
            return FormState(form, form.write(await noun.values_of(row)), version=row.version)

        return await self.drawn(visit, row_id, await visit.read(look), done=done, wrong_file=wrong_file)

    async def drawn(
        self,
        visit: Visit,
        row_id: str,
        state: FormState,
        *,
        done: str = "",
        wrong_file: str = "",
        beside: Mapping[str, Any] = MappingProxyType({}),
    ) -> Response[str]:
        """The form as it is: of a row, or of something new. ``beside`` is further context."""

        async def look(desk: Desk) -> dict[str, Any]:
            row = await self.declared.noun(desk).find(row_id) if row_id else None
            title = self.declared.name_of(desk, row) if row else gettext(self.declared.words.add)
            return {"row": row, "title": title, **await self.declared.more(desk, row)}

        shown = await visit.read(look)
        return visit.page(
            self.declared.form_template,
            self.declared.page.slug,
            status_code=422 if state.is_refused or wrong_file else 200,
            page=self.declared.page,
            words=self.declared.words,
            address=self.address(visit),
            has_picture=self.declared.picture is not None,
            state=state,
            picture=picture_path(visit.operator.organization_id, getattr(shown["row"], "picture", None)),
            wrong_file=wrong_file,
            news=gettext(NEWS.get(done, "")),
            **shown,
            **beside,
        )

    def _listed(self, desk: Desk, rows: Sequence[Any]) -> list[ListedRow]:
        return [
            ListedRow(
                row.id,
                self.declared.name_of(desk, row),
                self.declared.line(desk, row),
                row.version,
                getattr(row, "picture", None),
            )
            for row in rows
            if self.declared.shows(desk, row)
        ]

    def _new(self, desk: Desk) -> dict[str, Any]:
        fields = self.declared.noun.fields
        defaults = {field.name: field.default for field in fields if field.default is not UNSET}
        return {**defaults, **self.declared.begin(desk)}
