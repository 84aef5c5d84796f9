"""A message at an open summary that is no plain yes or no: a change, a question, a wait, a goodbye, or
something beside a yes.

The summary changes only where a change is asked for; whatever else is said leaves it as it is, and open.
"""

import re
from collections.abc import Callable

from msgspec import structs

from agent.assent import AnswerKind, refuses_and_approves, shows_interest
from agent.assent.changes import asks_for_change
from agent.assent.information import asks_for_information
from agent.consent.consent import may_want_change
from agent.guided.replies.manners import courtesy_step, not_understood_step
from agent.guided.replies.person import person_step
from agent.guided.steps.appointments import cancel_step, move_step
from agent.guided.steps.number_country import put_number_right
from agent.guided.steps.search import contact_step, has_wanted_hold, offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.guided.steps.strangers import stranger_step
from agent.languages import language_of, words_in
from agent.mentions.beyond_one.relatives import names_somebody_else
from agent.mentions.beyond_one.remainder import PEOPLE, Remainder
from agent.mentions.moves import is_moved
from agent.mentions.names.people import people_in
from agent.mentions.names.spans import WORDS
from agent.mentions.offsets import PLACEHOLDER, without_offset
from agent.mentions.service_questions import begins_as_question
from agent.mentions.sizes.lengths import lengths_told, without_length
from agent.mentions.staffing import Staffing
from agent.turn_context import TurnContext
from agent.when import ReadSpan
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.unclear_days import read_when
from agent.wishes.understanding import service_in_mind
from agent.wishes.wish import update_contact

QUESTION = re.compile("[?؟]")
NUMBER = re.compile(r"\d+(?:[:.h]\d+)?")
StepFinder = Callable[[TurnContext, ParsedMessage], GuidedStep | None]


def summary_step(
    context: TurnContext,
    said: ParsedMessage,
    *,
    question: StepFinder,
    wish: StepFinder,
    answer: StepFinder,
    unknown: StepFinder,
) -> GuidedStep:
    """The step for a message at a summary; the finders are how such messages are answered elsewhere."""
    kind = context.answer.kind if context.answer is not None else AnswerKind.OTHER
    if (first := _before_all_else(context, said)) is not None:
        return first
    told = question(context, said) if not _states_change(context, said, kind) else None
    if told is not None:
        context.is_side_question = _is_side_question(context, said) and not told.tool
        return with_open_summary(context, told) if not told.tool else told
    if _states_change(context, said, kind) and (changed := _change(context, said, wish)) is not None:
        return changed
    if context.state.summary is None:
        # Only a summary to cancel has been closed by now: the appointment stays.
        return GuidedStep(context.says.KEPT_ANYWAY)
    left = _note_contact(context, said, answer) or _leave_open(context, said, kind, unknown)
    if left is not None:
        return left
    return with_open_summary(context, not_understood_step(context))


def _before_all_else(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """What is put right or asked for once more before anything else is read in the message."""
    if said.contact.phone is None and put_number_right(context):
        return contact_step(context)
    if (unknown := stranger_step(context, said)) is not None:
        return unknown
    if (about_somebody := person_step(context, said)) is not None:
        return with_open_summary(context, about_somebody)
    language = language_of(context.locale)
    is_undecided = context.state.summary is not None and refuses_and_approves(context.text, language)
    # "Why not" may be a yes.
    if is_undecided or shows_interest(context.text, language):
        return with_open_summary(context, GuidedStep())
    return None


def _is_side_question(context: TurnContext, said: ParsedMessage) -> bool:
    """Whether a question wants to know something of the business and nothing to be different: what another
    service costs, or whether it is open on another day. "Are you open at six?" may ask to come then."""
    if not said.topic or said.contact.written or said.instead or said.length_min is not None:
        return False
    if said.topic in ("price", "duration") or said.services:
        is_other = said.has_time or said.staffing != Staffing()
        return not is_other and asks_for_information(context.text, language_of(context.locale))
    is_other_time = said.when.times if said.topic == "hours" else said.has_time
    is_asked = QUESTION.search(context.text) or begins_as_question(context.text, language_of(context.locale))
    return bool(is_asked) and not (is_other_time or said.staffing != Staffing())


def _note_contact(context: TurnContext, said: ParsedMessage, answer: StepFinder) -> GuidedStep | None:
    if not said.contact.written:
        return None
    update_contact(context.state.draft, said)
    return answer(context, said)


def _change(context: TurnContext, said: ParsedMessage, wish: StepFinder) -> GuidedStep | None:
    """The step for what is wanted instead. Whoever wants to come at another time does not cancel; "as soon as
    possible" is how soon to cancel."""
    if context.answered_deed != "cancel":
        return wish(context, said)
    if not (said.has_time or said.services or said.staffing != Staffing()):
        return None
    context.state.drop_summary()
    return move_step(context, said) if said.has_time else wish(context, said)


def _leave_open(
    context: TurnContext, said: ParsedMessage, kind: AnswerKind, unknown: StepFinder
) -> GuidedStep | None:
    """What is no change is answered, and the summary stays open."""
    if said.intent == "move":
        context.is_unheard = True
        return GuidedStep(context.says.MOVE_WHEN)
    if kind is AnswerKind.WAIT:
        return with_open_summary(context, GuidedStep(context.says.TAKE_YOUR_TIME))
    if kind is AnswerKind.GOODBYE:
        return with_open_summary(context, GuidedStep())
    if (for_another := _for_somebody_else(context, kind)) is not None:
        return for_another
    if kind is AnswerKind.QUESTION and (told := unknown(context, said)) is not None:
        # A yes that follows is to the summary: the question is answered, if only that nobody here knows.
        return with_open_summary(context, told)
    manners = courtesy_step(context, said)
    if manners is not None and not manners.tool:
        return with_open_summary(context, manners)
    if context.is_note:
        return with_open_summary(context, GuidedStep())
    if kind is AnswerKind.MORE and context.answered_deed == "cancel":
        return repeat_summary(context)
    if context.answered_deed == "cancel" and (context.names_something or kind is AnswerKind.QUESTION):
        return with_open_summary(context, GuidedStep())
    if kind is AnswerKind.MORE or context.names_something or kind is AnswerKind.QUESTION:
        context.is_unheard = True
        return with_open_summary(context, GuidedStep())
    return None


def _for_somebody_else(context: TurnContext, kind: AnswerKind) -> GuidedStep | None:
    """ "When can my wife come, she needs a colour?": the summary is of one person, theirs comes after."""
    is_asked = kind in (AnswerKind.QUESTION, AnswerKind.OTHER) and QUESTION.search(context.text)
    if not is_asked or not names_somebody_else(context.text, language_of(context.locale)):
        return None
    context.is_side_question = True
    if context.answered_deed == "book" and not context.state.remainders:
        context.state.remainders = [Remainder(PEOPLE, context.text)]
    return with_open_summary(context, GuidedStep(context.says.ONE_OF_PEOPLE))


def is_question_beside_hold(context: TurnContext, said: ParsedMessage) -> bool:
    """Whether a time is kept, and a number in a question is no other time: "is there a bus at
    10?", beside "could it be at 10?"."""
    if not has_wanted_hold(context) or offers_on_screen(context) or not QUESTION.search(context.text):
        return False
    is_of_time_alone = said.has_time and not (said.services or said.staffing != Staffing() or said.more)
    return is_of_time_alone and said.intent != "move" and not names_little_else(context, said)


def repeat_summary(context: TurnContext) -> GuidedStep:
    """A yes was said of another answer: the summary once more, to say it of that."""
    return cancel_step(context) if context.answered_deed == "cancel" else contact_step(context)


def with_open_summary(context: TurnContext, step: GuidedStep) -> GuidedStep:
    """The step, and that the summary still waits for a yes. What is promised to a yes is kept: where it would
    not be taken for one, the summary is shown again, or what should be different is asked."""
    summary = context.state.summary
    if summary is None:
        return step
    is_change = may_want_change(context)
    is_shown_again = summary.deed == "cancel" if is_change else summary.must_be_shown_again
    if is_shown_again and not step.tool:
        return structs.replace(repeat_summary(context), say=step.say)
    is_yes_taken = not (is_change or summary.must_be_shown_again)
    still_open = summary.entry_in(context.says.NOT_YET) if is_yes_taken else context.says.NOTHING_ELSE
    return step if still_open in step.say else structs.replace(step, say=f"{step.say} {still_open}".strip())


def _states_change(context: TurnContext, said: ParsedMessage, kind: AnswerKind) -> bool:
    """Whether what a message names is to be different: little else is said than that, or it is said to be
    instead."""
    if not (said.is_about_booking or said.staffing.anyone):
        return False
    if kind is AnswerKind.GOODBYE:
        # French takes leave with "à jeudi", and moves there as well.
        return _is_moved(context, said)
    return said.intent == "move" or names_little_else(context, said)


def names_little_else(context: TurnContext, said: ParsedMessage) -> bool:
    """Whether little else is said than the times, people and services that are wanted, or that it shall be
    those instead."""
    when, language = read_when(context, context.text), language_of(context.locale)
    # "Three instead of eleven": one is wanted, another refused.
    is_other = bool((when.times and when.not_times) or (when.dates and when.not_dates))
    if is_other or _is_moved(context, said):
        return True
    return asks_for_change(words_besides(context, said), language)


def _is_moved(context: TurnContext, said: ParsedMessage) -> bool:
    """Whether something is moved to the time or made the length that is told, in whatever words."""
    spans = [*read_when(context, context.text).spans]
    if said.length_min is not None and (service := service_in_mind(context)) is not None:
        told = lengths_told(context.text.casefold(), service)
        spans += [ReadSpan(one.start, one.end, "length") for one in told]
    is_told = said.has_time or said.length_min is not None
    return is_told and is_moved(context.text, spans, language_of(context.locale))


def words_besides(context: TurnContext, said: ParsedMessage) -> str:
    """The text without the times, services, people and contacts in it."""
    text = without_offset(context.text, language_of(context.locale)).replace(PLACEHOLDER, " ")
    if said.length_min is not None:
        text = without_length(text, service_in_mind(context), words_in(context.locale))
    for span in sorted(read_when(context, text).spans, key=lambda one: -one.start):
        text = f"{text[: span.start]} {text[span.end :]}"
    for written in said.contact.written:
        text = text.replace(written, " ")
    named = {word.casefold() for _, word in people_in(context.catalogue, text)}
    for service in said.services:
        named |= {word.casefold() for name in service.spoken_names for word in WORDS.findall(name)}
    if said.place is not None:
        named |= {word.casefold() for word in WORDS.findall(f"{said.place.name} {said.place.address}")}
    return WORDS.sub(
        lambda word: " " if word.group().casefold() in named else word.group(), NUMBER.sub(" ", text)
    )
