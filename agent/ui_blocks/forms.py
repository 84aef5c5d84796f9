"""Forms: blocks with fields to fill in, each sent back with its ``input_id`` and a payload by field name."""

from collections.abc import Mapping, Sequence
from typing import Any

from agent.conversation.state import ConversationState
from agent.languages import sentences_in
from agent.ui_blocks.block import new_block
from agent.ui_blocks.booking_answers import form_fields
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.storage.ids import new_id


def contact_form(
    state: ConversationState, questions: Sequence[BookingQuestion], checkout: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Name, e-mail and phone, of which one contact is enough, and the booking questions; with a
    ``checkout``, what is booked by whoever sends them as agreed."""
    known, says = state.contact or state.draft, sentences_in(state.locale).FORM
    one = says["one_is_enough"]
    fields = [
        _field("name", "text", says["name"], "name", required=True, value=known.name),
        _field(
            "email", "email", says["email"], "email", value=known.email, hint=says["email_hint"], note=one
        ),
        _field("phone", "tel", says["phone"], "tel", value=known.phone, hint=says["phone_hint"], note=one),
        *form_fields(questions),
    ]
    form = _form(state, "contact", says, fields)
    return form if checkout is None else {**form, "checkout": checkout}


def callback_form(state: ConversationState) -> dict[str, Any]:
    """Name, e-mail and phone of whoever asked for a person."""
    says = sentences_in(state.locale)
    form = contact_form(state, ())
    fields = [{**field, "hint": None} for field in form["fields"]]
    return {**form, "title": says.CALL_BACK, "fields": fields}


def optional_questions_form(state: ConversationState, questions: Sequence[BookingQuestion]) -> dict[str, Any]:
    """The optional booking questions, for customers who were not shown the contact form."""
    says = sentences_in(state.locale)
    labels = " ".join(question.label for question in questions)
    words = {"title": says.MORE_TO_TELL, "submit": says.FORM["submit"]}
    words["fallback"] = f"{says.MORE_TO_TELL}: {labels}"
    return _form(state, "contact", words, form_fields(questions))


def identify_form(state: ConversationState) -> dict[str, Any]:
    """Asks whose booking it is: by e-mail address, phone number or booking code."""
    says = sentences_in(state.locale).IDENTIFY_FORM
    fields = [
        _field("contact", "text", says["contact"], "email", hint=says["contact_hint"]),
        _field("booking_code", "text", says["booking_code"], "off", hint=says["booking_code_hint"]),
    ]
    return _form(state, "identify", says, fields)


def code_form(state: ConversationState) -> dict[str, Any]:
    """Asks for the one-time code that was sent by e-mail."""
    says = sentences_in(state.locale).CODE_FORM
    fields = [_field("code", "tel", says["code"], "one-time-code", required=True)]
    return _form(state, "code", says, fields, label=says["code"])


def _form(
    state: ConversationState,
    verb: str,
    says: Mapping[str, str],
    fields: list[dict[str, Any]],
    *,
    label: str | None = None,
) -> dict[str, Any]:
    """A form in the words ``title``, ``submit`` and ``fallback``. ``label`` is the message it stands for,
    else its title."""
    block_id = new_id("b")
    return new_block(
        "form",
        block_id,
        says["fallback"],
        input_id=state.input(block_id, label or says["title"], verb),
        title=says["title"],
        submit_label=says["submit"],
        fields=fields,
    )


def _field(name: str, kind: str, label: str, autocomplete: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "type": kind,
        "label": label,
        "autocomplete": autocomplete,
        "required": False,
        **more,
    }
