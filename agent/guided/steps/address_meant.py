"""An e-mail address that misses a well-known domain by a slip: nobody gets letters there, and nobody but the
customer knows what was meant."""

from agent.assent import plain_answer
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.turn_context import TurnContext
from booking_core.customers.mail_domains import likely_address


def ask_address_meant(context: TurnContext) -> GuidedStep | None:
    """Ask once about such an address, which is not kept before that is answered; whoever gives it again means
    it."""
    draft = context.state.draft
    typed = draft.email
    meant = likely_address(typed) if typed and typed != draft.doubted_email else None
    if typed is None or meant is None:
        return None
    draft.doubted_email, draft.email = typed, None
    if context.state.contact is not None and context.state.contact.email == typed:
        context.state.contact = None
    return GuidedStep(
        context.says.ADDRESS_MEANT.format(address=meant),
        tool="suggest_answers",
        arguments={"answers": [meant, typed]},
    )


def hear_address_meant(context: TurnContext) -> bool:
    """Whether a typed yes or no answered that question; the address is in the draft then."""
    draft = context.state.draft
    if (
        draft.doubted_email is None
        or draft.email
        or not context.state.awaits_contact
        or context.pressed is not None
    ):
        return False
    answer = plain_answer(context.text, language_of(context.locale))
    if answer == "agree":
        draft.email = draft.doubted_email = likely_address(draft.doubted_email)
    elif answer == "decline":
        draft.email = draft.doubted_email
    return answer in ("agree", "decline")
