"""What to say or do once a tool has run."""

from typing import Any

from agent import phrases
from agent.guided.plan import contact_step, looking
from agent.guided.proving import found
from agent.guided.step import Step
from agent.talk import Talk


def after(talk: Talk, tool: str, result: dict[str, Any]) -> Step:
    """The step after a tool's result."""
    if "refused" in result and tool != "hold_time":
        return Step(phrases.COULD_NOT.format(detail=result["detail"]))
    match tool:
        case "list_services":
            return Step(phrases.HERE_IS_THE_LIST)
        case "find_times":
            return _found(talk, result)
        case "hold_time":
            return _held(talk, result)
        case "ask_contact_details":
            return Step(_kept(talk))
        case "propose_booking" | "propose_cancel":
            return Step(phrases.PLEASE_CHECK.format(deed=result["deed"]))
        case "find_my_booking":
            return found(talk, result)
        case "start_move":
            return Step(phrases.MOVE_WHEN) if talk.notepad.draft.when.is_empty else looking(talk)
        case "release_time":
            return Step(phrases.WHAT_INSTEAD.format(done="booked"))
        case "hand_over":
            return Step(phrases.HANDED_OVER)
    return Step(phrases.WHICH_SERVICE)


def _found(talk: Talk, result: dict[str, Any]) -> Step:
    draft, offers = talk.notepad.draft, result["offers"]
    staff = f" with {result['staff']}" if draft.staff_id else ""
    names = {"service": result["service"], "staff": staff}
    reason = phrases.REASONS.get(result.get("why_none", ""), phrases.NOT_AT_THAT_TIME)
    if result.get("nobody_in"):
        reason = (
            phrases.STAFF_AWAY.format(staff=result["staff"])
            if draft.staff_id
            else phrases.REASONS["time_off"]
        )
    if not offers and result["earlier"]:
        return Step(phrases.NOTHING_EARLIER)
    if not offers:
        return Step(phrases.NOTHING_AT_ALL.format(reason=reason, **names))
    draft.last_day = talk.notepad.offers[offers[-1]["handle"]].start.astimezone(talk.zone).date()
    if not result["fits"]:
        return Step(phrases.NONE_FIT.format(reason=reason, **names))
    if len(offers) == 1 and draft.when.dates and draft.when.times:
        return Step(tool="hold_time", arguments={"handle": offers[0]["handle"]})
    sentence = phrases.SOONEST if draft.when.is_empty else phrases.THESE_FIT
    return Step(sentence.format(**names))


def _held(talk: Talk, result: dict[str, Any]) -> Step:
    if "refused" not in result:
        return contact_step(talk)
    if "wanted" not in result:
        return Step(phrases.COULD_NOT.format(detail=result["detail"]))
    sentence = phrases.JUST_TAKEN if result["alternatives"] else phrases.JUST_TAKEN_ALONE
    return Step(sentence.format(wanted=result["wanted"]))


def _kept(talk: Talk) -> str:
    offer = talk.notepad.held_offer
    staff = talk.catalogue.resources.get(offer.staff_id or "") if offer else None
    return phrases.KEPT_NEEDS_CONTACT.format(
        held=offer.label if offer else "that time", staff=f" with {staff.name}" if staff else ""
    )
