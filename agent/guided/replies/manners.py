"""What is neither a booking nor a question: greetings, thanks, chatter, abuse; and saying so when nothing was
understood."""

import re

from agent.guided.steps.search import has_wanted_hold, hold_sentence, offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages.texts.refusals import sentence_for_code
from agent.languages.wording import join_words
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage

# Said twice in a row that nothing was understood, a person is offered.
LOST_TWICE = 2
ANSWERS = {
    "thanks": "THANKS",
    "goodbye": "GOODBYE",
    "bargain": "FIXED_PRICES",
    "abuse": "CALM",
    "small_talk": "SMALL_TALK",
    "out_of_scope": "OUT_OF_SCOPE",
}


# What is answered so whatever else it touches on: "half price" asks for no price list.
REFUSED = frozenset({"bargain", "abuse", "out_of_scope"})


# After these the step goes on that was open.
CHATTER = frozenset({"small_talk", "out_of_scope"})
# What is asked for fun.
PLAY = re.compile(
    r"joke|funny|poem|song|riddle|witz|gedicht|lied|rätsel|blague|poème|chanson|devinette|chiste|poema|canción|adivinanza|"
    r"barzelletta|poesia|canzone|indovinello|בדיחה|שיר|חידה|نكتة|قصيدة|أغنية|لغز",
    re.I,
)


def courtesy_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The sentence for what is only manners."""
    if said.intent == "greeting":
        # Whoever has nothing to book says that alone.
        return GuidedStep(context.says.GREETING if context.catalogue.services else "", tool="list_services")
    if said.intent not in ANSWERS:
        return None
    is_play = said.intent == "out_of_scope" and PLAY.search(context.text)
    told = context.says.JOKES if is_play else getattr(context.says, ANSWERS[said.intent])
    return GuidedStep(f"{told} {open_question(context) if said.intent in CHATTER else ''}".strip())


def open_question(context: TurnContext) -> str:
    """What is asked at the moment, for whoever has come off it; a summary is told by who answers at one."""
    state, says = context.state, context.says
    if state.summary is not None or state.moving is not None:
        return ""
    if has_wanted_hold(context) and state.contact is None:
        missing = says.KEPT_NEEDS_WAY if state.draft.name else says.KEPT_NEEDS_CONTACT
        return hold_sentence(context, missing, name=state.draft.name or "")
    return str(says.WHICH_TIME) if offers_on_screen(context) else ""


def _offer_person(context: TurnContext) -> GuidedStep:
    """How to reach the business, and a button to ask for a person: nobody has asked for one yet, and the team
    is told of nothing."""
    says = context.says
    organization = context.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [says.NOT_UNDERSTOOD]
    if ways:
        told.append(says.ABOUT_CONTACT.format(contact=join_words(ways, says.OR)))
    label = says.ASK_FOR_A_PERSON
    answers = {"answers": [label], "meanings": {label: "I want to talk to a person"}}
    return GuidedStep(" ".join(told), tool="suggest_answers", arguments=answers)


def not_understood_step(context: TurnContext) -> GuidedStep:
    """Nothing was understood: say what would be, and after the second time in a row offer a person."""
    state, draft = context.state, context.state.draft
    draft.lost += 1
    if draft.lost >= LOST_TWICE:
        draft.lost = 0
        return _offer_person(context)
    if state.summary is not None:
        return GuidedStep(context.says.NOT_UNDERSTOOD)
    if state.hold_id is not None and state.contact is None and "@" in context.text:
        detail = sentence_for_code(context.locale, "email", "That email address does not look right.")
        return GuidedStep(context.says.BAD_CONTACT.format(detail=detail))
    if state.hold_id is not None and state.contact is None and state.moving is None:
        return GuidedStep(context.says.LOST_CONTACT)
    if draft.service_id is not None:
        return GuidedStep(context.says.LOST_TIME)
    catalogue = context.catalogue
    example = next((one for one in catalogue.services.values() if catalogue.is_served(one.id)), None)
    if example is None:
        return GuidedStep(f"{context.says.NOT_UNDERSTOOD} {context.says.NOT_ENTERED['services']}")
    return GuidedStep(context.says.LOST.format(service=example.name))
