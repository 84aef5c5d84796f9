"""What happened in a conversation, in words: tools, checks, runs and summaries by their names within."""

from typing import Any

from web.console.words.translate import N_, gettext

TOOLS = {
    "list_services": N_("Looked at the services"),
    "find_times": N_("Looked for free times"),
    "hold_time": N_("Kept a time"),
    "release_time": N_("Let a time go"),
    "ask_contact_details": N_("Asked for contact details"),
    "propose_booking": N_("Showed a booking to agree to"),
    "start_move": N_("Began to move an appointment"),
    "propose_cancel": N_("Showed a cancellation to agree to"),
    "find_my_booking": N_("Looked for a booking"),
    "business_info": N_("Looked something up"),
    "introduce_person": N_("Looked something up"),
    "hand_over": N_("Handed over to a person"),
    "suggest_answers": N_("Suggested answers"),
    "confirm_booking": N_("Booked"),
    "confirm_move": N_("Moved"),
    "confirm_cancel": N_("Cancelled"),
}
WORDS_OF_A_TRANSCRIPT: dict[str, Any] = {
    "roles_in_chat": {
        "customer": N_("Customer"),
        "assistant": N_("Assistant"),
        "operator": N_("Operator"),
        "system": N_("Note"),
    },
    "run_states": {
        "queued": N_("Waiting"),
        "running": N_("Running"),
        "completed": N_("Completed"),
        "failed": N_("Failed"),
        "cancelled": N_("Stopped"),
    },
    "summary_outcomes": {
        "agreed": N_("Agreed"),
        "declined": N_("Declined"),
        "expired": N_("Expired"),
    },
}


def step_label(kind: str, name: str, *, ok: bool) -> str:
    """What a step was, for people; its name for what has none, and for each of the checks that passed."""
    if kind == "rule" and not ok:
        return gettext("A check said no")
    return gettext(TOOLS.get(name, "")) or name
