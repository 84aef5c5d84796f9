"""What a noun of the back office is as pages: a declaration for ``NounPages``."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.nouns.noun import Noun
from booking_core.context import OperationContext
from booking_core.pictures.encode import Shape
from web.console.forms.form import Form
from web.console.rendering.visit import SettingsPage


class NounWords(Struct, frozen=True):
    """What is said on its pages, marked for translation: ``add`` on the button and over the form of something
    new; ``empty`` where there is none yet; ``archiving`` before and after one is archived: what
    becomes of it, and why that harms nobody."""

    add: str
    empty: str
    archiving: str


class Parent(Struct, frozen=True):
    """What the rows of a page belong to: the ``field`` that names it, which is a part of the page's slug, the
    page where it is itself, and its name by its id (which raises ``NotFound``)."""

    field: str
    page: SettingsPage
    name_of: Callable[[OperationContext, str], str]


async def nothing_more(_: OperationContext, __: Any) -> Mapping[str, Any]:
    return {}


async def nothing_listed(_: OperationContext) -> Mapping[str, Any]:
    return {}


def nothing_said(_: OperationContext) -> Mapping[str, Any]:
    return {}


async def nothing_beside(_: BackOffice, __: str, ___: Mapping[str, Any]) -> None:
    return None


async def one_row(_: BackOffice, values: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    return {"": values}


def nothing_of_row(_: OperationContext, __: Any) -> Mapping[str, Any]:
    return {}


def everything(_: OperationContext, __: Any) -> bool:
    return True


def name_of_row(_: OperationContext, row: Any) -> str:
    return str(row.name)


def name_of_first(_: OperationContext, span: Sequence[Any]) -> str:
    return str(span[0].name)


def as_sent(_: OperationContext, values: Mapping[str, Any]) -> Mapping[str, Any]:
    return values


def each_alone(rows: Sequence[Any]) -> list[list[Any]]:
    return [[row] for row in rows]


def no_line(_: OperationContext, __: Any) -> str:
    return ""


class NextStep(Struct, frozen=True):
    """What is done next with something new: ``label`` is marked for translation, ``path`` is below the
    settings and has a place for its id."""

    label: str
    path: str


class NounPage(Struct, frozen=True, kw_only=True):
    """``attribute`` is the noun at the back office, ``form`` its form for a row (None for something new) as
    the business is now, ``name_of`` what a row is called and ``named_by`` the field that says it, ``line``
    what is said below that in the list, and ``shows`` which rows belong here; ``spans`` are rows that are one
    line of the list, called by ``span_name`` and changed together at ``span_path`` of the settings, by
    the id of the first. ``given`` is what all of them are; ``values`` makes what the
    back office takes of what a form says, or refuses it; ``rows`` makes what one form of something new
    creates of that, each by what its key has behind that of the form (``one_row`` unless it may be several);
    ``also`` are values of a row that are not among its own, and ``beside`` saves them with it, by its id;
    ``begin`` is what the form of something new says beside the defaults of the noun, and ``next_step`` what
    is offered once that is there.
    ``picture`` is the shape of the pictures they have. ``more`` is further context for a ``form_template`` of
    its own, ``list_more`` for a ``list_template``. Where rows belong to one thing each, its ``parent`` is in
    the address, and the page has those of that one alone."""

    page: SettingsPage
    noun: type[Noun[Any]]
    attribute: str
    words: NounWords
    form: Callable[[OperationContext, Any], Awaitable[Form]]
    line: Callable[[OperationContext, Any], str] = no_line
    name_of: Callable[[OperationContext, Any], str] = name_of_row
    named_by: str = "name"
    spans: Callable[[Sequence[Any]], list[list[Any]]] = each_alone
    span_name: Callable[[OperationContext, Sequence[Any]], str] = name_of_first
    span_path: str = ""
    next_step: NextStep | None = None
    shows: Callable[[OperationContext, Any], bool] = everything
    given: Mapping[str, Any] = {}
    values: Callable[[OperationContext, Mapping[str, Any]], Mapping[str, Any]] = as_sent
    rows: Callable[[BackOffice, Mapping[str, Any]], Awaitable[Mapping[str, Mapping[str, Any]]]] = one_row
    also: Callable[[OperationContext, Any], Mapping[str, Any]] = nothing_of_row
    beside: Callable[[BackOffice, str, Mapping[str, Any]], Awaitable[None]] = nothing_beside
    begin: Callable[[OperationContext], Mapping[str, Any]] = nothing_said
    picture: Shape | None = None
    form_template: str = "settings/noun_form.html"
    list_template: str = "settings/noun_list.html"
    more: Callable[[OperationContext, Any], Awaitable[Mapping[str, Any]]] = nothing_more
    list_more: Callable[[OperationContext], Awaitable[Mapping[str, Any]]] = nothing_listed
    parent: Parent | None = None

    @property
    def here(self) -> str:
        """The slug that the navigation shows as the present one."""
        return self.parent.page.slug if self.parent else self.page.slug

    @property
    def route(self) -> str:
        """Its address below the business, as routes are written."""
        path = f"/settings/{self.page.slug}"
        return path.replace("}", ":str}") if self.parent else path
