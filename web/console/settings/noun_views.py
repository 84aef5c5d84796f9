"""How a noun's pages are drawn."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from litestar import Response
from msgspec import UNSET, Struct
from msgspec.structs import replace

from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.desk import Desk
from booking_core.errors import NotFound
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
    """``picture`` is its address. Of a span ``within`` are its rows."""

    id: str
    name: str
    line: str
    version: int
    picture: str | None
    within: Sequence["ListedRow"] = ()


class NamedParent(Struct, frozen=True):
    name: str
    address: str


class NounViews(Struct, frozen=True):
    declared: NounPage

    def address(self, visit: Visit) -> str:
        slug = self.declared.page.slug
        return f"{visit.home}/{slug.format(**self._parent(visit)) if self.declared.parent else slug}"

    def new_values(self, visit: Visit) -> dict[str, Any]:
        """What everything new on this page is."""
        return {**self.declared.given, **self._parent(visit)}

    async def find(self, visit: Visit, desk: Desk, row_id: str) -> Any:
        """Raises ``NotFound``, also for what belongs to something else than the address says."""
        row = await self.declared.noun(desk).find(row_id)
        if not self._is_here(visit, row):
            raise NotFound(f"There is no such {self.declared.noun.word}.")
        return row

    async def list_page(
        self, visit: Visit, done: str, row_id: str, *, refused: FormState | None = None
    ) -> Response[str]:
        """``done`` and ``row_id`` say what has just been done to which, so that it can be undone."""

        async def look(desk: Desk) -> dict[str, Any]:
            noun = self.declared.noun(desk)
            offered = [row for row in await noun.list_offered() if self._is_here(visit, row)]
            archived = [row for row in await noun.list_archived() if self._is_here(visit, row)]
            return {
                "order": [row.id for row in offered],
                "rows": self._list_rows(desk, offered),
                "archived": self._list_rows(desk, archived),
                "parent": self._parent_view(visit, desk),
                **await self.declared.list_more(desk),
            }

        shown = await visit.read(look)
        undo = next((row for row in shown["archived"] if done == "archive" and row.id == row_id), None)
        return visit.page(
            self.declared.list_template,
            self.declared.here,
            status_code=422 if refused else 200,
            page=self.declared.page,
            words=self.declared.words,
            address=self.address(visit),
            span_address=self.declared.span_path and f"{visit.home}{self.declared.span_path}",
            has_order=issubclass(self.declared.noun, OrderedNoun),
            news=gettext(NEWS.get(done, "")),
            undo=undo,
            next_step=self.declared.next_step if done == "added" and row_id in shown["order"] else None,
            new_id=row_id,
            state=refused,
            **shown,
        )

    async def new_page(self, visit: Visit, like: str) -> Response[str]:
        """A copy, or with what the address says of its fields."""

        async def look(desk: Desk) -> FormState:
            form, noun = await self.declared.form(desk, None), self.declared.noun(desk)
            values = await noun.values_of(await self.find(visit, desk, like)) if like else self._new(desk)
            values = {name: value for name, value in values.items() if name not in OF_ONE_ALONE}
            if like:
                named = self.declared.named_by
                copied = gettext("%(name)s (copy)", name=values.get(named, ""))
                values |= {named: copied, "translations": {}}
            known = [field.name for field in form.fields]
            asked = Sent({name: [text] for name, text in visit.request.query_params.items()}).only(known)
            return FormState(form, form.write(values).with_texts(asked, asked), key=new_id("form"))

        return await self.draw(visit, "", await visit.read(look))

    async def form_page(
        self, visit: Visit, row_id: str, *, done: str = "", wrong_file: str = ""
    ) -> Response[str]:
        """``done`` says what has just been done to its picture, ``wrong_file`` why that was refused."""

        async def look(desk: Desk) -> FormState:
            noun = self.declared.noun(desk)
            row = await self.find(visit, desk, row_id)
            form = await self.declared.form(desk, row)
            values = {**await noun.values_of(row), **self.declared.also(desk, row)}
            return FormState(form, form.write(values), version=row.version)

        return await self.draw(visit, row_id, await visit.read(look), done=done, wrong_file=wrong_file)

    async def draw(
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
            row = await self.find(visit, desk, row_id) if row_id else None
            title = self.declared.name_of(desk, row) if row else gettext(self.declared.words.add)
            parent = self._parent_view(visit, desk)
            return {"row": row, "title": title, "parent": parent, **await self.declared.more(desk, row)}

        shown = await visit.read(look)
        return visit.page(
            self.declared.form_template,
            self.declared.here,
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

    def _parent(self, visit: Visit) -> dict[str, str]:
        """The field that names the parent, and its id by the address."""
        parent = self.declared.parent
        return {parent.field: visit.request.path_params[parent.field]} if parent else {}

    def _is_here(self, visit: Visit, row: Any) -> bool:
        return all(getattr(row, field) == value for field, value in self._parent(visit).items())

    def _parent_view(self, visit: Visit, desk: Desk) -> NamedParent | None:
        parent = self.declared.parent
        if parent is None:
            return None
        row_id = self._parent(visit)[parent.field]
        return NamedParent(parent.name_of(desk, row_id), f"{visit.home}/{parent.page.slug}/{row_id}")

    def _list_rows(self, desk: Desk, rows: Sequence[Any]) -> list[ListedRow]:
        shown = [row for row in rows if self.declared.shows(desk, row)]
        return [self._span(desk, span) for span in self.declared.spans(shown)]

    def _span(self, desk: Desk, span: Sequence[Any]) -> ListedRow:
        rows = [
            ListedRow(
                row.id,
                self.declared.name_of(desk, row),
                self.declared.line(desk, row),
                row.version,
                picture_path(desk.organization_id, getattr(row, "picture", None)),
            )
            for row in span
        ]
        if len(rows) == 1:
            return rows[0]
        return replace(rows[0], name=self.declared.span_name(desk, span), within=rows)

    def _new(self, desk: Desk) -> dict[str, Any]:
        fields = self.declared.noun.fields
        defaults = {field.name: field.default for field in fields if field.default is not UNSET}
        return {**defaults, **self.declared.begin(desk)}
