"""Why nothing is free, in one sentence, with the way to what would change it."""

from collections.abc import Sequence

from msgspec import Struct

from booking_core.availability.obstacle import Cause, Obstacle
from booking_core.availability.rules import AWAY, BEYOND_WINDOW, FULLY_BOOKED, NOTICE
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service
from web.console.rendering.typed_lengths import DAY
from web.console.settings.services.spans import length_text
from web.console.words.translate import gettext

NAMED = 3


class Reason(Struct, frozen=True):
    """``link`` is a field of the form (``#…``), or an address below that of the settings."""

    text: str
    link: str
    label: str


def reason_of(obstacle: Obstacle, service: Service) -> Reason:
    return _of_cause(obstacle, service) if obstacle.cause else _of_rule(obstacle.rule, service)


def _of_cause(obstacle: Obstacle, service: Service) -> Reason:
    place, who = obstacle.location.name, _names(obstacle.who)
    hours = f"/hours/{obstacle.location.id}"
    match obstacle.cause:
        case Cause.NOBODY:
            return Reason(gettext("Nobody does it yet."), "#resource_ids", gettext("Say who does it"))
        case Cause.ELSEWHERE:
            text = gettext("Nobody and nothing at %(place)s can do this.", place=place)
            return Reason(text, "#resource_ids", gettext("Say who does it"))
        case Cause.PLACE_CLOSED:
            return Reason(gettext("%(place)s is never open.", place=place), hours, gettext("Opening hours"))
        case Cause.NO_HOURS:
            text = gettext("%(who)s: no hours in which %(place)s is open.", who=who, place=place)
            return Reason(text, "/hours", gettext("Opening hours"))
        case Cause.NEVER_TOGETHER:
            text = gettext("%(who)s: never there at the same time.", who=who)
            return Reason(text, "/hours", gettext("Opening hours"))
        case Cause.NEVER_ON_GRID:
            step = length_text(service.slot_step_min)
            text = gettext("A start every %(step)s from midnight on meets no opening hours.", step=step)
            return Reason(text, "#slot_step_min", gettext("Change it"))
    length = length_text(service.duration_min)
    text = gettext("It takes %(length)s, and nobody is there that long at a stretch.", length=length)
    return Reason(text, "#durations", gettext("Change the length"))


def _of_rule(rule: str, service: Service) -> Reason:
    change = gettext("Change it")
    if rule == AWAY:
        return Reason(gettext("Everybody who does it is away."), "/time-off", gettext("Time off"))
    if rule == NOTICE:
        notice = length_text(service.min_notice_min)
        text = gettext("It is booked %(notice)s before the start at the latest: too early.", notice=notice)
        return Reason(text, "#min_notice_min", change)
    if rule == BEYOND_WINDOW:
        window = length_text(service.booking_window_days * DAY, DAY)
        text = gettext("It can be booked %(window)s ahead, and nobody is there until then.", window=window)
        return Reason(text, "#booking_window_days", change)
    if rule == FULLY_BOOKED:
        return Reason(gettext("Everything is booked."), "#resource_ids", gettext("Say who does it"))
    return Reason(gettext("Somebody is booking the last free time just now."), "", "")


def _names(who: Sequence[Resource]) -> str:
    names = [one.name for one in who]
    return ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
