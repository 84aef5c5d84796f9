"""A question as customers will read it, in every language it has words in, before it is saved."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from booking_core.back_office.questions import draft_question
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.translations import language_chain, translate_row
from booking_core.desk import Desk
from web.chat.pages.languages import language_of, words_of
from web.console.forms.form import FormState
from web.console.rendering.texts import language_name
from web.console.rendering.visit import Visit
from web.console.settings.form_preview import FormPreview
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


async def ask(visit: Visit, state: FormState, _: str) -> list[AskedQuestion]:
    async def look(desk: Desk) -> list[AskedQuestion]:
        said = PAGES.declared.values(desk, state.form.read(state.sent))
        return list(ask_in_words(draft_question(said), desk.catalogue.organization.locale))

    return await visit.read(look)


def ask_in_words(question: BookingQuestion, locale: str) -> Iterator[AskedQuestion]:
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


PREVIEW = FormPreview(PAGES, "settings/question_asked.html", "asked", ask)
