"""What to say or do once a tool has run."""

from collections.abc import Callable
from typing import Any

from msgspec import structs

from agent.conversation.choices import Offer
from agent.conversation.places import needs_clock, service_label
from agent.guided.replies.condolence import what_instead, without_cheer
from agent.guided.replies.hours import out_of_hours
from agent.guided.steps.length import ask_length, is_length_open, with_length, with_other_length
from agent.guided.steps.proof import after_find_booking, ask_which_booking
from agent.guided.steps.search import contact_step, hold_sentence, search_step
from agent.guided.steps.step import GuidedStep
from agent.languages.texts.people import about_people_in
from agent.languages.texts.refusals import NOT_NOW, sentence_for_code
from agent.mentions.beyond_one.remainder import PEOPLE
from agent.mentions.names.people import staff_in
from agent.mentions.relative_times import exact_when
from agent.turn_context import TurnContext
from agent.ui_blocks.card_actions import MOVE
from agent.when import DateRange, When
from agent.wishes.spoken_times import times_in
from booking_core.errors import HoldExpired


def step_after_tool(context: TurnContext, tool: str, result: dict[str, Any]) -> GuidedStep:
    """The step after a tool's result."""
    step = _step_after_tool(context, tool, result)
    return structs.replace(step, say=without_cheer(context, step.say))


def _step_after_tool(context: TurnContext, tool: str, result: dict[str, Any]) -> GuidedStep:
    if "refused" in result and tool != "hold_time":
        return _after_refusal(context, result)
    return STEP_AFTER[tool](context, result) if tool in STEP_AFTER else GuidedStep(context.says.WHICH_SERVICE)


def _after_refusal(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    draft, held = context.state.draft, context.state.held_offer
    if result["refused"] == HoldExpired.code and held is not None:
        # Finding a phone number takes as long as it takes: the same time once more, as after a late yes.
        context.state.clear_hold()
        return GuidedStep(context.says.EXPIRED, tool="hold_time", arguments={"handle": held.handle})
    service = context.catalogue.services.get(draft.service_id or "")
    if result["refused"] == "party_too_large" and service is not None:
        draft.party_size = service.capacity
        # A yes is to this question now, to none of the times that were shown before.
        context.state.close("time", "more_times")
        # That says it of the people who come; what else is left over is said by who ends the turn.
        context.new_remainders = tuple(one for one in context.new_remainders if one.kind != PEOPLE)
        sentence = context.says.ONE_PERSON if service.capacity == 1 else context.says.ONE_AT_A_TIME
        return GuidedStep(sentence.format(service=service.name, most=service.capacity))
    return _refusal_step(context, result)


def _refusal_step(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    """The refusal of a tool, in the customer's language. What a rule tells models is no sentence for
    customers."""
    detail = sentence_for_code(context.locale, result["refused"], result.get("detail", NOT_NOW))
    return GuidedStep(context.says.COULD_NOT.format(detail=detail))


def _after_services(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    return GuidedStep(
        context.says.HERE_IS_THE_LIST if result["services"] else context.says.NOT_ENTERED["services"]
    )


def _after_times(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    if "ask_the_customer" in result:
        return GuidedStep(result["ask_the_customer"])
    says, draft, offers = context.says, context.state.draft, result["offers"]
    staff = says.WITH_STAFF.format(staff=result["staff"]) if draft.staff_id else ""
    names = {"service": _label(context, result), "staff": staff}
    if not offers and result["earlier"]:
        return GuidedStep(says.NOTHING_EARLIER)
    if not offers and result.get("later"):
        return GuidedStep(says.NOTHING_LATER)
    if not offers:
        return GuidedStep(says.NOTHING_AT_ALL.format(reason=_reason(context, result), **names))
    first = context.state.offers[offers[0]["handle"]]
    service = context.catalogue.service(first.service_id)
    draft.last_day = context.state.offers[offers[-1]["handle"]].start.astimezone(context.zone).date()
    clock = _clock(context, first, result["time_zone"])
    is_doubted, draft.doubted = draft.doubted, False
    if not result["fits"]:
        return GuidedStep(says.NONE_FIT.format(reason=_reason(context, result), **names) + clock)
    if (
        len(offers) == 1
        and not is_doubted
        and draft.when.dates
        and draft.when.times
        and not result["earlier"]
        and not result.get("later")
    ):
        hold = GuidedStep(tool="hold_time", arguments={"handle": offers[0]["handle"]})
        return ask_length(context, service) if is_length_open(context, service) else hold
    sentence = says.SOONEST if draft.when.is_empty else says.THESE_FIT
    return with_other_length(context, service, sentence.format(**names) + clock)


def _clock(context: TurnContext, offer: Offer, time_zone: str) -> str:
    """On whose clock the times are told, where another could be meant."""
    is_told = context.state.draft.zone or needs_clock(
        context.catalogue, offer.start, time_zone, context.visitor_zone
    )
    return f" {context.says.OTHER_ZONE.format(zone=time_zone)}" if is_told else ""


def _label(context: TurnContext, result: dict[str, Any]) -> str:
    """What the times are for: the service with its length where there are several, and the place."""
    label = service_label(context.catalogue, result["service"], context.place)
    offers = result["offers"]
    if not offers:
        return label
    offer = context.state.offers[offers[0]["handle"]]
    return with_length(context, context.catalogue.service(offer.service_id), label, offer.duration_min)


def _reason(context: TurnContext, result: dict[str, Any]) -> str:
    """Why there is nothing at the time that was asked for."""
    says = context.says
    if result.get("nobody_in"):
        if context.state.draft.staff_id:
            return str(says.STAFF_AWAY.format(staff=result["staff"]))
        return str(says.REASONS["time_off"])
    rule = result.get("why_none", "")
    if rule == "no_qualified_staff" and context.state.draft.staff_id is None:
        rule = "time_off"  # Nobody was named who might not do it.
    return str(says.REASONS.get(rule) or _out_of_hours(context) or says.NOT_AT_THAT_TIME)


def _out_of_hours(context: TurnContext) -> str:
    """The hours that the time which was asked for lies outside of, on the clock of the place."""
    draft, place = context.state.draft, context.place
    if place is None or draft.when.zone != place.time_zone:
        return ""
    person = context.catalogue.resources.get(draft.staff_id or "")
    return out_of_hours(context, person, place, draft.when).rstrip(".")


def _after_hold(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    says = context.says
    if "refused" not in result:
        return contact_step(context, is_just_kept=True)
    if "wanted" not in result:
        return _refusal_step(context, result)
    sentence = says.JUST_TAKEN if result["alternatives"] else says.JUST_TAKEN_ALONE
    return GuidedStep(sentence.format(wanted=result["wanted"]))


def _after_contact_form(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    if "form_shown" not in result:
        return contact_step(context)
    return GuidedStep(hold_sentence(context, context.says.KEPT_NEEDS_CONTACT))


def _after_proposal(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    if "needs_code" in result:
        return GuidedStep(context.says.CONTACT_CODE_SENT.format(email=context.state.proving_contact))
    if (asked := ask_which_booking(context, result, "cancel")) is not None:
        return asked
    summary = context.state.summary
    if "deed" not in result or summary is None:
        return contact_step(context)
    asked = summary.entry_in(context.says.PLEASE_CHECK)
    if (other := result.get("other_person")) and other["then"]:
        changes = context.says.STAFF_CHANGES.format(staff=other["then"], before=other["before"])
        return GuidedStep(f"{changes} {asked}")
    return GuidedStep(asked)


def _after_move_start(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    if (asked := ask_which_booking(context, result, "move")) is not None:
        return asked
    # Only now it is known what "half an hour later" is later than; the code may have come in between.
    # What was read before that counts for nothing: "Thursday" is of the week of the appointment.
    context.state.draft.when = When()
    wanted = _on_its_day(context, context.situation.without_own_day(times_in(context, context.state.wish)))
    context.state.draft.when = _at_its_time(context) if wanted.is_empty else wanted
    context.state.wish = ""
    meant = context.says.MOVE_MEANT.format(service=result["moving"], when=result["now_at"])
    if not context.state.draft.when.is_empty or context.is_move_implied:
        step = search_step(context)
        return structs.replace(step, say=f"{meant} {step.say}".strip()) if context.is_move_implied else step
    if context.pressed is not None and context.pressed.verb == MOVE:
        # Whoever presses a button is shown what can be pressed next.
        return search_step(context)
    return GuidedStep(context.says.MOVE_WHEN)


def _at_its_time(context: TurnContext) -> When:
    """Whoever wants somebody else and says nothing of a time wants them at the same one."""
    base, is_other = context.state.draft.base, staff_in(context.catalogue, context.state.wish)
    return exact_when(base.astimezone(context.zone), context.zone) if base and is_other else When()


def _on_its_day(context: TurnContext, when: When) -> When:
    """ "At five", of an appointment that is to be moved: on the day that it has."""
    base = context.state.draft.base
    is_hour = bool(when.times) and all(times.first == times.last for times in when.times)
    if base is None or not is_hour or when.dates or when.weekdays or when.soonest or when.problems:
        return when
    day = base.astimezone(context.zone).date()
    return structs.replace(when, dates=(DateRange(day, day),))


STEP_AFTER: dict[str, Callable[[TurnContext, dict[str, Any]], GuidedStep]] = {
    "list_services": _after_services,
    "find_times": _after_times,
    "hold_time": _after_hold,
    "ask_contact_details": _after_contact_form,
    "propose_booking": _after_proposal,
    "propose_cancel": _after_proposal,
    "start_move": _after_move_start,
    "find_my_booking": after_find_booking,
    "release_time": lambda context, _: GuidedStep(what_instead(context)),
    "introduce_person": lambda context, told: GuidedStep(
        about_people_in(context.locale).meet.format(name=told["name"])
    ),
    "suggest_answers": lambda _talk, _: GuidedStep(),
}
