"""A no right after the yes: it came too late to stop what was done, and the answer says so."""

from collections.abc import Iterator

from msgspec import structs

from agent.assent import AnswerKind, answer_to, takes_back
from agent.conversation.choices import DoneOperation
from agent.events import BlockShown, Event, TextAdded
from agent.languages import language_of, words_in
from agent.languages.texts.second_thoughts import second_thoughts_in
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks
from agent.wishes.intents import intent_in

# English is understood beside every language.
MEANS_CANCEL = "cancel my appointment"


def hear_second_thoughts(context: TurnContext) -> Iterator[Event]:
    """The answer where the message takes back what the one before it did; nothing for any other message.

    A yes to "shall I cancel it?" is a wish to cancel, which is shown in a summary like any other; so is
    "undo it", said of a booking.
    """
    done, context.state.done = context.state.done, None
    if done is None or context.state.is_going_on or context.state.summary is not None:
        return
    undoes = context.pressed is None and takes_back(context.text, language_of(context.locale))
    # After a move, "cancel all of it" is no wish to have it moved back.
    undoes = undoes and not (done.deed == "move" and _names_cancelling(context))
    kind = AnswerKind.NO if undoes or _is_closed_button(context) else _kind_of(context)
    if (undoes and done.deed in ("book", "ask")) or (done.is_asked and kind is AnswerKind.YES):
        context.text = MEANS_CANCEL
    elif done.is_asked and kind is AnswerKind.NO:
        yield TextAdded(context.says.ALL_RIGHT)
    elif kind is AnswerKind.NO:
        yield from _what_stands(context, done)


def _is_closed_button(context: TurnContext) -> bool:
    """A summary's no that was pressed while its yes was carried out."""
    return context.pressed is None and context.text in context.says.DECLINE.values()


def _kind_of(context: TurnContext) -> AnswerKind:
    """Whoever names what is to be done about it is heard by whoever does that."""
    if context.pressed is not None or _names_cancelling(context):
        return AnswerKind.OTHER
    return answer_to(context.text, "", language_of(context.locale)).kind


def _names_cancelling(context: TurnContext) -> bool:
    return intent_in(words_in(context.locale), context.text.casefold()) == "cancel"


def _what_stands(context: TurnContext, done: DoneOperation) -> Iterator[Event]:
    """What was done, with a button that asks for the way back where there is one."""
    says = second_thoughts_in(context.locale)
    if done.deed in ("cancel", "cancel_request"):
        yield TextAdded(says.cancelled.format(facts=done.facts))
        return
    sentence = {"book": says.book, "ask": says.ask}.get(done.deed, says.move)
    context.state.done = structs.replace(done, is_asked=done.deed in ("book", "ask"))
    yield TextAdded(sentence.format(facts=done.facts))
    yield BlockShown(blocks.quick_replies(context.state, {says.cancel: MEANS_CANCEL}))
