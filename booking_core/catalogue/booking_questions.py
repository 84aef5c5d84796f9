"""Booking questions: what a service wants to know before it is booked, and the answers people give."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.errors import InvalidField, InvalidFields
from booking_core.storage.database import Base

TEXT, CHOICE, YES_NO = "text", "choice", "yes_no"
# A few paragraphs; whoever has more to say will say it there.
LONGEST_ANSWER = 2000


class BookingQuestion(Base):
    """``key`` names it to machines, ``label`` to people. A sensitive answer is shown to nobody but the
    business."""

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
    required: Mapped[bool] = mapped_column(server_default="false")
    sensitive: Mapped[bool] = mapped_column(server_default="false")
    position: Mapped[int]
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]

    def normalise(self, answer: Any) -> str | bool | None:
        """The answer as it is kept: trimmed text, one of the choices, a yes or no; None for none. Raises
        ``InvalidField``."""
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
        if self.kind == CHOICE and answer not in self.choices:
            raise self._wrong(f"Please choose one of: {', '.join(self.choices)}.")
        return answer

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
