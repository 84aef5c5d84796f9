"""What is neither a booking nor a question: greetings, thanks, chatter, abuse; and saying so when nothing was understood."""

from agent.guided.steps.step import Step
from agent.languages.texts.refusals import why_not
from agent.languages.wording import listed
from agent.turn_context import Talk
from agent.wishes.understanding import Understanding

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


def polite(talk: Talk, said: Understanding) -> Step | None:
    """The sentence for what is only manners."""
    if said.intent == "greeting":
        # Whoever has nothing to book says that alone.
        return Step(talk.says.GREETING if talk.catalogue.services else "", tool="list_services")
    return Step(getattr(talk.says, ANSWERS[said.intent])) if said.intent in ANSWERS else None


def _person_offered(talk: Talk) -> Step:
    """How to reach the business, and a button to ask for a person: nobody has asked for one yet, and the team is told of nothing."""
    says, summary = talk.says, talk.notepad.summary
    organization = talk.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [says.NOT_UNDERSTOOD]
    if ways:
        told.append(says.ABOUT_CONTACT.format(contact=listed(ways, says.OR)))
    if summary is not None:
        told.append(summary.words_in(says.NOT_YET))
    label = says.ASK_FOR_A_PERSON
    answers = {"answers": [label], "meanings": {label: "I want to talk to a person"}}
    return Step(" ".join(told), tool="suggest_answers", arguments=answers)


def lost(talk: Talk) -> Step:
    """Nothing was understood: say what would be, and after the second time in a row offer a person."""
    notepad, draft = talk.notepad, talk.notepad.draft
    draft.lost += 1
    if draft.lost >= LOST_TWICE:
        draft.lost = 0
        return _person_offered(talk)
    if notepad.summary is not None:
        return Step(f"{talk.says.NOT_UNDERSTOOD} {notepad.summary.words_in(talk.says.NOT_YET)}")
    if notepad.hold_id is not None and notepad.contact is None and "@" in talk.text:
        detail = why_not(talk.locale, "email", "That e-mail address does not look right.")
        return Step(talk.says.BAD_CONTACT.format(detail=detail))
    if notepad.hold_id is not None and notepad.contact is None and notepad.moving is None:
        return Step(talk.says.LOST_CONTACT)
    if draft.service_id is not None:
        return Step(talk.says.LOST_TIME)
    example = next(iter(talk.catalogue.services.values()), None)
    if example is None:
        return Step(f"{talk.says.NOT_UNDERSTOOD} {talk.says.NOT_ENTERED['services']}")
    return Step(talk.says.LOST.format(service=example.name))
