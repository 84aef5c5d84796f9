"""A question as customers will read it, in every language it has words in, before it is saved."""

from collections.abc import Iterator, Sequence

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from booking_core.access.roles import require_role
from booking_core.back_office.questions import Questions, draft_question
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.translations import language_chain, translate_row
from booking_core.desk import Desk
from web.chat.pages.languages import language_of, words_of
from web.console.forms.form import KEY, VERSION, Form, FormState
from web.console.forms.sent import sent_by
from web.console.rendering.page import page
from web.console.rendering.texts import language_name
from web.console.rendering.visit import Visit
from web.console.settings.questions.page import PAGES
from web.console.words.language import RIGHT_TO_LEFT


class AskedQuestion(Struct, frozen=True):
    """``optional`` is empty where an answer is needed; ``choose`` stands before anything is chosen."""

    tag: str
    language: str
    direction: str
    label: str
    kind: str
    optional: str
    choose: str
    options: Sequence[str]


@post("/settings/services/{service_id:str}/questions/{row_id:str}/preview", status_code=200)
async def preview(visit: NamedDependency[Visit], row_id: FromPath[str]) -> Response[str]:
    return await _answer(visit, row_id)


@post("/settings/services/{service_id:str}/questions/preview", status_code=200)
async def preview_of_new(visit: NamedDependency[Visit]) -> Response[str]:
    return await _answer(visit, "")


async def _answer(visit: Visit, row_id: str) -> Response[str]:
    """The part for a page that asks by itself; the whole page, as it was filled in, for whoever pressed the
    button."""
    require_role(visit.operator.role, f"{Questions.verb}.{'change' if row_id else 'create'}")
    sent = await sent_by(visit.request)

    async def look(desk: Desk) -> tuple[Form, list[AskedQuestion]]:
        row = await PAGES.views.find(visit, desk, row_id) if row_id else None
        form = await PAGES.declared.form(desk, row)
        said = PAGES.declared.values(desk, form.read(sent))
        return form, list(asked(draft_question(said), desk.catalogue.organization.locale))

    form, found = await visit.read(look)
    if visit.request.headers.get("HX-Request"):
        return page("settings/question_asked.html", asked=found)
    state = FormState(form, sent, sent.number(VERSION), sent.text(KEY))
    return await PAGES.views.drawn(visit, row_id, state, beside={"asked": found})


def asked(question: BookingQuestion, locale: str) -> Iterator[AskedQuestion]:
    """In the owner's words first."""
    yield _in_language(question, language_chain(locale)[-1])
    for tag in sorted(question.translations):
        yield _in_language(translate_row(question, language_chain(tag)), tag)


def _in_language(question: BookingQuestion, tag: str) -> AskedQuestion:
    """With the words that the conversation page has around it."""
    spoken = language_of(tag)
    says = words_of(spoken)
    return AskedQuestion(
        tag=tag,
        language=language_name(tag),
        direction="rtl" if spoken in RIGHT_TO_LEFT else "ltr",
        label=question.label,
        kind=question.kind,
        optional="" if question.required else says["optional"],
        choose=says["choose"],
        options=list(question.options.values()) if question.choices else [says["yes"], says["no"]],
    )
