"""What is neither a booking nor a question: greetings, thanks, chatter, abuse; and saying so when nothing was
understood."""

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


def courtesy_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The sentence for what is only manners."""
    if said.intent == "greeting":
        # Whoever has nothing to book says that alone.
        return GuidedStep(context.says.GREETING if context.catalogue.services else "", tool="list_services")
    return GuidedStep(getattr(context.says, ANSWERS[said.intent])) if said.intent in ANSWERS else None


def _offer_person(context: TurnContext) -> GuidedStep:
    """How to reach the business, and a button to ask for a person: nobody has asked for one yet, and the team
    is told of nothing."""
    says, summary = context.says, context.state.summary
    organization = context.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [says.NOT_UNDERSTOOD]
    if ways:
        told.append(says.ABOUT_CONTACT.format(contact=join_words(ways, says.OR)))
    if summary is not None:
        told.append(summary.entry_in(says.NOT_YET))
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
        return GuidedStep(f"{context.says.NOT_UNDERSTOOD} {state.summary.entry_in(context.says.NOT_YET)}")
    if state.hold_id is not None and state.contact is None and "@" in context.text:
        detail = sentence_for_code(context.locale, "email", "That e-mail address does not look right.")
        return GuidedStep(context.says.BAD_CONTACT.format(detail=detail))
    if state.hold_id is not None and state.contact is None and state.moving is None:
        return GuidedStep(context.says.LOST_CONTACT)
    if draft.service_id is not None:
        return GuidedStep(context.says.LOST_TIME)
    example = next(iter(context.catalogue.services.values()), None)
    if example is None:
        return GuidedStep(f"{context.says.NOT_UNDERSTOOD} {context.says.NOT_ENTERED['services']}")
    return GuidedStep(context.says.LOST.format(service=example.name))
