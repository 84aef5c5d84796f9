"""What is asked when somebody at the desk books for a customer: which time of which service, who comes, and
the questions of the service."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from booking_core.availability.slots import Question
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services.booking_questions import CHOICE, YES_NO, BookingQuestion, answers_to
from booking_core.catalogue.services.services import Service
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import InvalidField
from booking_core.time.wall_clock import midnight
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Select, TextArea, TextField
from web.console.forms.form import Form
from web.console.rendering.formatting import LocalFormat
from web.console.words.translate import gettext

ANYBODY, YES = "", "yes"
MOST_TIMES = 200
DAYS_LOOKED_AT = 30


class Wanted(Struct, frozen=True):
    """The page's address: a service at a place, with somebody or anybody, on a day."""

    service: Service
    place: Location
    staff: str
    day: date

    def people(self, desk: Desk, only: str | None) -> list[Option]:
        """Whom whoever books may book with: a member who serves customers, with themselves alone."""
        serving = [one for one in desk.catalogue.serving(self.service.id, self.place.id) if one.kind == STAFF]
        named = [Option(one.id, one.name) for one in serving if only in (None, one.id)]
        return named if only else [Option(ANYBODY, gettext("Anybody who can")), *named]

    async def times(self, desk: Desk, local: LocalFormat) -> list[Option]:
        """Those that are free on the day, by their moment."""
        start = midnight(self.day, self.place.time_zone)
        end = midnight(self.day + timedelta(days=1), self.place.time_zone)
        whom = self.staff or None
        question = Question(self.service.id, start, end, location_id=self.place.id, staff_id=whom)
        found = await desk.availability(question, limit=MOST_TIMES)
        return [Option(slot.start.isoformat(), local.time(slot.start)) for slot in found.slots]

    async def next_day(self, desk: Desk, local: LocalFormat) -> date | None:
        """The next day after this one that has a free time, looked for as far as a page looks."""
        start = midnight(self.day + timedelta(days=1), self.place.time_zone)
        end = start + timedelta(days=DAYS_LOOKED_AT)
        whom = self.staff or None
        question = Question(self.service.id, start, end, location_id=self.place.id, staff_id=whom)
        found = await desk.availability(question, limit=1)
        return next((local.day_of(slot.start) for slot in found.slots), None)


def booking_form(desk: Desk, service: Service) -> Form:
    hint = gettext("One of the two is enough.")
    return Form(
        [
            TextField(name="name", label=gettext("Name"), required=True),
            TextField(name="phone", label=gettext("Phone"), input_type="tel", hint=hint),
            TextField(name="email", label=gettext("E-mail"), input_type="email"),
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
    contact = ContactDetails(values["name"], values["email"] or None, values["phone"] or None)
    questions = desk.catalogue.questions_of.get(service.id, ())
    said = {one.key: _answer(one, values.get(f"answers.{one.key}", "")) for one in questions}
    return contact.normalise(desk.catalogue.organization.country), answers_to(questions, said)


def _answer(question: BookingQuestion, text: str) -> str | bool | None:
    return text == YES if question.kind == YES_NO and text else text or None


def read_start(text: str) -> datetime:
    """Raises ``InvalidField``."""
    try:
        start = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidField("start", gettext("Please choose a time.")) from error
    if start.tzinfo is None:
        raise InvalidField("start", gettext("Please choose a time."))
    return start
