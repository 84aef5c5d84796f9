"""Questions: what a service asks before it is booked."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from booking_core.back_office.nouns.noun import Edit, OrderedNoun
from booking_core.back_office.nouns.references import REFERENCE, must_be_offered
from booking_core.catalogue.booking_questions import CHOICE, TEXT, YES_NO, BookingQuestion
from booking_core.catalogue.services import Service
from booking_core.errors import InvalidField
from booking_core.input.fields import Field
from booking_core.input.kinds import Listed, OneOf, Text, WrongValue, YesNo

LONGEST_KEY = 40


class Key(Struct, frozen=True):
    """A name for programs."""

    takes = f"small letters, digits and underscores, at most {LONGEST_KEY}, beginning with a letter"

    def read(self, value: Any) -> str:
        fits = isinstance(value, str) and value.isascii() and value.isidentifier() and value == value.lower()
        if not fits or len(value) > LONGEST_KEY or value.startswith("_"):
            raise WrongValue(f"Please use {self.takes}.")
        return str(value)


class Questions(OrderedNoun[BookingQuestion]):
    table = BookingQuestion
    verb, prefix, word = "question", "qst", "question"
    scope = "service_id"
    fields = (
        Field("service_id", REFERENCE, fixed=True, tells="Which service asks it."),
        Field("key", Key(), fixed=True, tells="What programs call it; answers are kept under it."),
        Field("label", Text(300), tells="The question, as customers read it."),
        Field("kind", OneOf((TEXT, CHOICE, YES_NO)), tells="How it is answered."),
        Field("choices", Listed(Text(80), 30), [], tells="What can be chosen, for a choice."),
        Field("required", YesNo(), False, tells="Whether nothing is booked without an answer."),
        Field("sensitive", YesNo(), False, tells="Whether only the business sees the answer."),
    )

    async def check(self, edit: Edit) -> None:
        values = edit.values
        if "service_id" in edit.changed:
            await must_be_offered(self.context, "service_id", Service, (values["service_id"],), "service")
        if (values["kind"] == CHOICE) != bool(values["choices"]):
            detail = (
                "Please say what can be chosen." if values["kind"] == CHOICE else "Only a choice has choices."
            )
            raise InvalidField("choices", detail)
        if edit.row_id is None:
            await self._key_must_be_free(values)

    async def _key_must_be_free(self, values: Mapping[str, Any]) -> None:
        """Answers given before are under its key, archived or not. Raises ``InvalidField``."""
        taken = select(BookingQuestion.id).where(
            BookingQuestion.organization_id == self.context.organization_id,
            BookingQuestion.service_id == values["service_id"],
            BookingQuestion.key == values["key"],
        )
        if await self.session.scalar(taken) is not None:
            raise InvalidField(
                "key", "This service has asked a question of that key before.", code="name_taken"
            )
