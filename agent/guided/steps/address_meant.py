"""An e-mail address that misses a well-known domain by a slip: nobody gets letters there, and nobody but the customer knows what was meant."""

from agent.assent import plain_answer
from agent.guided.steps.step import Step
from agent.languages import language_of
from agent.turn_context import Talk
from booking_core.customers.mail_domains import likely_address


def ask_address_meant(talk: Talk) -> Step | None:
    """Ask once about such an address, which is not kept before that is answered; whoever gives it again means it."""
    draft = talk.notepad.draft
    typed = draft.email
    meant = likely_address(typed) if typed and typed != draft.doubted_email else None
    if typed is None or meant is None:
        return None
    draft.doubted_email, draft.email = typed, None
    if talk.notepad.contact is not None and talk.notepad.contact.email == typed:
        talk.notepad.contact = None
    return Step(
        talk.says.ADDRESS_MEANT.format(address=meant),
        tool="suggest_answers",
        arguments={"answers": [meant, typed]},
    )


def hear_address_meant(talk: Talk) -> bool:
    """Whether a typed yes or no answered that question; the address is in the draft then."""
    draft = talk.notepad.draft
    if (
        draft.doubted_email is None
        or draft.email
        or not talk.notepad.awaits_contact
        or talk.pressed is not None
    ):
        return False
    answer = plain_answer(talk.text, language_of(talk.locale))
    if answer == "agree":
        draft.email = draft.doubted_email = likely_address(draft.doubted_email)
    elif answer == "decline":
        draft.email = draft.doubted_email
    return answer in ("agree", "decline")
