"""Questions: what a service asks before it is booked."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from booking_core.back_office.nouns.noun import Edit
from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.back_office.nouns.references import REFERENCE, must_be_offered
from booking_core.back_office.nouns.words import keys_must_be_known, translations_field
from booking_core.catalogue.services.booking_questions import CHOICE, TEXT, YES_NO, BookingQuestion
from booking_core.catalogue.services.services import Service
from booking_core.catalogue.translations import LONGEST_NAME, known_translations
from booking_core.errors import InvalidField
from booking_core.input.fields import Field
from booking_core.input.kinds import Listed, Named, OneOf, Text, WrongValue, YesNo

LONGEST_KEY, MOST_CHOICES = 40, 30


class Key(Struct, frozen=True):
    """A name for programs."""

    takes = f"small letters, digits and underscores, at most {LONGEST_KEY}, beginning with a letter"

    def read(self, value: Any) -> str:
        fits = isinstance(value, str) and value.isascii() and value.isidentifier() and value == value.lower()
        if not fits or len(value) > LONGEST_KEY or value.startswith("_"):
            raise WrongValue(f"Please use {self.takes}.")
        return str(value)


def draft_question(values: Mapping[str, Any]) -> BookingQuestion:
    """A question that is asked nobody and not kept, to see how it would be read; its values need not be
    right yet."""
    read_by_customers = ("label", "kind", "choices", "choice_labels", "required", "translations")
    return BookingQuestion(**{name: values[name] for name in read_by_customers})


class Questions(OrderedNoun[BookingQuestion]):
    table = BookingQuestion
    verb, prefix, word = "question", "qst", "question"
    scope = "service_id"
    fields = (
        Field("service_id", REFERENCE, fixed=True, tells="Which service asks it."),
        Field("key", Key(), fixed=True, tells="What programs call it; answers are kept under it."),
        Field("label", Text(300), tells="The question, as customers read it."),
        Field("kind", OneOf((TEXT, CHOICE, YES_NO)), tells="How it is answered."),
        Field("choices", Listed(Text(80), MOST_CHOICES), [], tells="What can be chosen, for a choice."),
        Field(
            "choice_labels",
            Named(Text(80), Text(LONGEST_NAME), MOST_CHOICES),
            {},
            tells="What choices are called, where it is something else; answers are kept as the choice.",
        ),
        Field("required", YesNo(), False, tells="Whether nothing is booked without an answer."),
        Field("sensitive", YesNo(), False, tells="Whether only the business sees the answer."),
        translations_field(BookingQuestion),
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
        if unknown := edit.changed.get("choice_labels", {}).keys() - set(values["choices"]):
            raise InvalidField(f"choice_labels.{min(unknown)}", "There is no such choice.")
        keys_must_be_known(BookingQuestion, edit.changed, {"choices": values["choices"]})
        if edit.row_id is None:
            await self._key_must_be_free(values)

    async def values_of(self, row: BookingQuestion) -> dict[str, Any]:
        """Words of choices that are gone stay, for when they come back."""
        own, choices = await super().values_of(row), row.choices
        own["choice_labels"] = {key: said for key, said in row.choice_labels.items() if key in choices}
        return own | {"translations": known_translations(row.translations, "choices", choices)}

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
