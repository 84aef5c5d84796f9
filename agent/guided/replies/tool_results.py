"""What to say or do once a tool has run."""

from collections.abc import Callable
from typing import Any

from agent.conversation.places import named_service, needs_clock
from agent.guided.steps.proof import found, which_one
from agent.guided.steps.search import contact_step, looking, told_kept
from agent.guided.steps.step import Step
from agent.languages.texts.refusals import NOT_NOW, why_not
from agent.mentions.beyond_one.finding import PEOPLE
from agent.turn_context import Talk
from agent.wishes.understanding import times_said
from booking_core.errors import HoldExpired


def after(talk: Talk, tool: str, result: dict[str, Any]) -> Step:
    """The step after a tool's result."""
    if "refused" in result and tool != "hold_time":
        return _refused(talk, result)
    return AFTER[tool](talk, result) if tool in AFTER else Step(talk.says.WHICH_SERVICE)


def _refused(talk: Talk, result: dict[str, Any]) -> Step:
    draft, held = talk.notepad.draft, talk.notepad.held_offer
    if result["refused"] == HoldExpired.code and held is not None:
        # Finding a phone number takes as long as it takes: the same time once more, as after a late yes.
        talk.notepad.let_go()
        return Step(talk.says.EXPIRED, tool="hold_time", arguments={"handle": held.handle})
    service = talk.catalogue.services.get(draft.service_id or "")
    if result["refused"] == "party_too_large" and service is not None:
        draft.party_size = service.capacity
        # A yes is to this question now, to none of the times that were shown before.
        talk.notepad.close("time", "more_times")
        # That says it of the people who come; what else is left over is said by who ends the turn.
        talk.new_remainders = tuple(one for one in talk.new_remainders if one.kind != PEOPLE)
        sentence = talk.says.ONE_PERSON if service.capacity == 1 else talk.says.ONE_AT_A_TIME
        return Step(sentence.format(service=service.name, most=service.capacity))
    return _could_not(talk, result)


def _could_not(talk: Talk, result: dict[str, Any]) -> Step:
    """The refusal of a tool, in the customer's language. What a rule tells models is no sentence for customers."""
    detail = why_not(talk.locale, result["refused"], result.get("detail", NOT_NOW))
    return Step(talk.says.COULD_NOT.format(detail=detail))


def _listed(talk: Talk, result: dict[str, Any]) -> Step:
    return Step(talk.says.HERE_IS_THE_LIST if result["services"] else talk.says.NOT_ENTERED["services"])


def _found(talk: Talk, result: dict[str, Any]) -> Step:
    if "ask_the_customer" in result:
        return Step(result["ask_the_customer"])
    says, draft, offers = talk.says, talk.notepad.draft, result["offers"]
    staff = says.WITH_STAFF.format(staff=result["staff"]) if draft.staff_id else ""
    names = {"service": named_service(talk.catalogue, result["service"], talk.place), "staff": staff}
    if not offers and result["earlier"]:
        return Step(says.NOTHING_EARLIER)
    if not offers and result.get("later"):
        return Step(says.NOTHING_LATER)
    if not offers:
        return Step(says.NOTHING_AT_ALL.format(reason=_reason(talk, result), **names))
    first = talk.notepad.offers[offers[0]["handle"]]
    draft.last_day = talk.notepad.offers[offers[-1]["handle"]].start.astimezone(talk.zone).date()
    clock = (
        f" {says.OTHER_ZONE.format(zone=result['time_zone'])}"
        if draft.zone or needs_clock(talk.catalogue, first.start, result["time_zone"], talk.visitor_zone)
        else ""
    )
    is_doubted, draft.doubted = draft.doubted, False
    if not result["fits"]:
        return Step(says.NONE_FIT.format(reason=_reason(talk, result), **names) + clock)
    if (
        len(offers) == 1
        and not is_doubted
        and draft.when.dates
        and draft.when.times
        and not result["earlier"]
        and not result.get("later")
    ):
        return Step(tool="hold_time", arguments={"handle": offers[0]["handle"]})
    sentence = says.SOONEST if draft.when.is_empty else says.THESE_FIT
    return Step(sentence.format(**names) + clock)


def _reason(talk: Talk, result: dict[str, Any]) -> str:
    """Why there is nothing at the time that was asked for."""
    says = talk.says
    if result.get("nobody_in"):
        if talk.notepad.draft.staff_id:
            return str(says.STAFF_AWAY.format(staff=result["staff"]))
        return str(says.REASONS["time_off"])
    return str(says.REASONS.get(result.get("why_none", ""), says.NOT_AT_THAT_TIME))


def _held(talk: Talk, result: dict[str, Any]) -> Step:
    says = talk.says
    if "refused" not in result:
        return contact_step(talk, is_just_kept=True)
    if "wanted" not in result:
        return _could_not(talk, result)
    sentence = says.JUST_TAKEN if result["alternatives"] else says.JUST_TAKEN_ALONE
    return Step(sentence.format(wanted=result["wanted"]))


def _contact_asked(talk: Talk, result: dict[str, Any]) -> Step:
    if "form_shown" not in result:
        return contact_step(talk)
    return Step(told_kept(talk, talk.says.KEPT_NEEDS_CONTACT))


def _proposed(talk: Talk, result: dict[str, Any]) -> Step:
    if "needs_code" in result:
        return Step(talk.says.CONTACT_CODE_SENT.format(email=talk.notepad.proving_contact))
    if (asked := which_one(talk, result, "cancel")) is not None:
        return asked
    summary = talk.notepad.summary
    if "deed" not in result or summary is None:
        return contact_step(talk)
    return Step(summary.words_in(talk.says.PLEASE_CHECK))


def _move_begun(talk: Talk, result: dict[str, Any]) -> Step:
    if (asked := which_one(talk, result, "move")) is not None:
        return asked
    # Only now it is known what "half an hour later" is later than; the code may have come in between.
    talk.notepad.draft.when = times_said(talk, talk.notepad.wish)
    talk.notepad.wish = ""
    return Step(talk.says.MOVE_WHEN) if talk.notepad.draft.when.is_empty else looking(talk)


AFTER: dict[str, Callable[[Talk, dict[str, Any]], Step]] = {
    "list_services": _listed,
    "find_times": _found,
    "hold_time": _held,
    "ask_contact_details": _contact_asked,
    "propose_booking": _proposed,
    "propose_cancel": _proposed,
    "start_move": _move_begun,
    "find_my_booking": found,
    "release_time": lambda talk, _: Step(talk.says.WHAT_INSTEAD),
    "hand_over": lambda talk, result: Step(
        talk.says.HANDED_OVER if result["ways_to_reach_a_person"] else talk.says.HANDED_OVER_ONLY
    ),
    "suggest_answers": lambda _talk, _: Step(),
}
