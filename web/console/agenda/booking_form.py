"""What is asked when somebody at the desk books for a customer: who comes, and the questions of the
service."""

from collections.abc import Mapping
from typing import Any

from booking_core.catalogue.services.booking_questions import CHOICE, YES_NO, BookingQuestion, answers_to
from booking_core.catalogue.services.services import Service
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import InvalidField
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Select, TextArea, TextField
from web.console.forms.form import Form
from web.console.words.language import LANGUAGES
from web.console.words.translate import gettext

YES = "yes"
# The name of the field that says in which language a customer is written to.
LOCALE = "locale"


def booking_form(desk: Desk, service: Service) -> Form:
    hint = gettext("One of the two is enough.")
    return Form(
        [
            TextField(name="name", label=gettext("Name"), required=True),
            TextField(name="phone", label=gettext("Phone"), input_type="tel", hint=hint),
            TextField(name="email", label=gettext("Email"), input_type="email"),
            Select(
                name=LOCALE,
                label=gettext("Language of emails"),
                options=[Option(tag, name) for tag, name in LANGUAGES.items()],
                nothing=gettext("As before; of somebody new, that of the business"),
            ),
            *(_question_field(one) for one in desk.catalogue.questions_of.get(service.id, ())),
        ]
    )


def _question_field(question: BookingQuestion) -> FormField:
    name = f"answers.{question.key}"
    if question.kind == YES_NO:
        options = [Option(YES, gettext("yes")), Option("no", gettext("no"))]
        return Select(name=name, label=question.label, options=options, nothing="–")
    if question.kind == CHOICE:
        options = [Option(key, label) for key, label in question.options.items()]
        return Select(name=name, label=question.label, options=options, nothing="–")
    return TextArea(name=name, label=question.label, required=question.required, rows=2)


def read_booking(
    desk: Desk, service: Service, values: Mapping[str, Any]
) -> tuple[ContactDetails, dict[str, Any]]:
    """Raises ``InvalidField`` and ``InvalidFields``, before any time is held."""
    contact = ContactDetails(
        values["name"], values["email"] or None, values["phone"] or None, locale=read_language(values[LOCALE])
    )
    questions = desk.catalogue.questions_of.get(service.id, ())
    said = {one.key: _answer(one, values.get(f"answers.{one.key}", "")) for one in questions}
    return contact.normalise(desk.catalogue.organization.country), answers_to(questions, said)


def _answer(question: BookingQuestion, text: str) -> str | bool | None:
    return text == YES if question.kind == YES_NO and text else text or None


def read_language(text: str) -> str | None:
    """None where none was chosen. Raises ``InvalidField``."""
    if text and text not in LANGUAGES:
        raise InvalidField(LOCALE, gettext("Please choose one of the languages."))
    return text or None
