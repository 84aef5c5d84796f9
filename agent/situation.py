"""What stands in a conversation when a message comes, and what its customer was asked last: one look at the
state, which everything reads that depends on either. Pure."""

from datetime import date

from msgspec import Struct, structs

from agent.conversation.choices import Offer
from agent.conversation.state import ConversationState
from agent.when import When
from booking_core.time.wall_clock import zone

SUMMARY, QUESTION, CONTACT, TIME = "summary", "question", "contact", "time"


class Situation(Struct, frozen=True):
    """``is_made``: an appointment was made in this conversation; ``is_known``: there is one that may be
    changed here, made or proven; ``latest``: the time of the one that was made or moved last; ``is_only``:
    there is no other. ``is_kept``: a time is kept for now; ``is_arranging``: "it" may be something else than
    what is booked; ``is_moving``: one is being moved. ``asked``: what they were asked last."""

    is_made: bool
    is_known: bool
    latest: Offer | None
    is_only: bool
    is_kept: bool
    is_summed_up: bool
    is_moving: bool
    is_arranging: bool
    asked: str

    @property
    def stands_alone(self) -> bool:
        """Whether an appointment stands that was made here, and nothing else is being arranged."""
        return self.is_made and not self.is_arranging

    @property
    def is_something_there(self) -> bool:
        """Whether "is it done?" has something it may mean: booked, kept or summed up."""
        return self.is_known or self.is_kept or self.is_summed_up

    def own_day(self, when: When) -> date | None:
        """The day of the appointment made last, on the clock that times are told by."""
        return self.latest.start.astimezone(zone(when.zone)).date() if self.latest is not None else None

    def names_own_day_alone(self, when: When) -> bool:
        """Whether the day of the appointment is told, no other and no hour."""
        own = self.own_day(when)
        is_day = bool(when.dates) and all(days.first == days.last == own for days in when.dates)
        is_more = when.weekdays or when.times or when.moments or when.relative
        return own is not None and is_day and not is_more

    def without_own_day(self, when: When) -> When:
        """The day of the appointment there is is mentioned, and not wanted, where another is told."""
        own = self.own_day(when)
        others = tuple(days for days in when.dates if not (days.first == days.last == own))
        weekdays = when.weekdays - {own.weekday()} if own is not None else when.weekdays
        if own is None or not (others or weekdays) or (others, weekdays) == (when.dates, when.weekdays):
            return when
        return structs.replace(when, dates=others, weekdays=weekdays, moments=())


def situation_of(state: ConversationState) -> Situation:
    is_keeping = state.hold_id is not None and (state.draft.settled or state.summary is not None)
    is_choosing = state.draft.service_id is not None or state.moving is not None
    return Situation(
        is_made=bool(state.appointments),
        is_known=bool(state.appointments or state.bookings),
        latest=state.latest,
        is_only=len({*state.appointments, *state.bookings.values()}) == 1,
        is_kept=state.hold_id is not None,
        is_summed_up=state.summary is not None,
        is_moving=state.moving is not None,
        is_arranging=is_keeping or is_choosing,
        asked=_asked(state),
    )


def _asked(state: ConversationState) -> str:
    """What waits for an answer, the nearest first; empty where nothing does."""
    if state.summary is not None:
        return SUMMARY
    if state.draft.asking is not None and state.held_offer is not None:
        return QUESTION
    if state.awaits_contact:
        return CONTACT
    return TIME if any(known.verb == "time" for known in state.inputs.values()) else ""
