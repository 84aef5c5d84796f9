"""A note for the business beside a booking, such as an allergy: the answer to a question of the service, or
said to have no place here."""

import re

from msgspec import structs

from agent.contact_lines import without
from agent.guided.steps.booking_questions import is_asking
from agent.guided.steps.search import contact_step, has_wanted_hold, offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.texts.notes import notes_in
from agent.languages.wording import join_words
from agent.mentions.names.services import services_in
from agent.mentions.notes import note_words
from agent.turn_context import TurnContext
from agent.wishes.understanding import read_contact
from booking_core.catalogue.services.booking_questions import TEXT, BookingQuestion
from booking_core.catalogue.services.services import Service
from booking_core.errors import InvalidField


def note_for_business(context: TurnContext) -> str:
    """Keep the note of a message, and the sentence that says where it is; "" where there is none."""
    told = note_words(context.text, language_of(context.locale))
    if context.pressed is not None or not told or is_asking(context):
        return ""
    service = _service_in_hand(context)
    if service is None:
        return ""
    if any(told in name.casefold() for name in service.spoken_names):
        return ""  # "A massage for pregnant women" is what is booked.
    context.is_note = True
    says, question = notes_in(context.locale), _question_for_notes(context, service)
    if question is not None and _note(context, question):
        return says.kept.format(question=question.label)
    organization = context.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    return says.directly.format(contact=join_words(ways, context.says.OR)) if ways else says.on_arrival


def after_note(context: TurnContext) -> GuidedStep | None:
    """What comes next where a message was a note and nothing else that was understood."""
    if not context.is_note:
        return None
    if has_wanted_hold(context) or context.state.summary is not None:
        return contact_step(context)
    return GuidedStep(context.says.WHICH_TIME) if offers_on_screen(context) else None


def with_note(step: GuidedStep, told: str) -> GuidedStep:
    return structs.replace(step, say=f"{told} {step.say}".strip()) if told else step


def _service_in_hand(context: TurnContext) -> Service | None:
    state, services = context.state, context.catalogue.services
    held = services.get(state.held_offer.service_id if state.held_offer else state.draft.service_id or "")
    named = services_in(context.catalogue, context.text) if held is None else []
    return named[0] if len(named) == 1 else held


def _question_for_notes(context: TurnContext, service: Service) -> BookingQuestion | None:
    """The one that is answered in words, before all others one for what is nobody else's business."""
    asked = [one for one in context.catalogue.questions_of.get(service.id, ()) if one.kind == TEXT]
    return min(asked, key=lambda one: not one.sensitive, default=None)


def _note_alone(context: TurnContext) -> str:
    """The message without the name, the address and the number in it."""
    contact = read_contact(context, is_asked=context.state.awaits_contact)
    return re.sub(r"^[\W_]+|\s+(?=,)|(?<=,)\s*,", "", without(context.text, *contact.written)).strip()


def _note(context: TurnContext, question: BookingQuestion) -> bool:
    """Add the message to the answer; False where the question takes no more."""
    before, note = context.state.answers.get(question.key), _note_alone(context)
    try:
        answer = question.normalise(f"{before}\n{note}" if before else note)
    except InvalidField:
        return False
    if answer is not None:
        context.state.answers[question.key] = answer
    return answer is not None
