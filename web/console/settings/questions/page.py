"""The questions of a service: their order, and a form for each."""

from collections.abc import Mapping
from typing import Any

from booking_core.back_office.questions import Questions
from booking_core.catalogue.services.booking_questions import CHOICE, TEXT, YES_NO, BookingQuestion
from booking_core.context import OperationContext
from web.console.forms.compound_fields import customer_languages
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Checkbox, Select, TextField
from web.console.forms.form import Form
from web.console.rendering.visit import SettingsPage
from web.console.settings.noun_page import NounPage, NounWords, Parent
from web.console.settings.noun_pages import NounPages
from web.console.settings.questions.fields import (
    CHOICES,
    LABEL,
    LABELS,
    ChoiceLabels,
    Choices,
    QuestionKey,
    QuestionWords,
    without_choices,
)
from web.console.settings.services import page as services
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "services/{service_id}/questions",
    N_("Questions"),
    N_("What customers are asked before they book"),
    "question.read",
)
WORDS = NounWords(
    add=N_("Add a question"),
    empty=N_(
        "Customers are asked for their name and a way to reach them. Ask here what else you need to know."
    ),
    archiving=N_("It is not asked any more. Answers that were given stay."),
)
KINDS = {TEXT: N_("In their own words"), CHOICE: N_("One of several choices"), YES_NO: N_("Yes or no")}


async def form(context: OperationContext, row: BookingQuestion | None) -> Form:
    fields: list[FormField] = [
        TextField(
            name=LABEL, label=gettext("Question"), hint=gettext("As customers read it."), required=True
        ),
        Select(
            name="kind",
            label=gettext("How it is answered"),
            options=[Option(kind, gettext(said)) for kind, said in KINDS.items()],
        ),
        Choices(
            name=CHOICES,
            label=gettext("Choices"),
            hint=gettext(
                "Each on a line. Answers are kept as the choice: what you write anew is a new choice."
            ),
            rows=5,
        ),
        *_boxes(),
        ChoiceLabels(name=LABELS, label=gettext("What choices are called")),
        QuestionWords(
            name="translations",
            label=gettext("In other languages"),
            fields=[Option(LABEL, gettext("Question"))],
            own=context.catalogue.organization.locale,
            asked=customer_languages(context.catalogue.organization),
            kept=row.translations if row else {},
        ),
    ]
    return Form(fields if row else [*fields, _key()])


def _boxes() -> list[FormField]:
    return [
        Checkbox(
            name="required",
            label=gettext("An answer is needed"),
            hint=gettext("Nothing is booked without one."),
        ),
        Checkbox(
            name="sensitive",
            label=gettext("Only the business sees the answer"),
            hint=gettext("Owners, managers and whoever serves the customer. The chat does not repeat it."),
        ),
    ]


def _key() -> QuestionKey:
    return QuestionKey(
        name="key",
        label=gettext("Key"),
        is_technical=True,
        hint=gettext(
            "What programs call it, chosen once; answers are kept under it. Empty: made of the question."
        ),
    )


def begin(_: OperationContext) -> Mapping[str, Any]:
    return {"kind": TEXT}


def values(_: OperationContext, said: Mapping[str, Any]) -> Mapping[str, Any]:
    """What was typed for choices is for nothing where none can be chosen."""
    return said if said["kind"] == CHOICE else without_choices(said)


def line(_: OperationContext, row: BookingQuestion) -> str:
    parts = [", ".join(row.options.values()) or gettext(KINDS[row.kind])]
    if row.required:
        parts.append(gettext("An answer is needed"))
    if row.sensitive:
        parts.append(gettext("Only the business sees the answer"))
    return " · ".join(parts)


def name_of(_: OperationContext, row: BookingQuestion) -> str:
    return row.label


def name_of_service(context: OperationContext, service_id: str) -> str:
    return context.catalogue.service(service_id).name


PAGES = NounPages(
    NounPage(
        page=PAGE,
        noun=Questions,
        attribute="questions",
        words=WORDS,
        form=form,
        line=line,
        name_of=name_of,
        named_by=LABEL,
        values=values,
        begin=begin,
        parent=Parent("service_id", services.PAGE, name_of_service),
        form_template="settings/question.html",
        list_template="settings/question_list.html",
    )
)
