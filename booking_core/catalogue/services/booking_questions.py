"""Booking questions: what a service wants to know before it is booked, and the answers people give."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.translations import Translatable, Words
from booking_core.errors import InvalidField, InvalidFields
from booking_core.storage.database import Base

TEXT, CHOICE, YES_NO = "text", "choice", "yes_no"
# A few paragraphs; whoever has more to say will say it there.
LONGEST_ANSWER = 2000


class BookingQuestion(Translatable, Base):
    """``key`` names it to machines, ``label`` to people. A sensitive answer is shown to nobody but the
    business.

    ``choices`` are keys as well, and stay as they are whatever they are called: ``choice_labels`` has the
    words of those that are called something else than their key.
    """

    TRANSLATED: ClassVar[tuple[str, ...]] = ("label",)
    TRANSLATED_EACH: ClassVar[tuple[str, ...]] = ("choices",)

    __tablename__ = "booking_questions"
    __table_args__ = (
        UniqueConstraint("service_id", "key", name="booking_questions_are_asked_once"),
        CheckConstraint("kind IN ('text', 'choice', 'yes_no')", name="booking_questions_kind_is_known"),
        CheckConstraint(
            "(kind = 'choice') = (cardinality(choices) > 0)", name="booking_questions_choose_among_something"
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id", ondelete="CASCADE"))
    key: Mapped[str]
    label: Mapped[str]
    kind: Mapped[str]
    choices: Mapped[list[str]] = mapped_column(server_default="{}")
    choice_labels: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    required: Mapped[bool] = mapped_column(server_default="false")
    sensitive: Mapped[bool] = mapped_column(server_default="false")
    position: Mapped[int]
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]

    @property
    def options(self) -> dict[str, str]:
        """What each choice is called, by its key, in the owner's order."""
        named = self.choice_labels or {}
        return {key: str(named.get(key) or key) for key in self.choices or ()}

    def words(self, field: str) -> Any:
        """Every choice has words, be it those of its key."""
        return self.options if field == "choices" else super().words(field)

    def translated_columns(self, translated: Words) -> dict[str, Any]:
        """The words of choices; their keys stay, and need no words that say the same."""
        columns = dict(translated)
        if "choices" in columns:
            said = columns.pop("choices")
            columns["choice_labels"] = {key: text for key, text in said.items() if text != key}
        return columns

    def answer_text(self, answer: str) -> str:
        """A kept answer as people read it. One that is no choice any more is told as it was given."""
        return self.options.get(answer, answer)

    def normalise(self, answer: Any) -> str | bool | None:
        """The answer as it is kept: trimmed text, the key of a choice, a yes or no; None for none. A choice
        may be named by its words in any language. Raises ``InvalidField``."""
        if isinstance(answer, str):
            answer = answer.strip()
        if answer is None or answer == "":
            if self.required:
                raise self._wrong(f"Please tell us: {self.label}", "missing_fields")
            return None
        return self._yes_or_no(answer) if self.kind == YES_NO else self._words(answer)

    def _yes_or_no(self, answer: Any) -> bool:
        if not isinstance(answer, bool):
            raise self._wrong("Please answer yes or no.")
        return answer

    def _words(self, answer: Any) -> str:
        if not isinstance(answer, str) or len(answer) > LONGEST_ANSWER or "\0" in answer:
            raise self._wrong(f"Please answer in at most {LONGEST_ANSWER} ordinary characters.")
        return self._choice(answer) if self.kind == CHOICE else answer

    def _choice(self, answer: str) -> str:
        if answer in self.choices:
            return answer
        called = {words.casefold(): key for named in self._every_language() for key, words in named.items()}
        if (key := called.get(answer.casefold())) not in self.choices:
            raise self._wrong(f"Please choose one of: {', '.join(self.options.values())}.")
        return key

    def _every_language(self) -> Iterator[Mapping[str, str]]:
        """The words of the choices by their keys; those that count most come last."""
        yield from (words.get("choices") or {} for words in (self.translations or {}).values())
        yield self._own.get("choices") or {}
        yield self.options

    def _wrong(self, detail: str, code: str = "invalid_answer") -> InvalidField:
        return InvalidField(f"answers.{self.key}", detail, code=code)


def answers_to(questions: Sequence[BookingQuestion], given: Mapping[str, Any] | None) -> dict[str, Any]:
    """What was answered, by key, in the order of the questions. Raises ``InvalidFields``, every wrong one
    named."""
    given = given or {}
    unknown = set(given) - {question.key for question in questions}
    wrong = [
        InvalidField(f"answers.{key}", "Nobody asked for this.", code="invalid_answer")
        for key in sorted(unknown)
    ]
    answers: dict[str, Any] = {}
    for question in questions:
        try:
            answers[question.key] = question.normalise(given.get(question.key))
        except InvalidField as error:
            wrong.append(error)
    if wrong:
        raise InvalidFields(wrong)
    return {key: answer for key, answer in answers.items() if answer is not None}
