"""A message in a conversation with an appointment that stands: a question of it, or another one beside it."""

import re

from msgspec import structs

from agent.assent import is_only_polite, says_goodbye
from agent.guided.replies.summaries import names_little_else, words_besides
from agent.guided.responses.clauses import SENTENCES, hear_part
from agent.guided.responses.service_question import CLAUSES, MOST_CLAUSES, QUESTION, answers_beside
from agent.guided.steps.appointments import (
    cancel_step,
    move_step,
)
from agent.guided.steps.length import length_and_price
from agent.guided.steps.proof import FIND
from agent.guided.steps.search import search_step
from agent.guided.steps.standing import not_on_that_day
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.vocabulary.closed_classes import closed_words
from agent.mentions.beyond_one.relatives import names_somebody_else
from agent.mentions.changes_told import refuses_change
from agent.mentions.concerns import concern_in
from agent.mentions.own_appointment import (
    asks_of_it,
    forgot_it,
    is_tagged,
    wants_another,
    wants_the_same,
)
from agent.mentions.own_appointment.coming import booked_by_mistake, says_cannot_come
from agent.mentions.staffing import Staffing
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import parse_message
from agent.wishes.wish import update_draft
from booking_core.time.wall_clock import zone

# What else is said plainly is no question of the appointment.
PLAIN = frozenset({"cancel", "move", "person", "restart", "forget"})
# Topics that words of an appointment touch as well: "who am I with?", "do you have me down?".
TOUCHED = frozenset({"", "staff", "hours", "contact", "services"})
MOST_OTHER_WORDS = 2
BETTER = re.compile(r"(?<!\w)(?:better|besser|lieber|mieux|mejor|meglio|עדיף|[اأ]حسن|[اأ]فضل)(?!\w)", re.I)


def another_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A wish for one more appointment is no wish to move the one there is."""
    if not _only_stands(context) or said.intent in PLAIN or said.contact.written:
        return None
    if not wants_another(context.text, language_of(context.locale)) or said.topic in ("price", "duration"):
        return None
    said = structs.replace(said, when=context.situation.without_own_day(said.when))
    draft, latest = context.state.draft, context.situation.latest
    is_same = wants_the_same(context.text, language_of(context.locale))
    if not said.services and latest is not None and (is_same or said.has_time):
        draft.service_id = latest.service_id
    update_draft(context, said)
    if draft.service_id is None:
        return GuidedStep(tool="list_services")
    return search_step(context)


def other_time_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "Oh, I work on Thursday. Any chance of Monday?": another time is asked about, and no other service; so
    is what stands no longer possible, without a word of when."""
    is_other = (
        said.intent in (*PLAIN, "thanks", "goodbye") or said.topic or _names_other_service(context, said)
    )
    if not _only_stands(context) or is_other or said.contact.written or said.asks_presence:
        return None
    if concern_in(context.text, language_of(context.locale)) is not None:
        return None
    if (length := _other_length(context, said)) is not None:
        return GuidedStep(context.says.LENGTH_STAYS.format(length=length))
    is_about_it = asks_of_it(context.text, language_of(context.locale))
    for clause in () if is_about_it else (context.text, *CLAUSES.split(context.text)[:MOST_CLAUSES]):
        with hear_part(context, clause, is_alone=True):
            told = parse_message(context, ())
            if _asks_for_other_time(context, said, told):
                context.is_move_implied = True
                return move_step(context, told)
    is_given_up = _gives_up_own_day(context, said) or _cannot_come(context, said)
    return cancel_step(context) if is_given_up else None


def _names_other_service(context: TurnContext, said: ParsedMessage) -> bool:
    latest = context.situation.latest
    return any(latest is None or service.id != latest.service_id for service in said.services)


def _other_length(context: TurnContext, said: ParsedMessage) -> str | None:
    """ "Make it 90 minutes", of the appointment that is shorter: that length, and what it costs."""
    latest = context.situation.latest
    if latest is None or said.length_min in (None, latest.duration_min):
        return None
    if not (QUESTION.search(context.text) or said.instead or names_little_else(context, said)):
        return None
    service = context.catalogue.service(latest.service_id)
    return length_and_price(context, service, said.length_min or 0)


def _asks_for_other_time(context: TurnContext, whole: ParsedMessage, told: ParsedMessage) -> bool:
    language = language_of(context.locale)
    is_asked = bool(QUESTION.search(context.text)) or whole.instead or bool(BETTER.search(context.text))
    if not is_asked or told.services or names_somebody_else(context.text, language):
        return False
    if told.more:
        return True
    own = context.situation.own_day(told.when)
    return own is not None and told.has_day and not told.when.problems and not told.when.allows_day(own)


def _cannot_come(context: TurnContext, said: ParsedMessage) -> bool:
    """ "I won't be able to make it", of the day of the appointment or of none."""
    when = said.when
    if QUESTION.search(context.text) or not (when.is_empty or context.situation.names_own_day_alone(when)):
        return False
    return says_cannot_come(context.text, language_of(context.locale))


def _gives_up_own_day(context: TurnContext, said: ParsedMessage) -> bool:
    """ "Thursday does not work for me after all", and no other day."""
    own, when = context.situation.own_day(said.when), said.when
    if own is None or QUESTION.search(context.text) or when.dates or when.weekdays or when.problems:
        return False
    is_refused = bool(when.not_dates or when.not_weekdays)
    return is_refused and not when.allows_day(own)


def asked_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A question when it is, with whom, or whether it stands is answered with its card."""
    if not _only_stands(context) or said.intent in PLAIN or said.topic not in TOUCHED or said.contact.email:
        return None
    language = language_of(context.locale)
    if said.services and names_somebody_else(context.text, language):
        return None
    is_asked = asks_of_it(context.text, language) or any(
        forgot_it(sentence, language) for sentence in (context.text, *SENTENCES.split(context.text))
    )
    is_checked = is_tagged(context.text, language) and _tells_little_else(context, said)
    if not is_asked and not is_checked:
        return None
    told = f"{not_on_that_day(context)} {answers_beside(context, _asks_of_it)}".strip()
    return GuidedStep(told, tool=FIND, arguments={"purpose": "show"})


def leave_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "Bye then, until Thursday", "you're an angel, thanks": once it is booked, nothing else is wanted."""
    if not _only_stands(context) or said.intent in PLAIN or said.services or said.topic:
        return None
    language = language_of(context.locale)
    if says_goodbye(context.text, language):
        return GuidedStep(context.says.GOODBYE)
    return GuidedStep(context.says.THANKS) if is_only_polite(context.text, language) else None


def mistaken_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "I pressed it by mistake": what was just booked is not wanted, and is asked about."""
    if not _only_stands(context) or said.has_time or said.contact.written:
        return None
    is_mistake = booked_by_mistake(context.text, language_of(context.locale))
    return cancel_step(context) if is_mistake else None


def keep_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "Don't cancel it, I am coming": nothing was to be done, and nothing is."""
    is_kept = (
        _only_stands(context)
        and not said.intent
        and refuses_change(context.text, language_of(context.locale))
    )
    return GuidedStep(context.says.KEPT_ANYWAY) if is_kept and "?" not in context.text else None


def _only_stands(context: TurnContext) -> bool:
    return context.pressed is None and context.situation.stands_alone


def _tells_little_else(context: TurnContext, said: ParsedMessage) -> bool:
    """ "So it's at three, right?", "it is Dana I'm with, yeah?"."""
    names_it = said.has_time or said.staffing != Staffing()
    known = closed_words(language_of(context.locale))
    others = [word for word in words_besides(context, said).split() if word.casefold() not in known]
    return names_it and len(others) <= MOST_OTHER_WORDS


def _asks_of_it(context: TurnContext, clause: str) -> bool:
    language = language_of(context.locale)
    return asks_of_it(clause, language) or forgot_it(clause, language) or is_tagged(clause, language)


def mention_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "I'll come by bus, see you Thursday": the day of the appointment is mentioned, and no other."""
    latest = context.situation.latest
    if not _only_stands(context) or latest is None or not said.has_day or said.services or said.topic:
        return None
    local = latest.start.astimezone(zone(said.when.zone))
    is_own = all(days.first in (None, local.date()) and days.last == local.date() for days in said.when.dates)
    if not is_own or said.when.weekdays or not (said.when.allows(latest.start) or not said.when.times):
        return None
    if "?" in context.text:
        return GuidedStep(tool=FIND, arguments={"purpose": "show"})
    return GuidedStep(context.says.ALL_RIGHT)
