"""The notifier: however notifications are late, lost or received while somebody looks, a reader gets every
event once and in order."""

from collections import deque

from hypothesis import given
from hypothesis import strategies as st

from agent.live_stream.event_notifier import EventNotifier, Subscription
from agent.live_stream.stream import BEGINNING, ConversationLog, LoggedEvent
from booking_core.core import BookingCore
from booking_core.storage.ids import new_id


class Reading:
    """A log, its notifications on their way, and its one reader, whose look at the log takes a while."""

    def __init__(self) -> None:
        self.log: list[LoggedEvent] = []
        self.on_their_way: deque[tuple[str, list[LoggedEvent]]] = deque()
        self.lost = ""
        self.subscription = Subscription(BEGINNING)
        self.subscription.signal.set()
        self.got: list[LoggedEvent] = []
        self.looks = False
        self.found: list[LoggedEvent] | None = None

    def write(self) -> None:
        before = self.log[-1].id if self.log else BEGINNING
        self.log.append(LoggedEvent(f"{len(self.log) + 1}-0", "message.delta", "{}"))
        self.on_their_way.append((before, self.log[-1:]))

    def ring(self) -> None:
        if self.on_their_way:
            self.subscription.notify(*self.on_their_way.popleft())

    def lose(self) -> None:
        if self.on_their_way:
            _, events = self.on_their_way.popleft()
            self.lost = events[-1].id

    def read(self) -> None:
        """As the stream does, one step at a time: what was heard, or else a look, which finds what is there,
        and comes to its end."""
        if not self.looks:
            if not self.subscription.signal.is_set():
                return
            self.subscription.signal.clear()
            heard = self.subscription.take_events()
            self.looks = heard is None
            self.got += heard or ()
        elif self.found is None:
            self.found = self.log[len(self.got) :]
        else:
            self.got += self.found
            self.subscription.advance_to(self.got[-1].id if self.got else BEGINNING)
            self.looks, self.found = False, None

    def comes_to_rest(self) -> None:
        while self.on_their_way:
            self.ring()
        while self.looks or self.subscription.signal.is_set():
            self.read()


STEPS = {"write": Reading.write, "ring": Reading.ring, "lose": Reading.lose, "read": Reading.read}


@given(st.lists(st.sampled_from(["write", "ring", "read"]), max_size=60))
def test_where_no_bell_is_lost_nobody_has_to_look_again_later(steps: list[str]) -> None:
    reading = Reading()
    for step in steps:
        STEPS[step](reading)
        assert reading.got == reading.log[: len(reading.got)]
    reading.comes_to_rest()
    assert reading.got == reading.log


@given(st.lists(st.sampled_from(["write", "write", "ring", "ring", "lose", "read", "read"]), max_size=60))
def test_lost_bells_are_made_up_for_by_the_next_or_by_the_look_of_each_second(steps: list[str]) -> None:
    reading = Reading()
    for step in steps:
        STEPS[step](reading)
        assert reading.got == reading.log[: len(reading.got)]
    reading.comes_to_rest()
    if reading.log and reading.subscription.cursor != reading.log[-1].id:
        assert reading.lost == reading.log[-1].id
        # As the notifier does once a second.
        reading.subscription.signal.set()
        reading.comes_to_rest()
    assert reading.got == reading.log


async def test_who_stands_at_the_end_takes_what_is_written_from_the_bell(core: BookingCore) -> None:
    conversation_id = new_id("cnv")
    log, notifier = ConversationLog(core.redis), EventNotifier(core.redis)
    await notifier.open()
    try:
        cursor = await log.begin(conversation_id)
        with notifier.subscribe(conversation_id, cursor) as subscription:
            heard = None
            # The first notifications may come before anybody listens.
            for _ in range(20):
                while heard is None and await subscription.wait(0.2):
                    heard = subscription.take_events() or await look(log, conversation_id, subscription)
                if heard is not None:
                    break
                await look(log, conversation_id, subscription)
                newest = await log.append(conversation_id, [("a", {"text": "Grüße \U0001f600\n"}), ("b", {})])
        assert heard == (await log.after(conversation_id, cursor) or [])[-2:]
        assert subscription.cursor == newest
    finally:
        await notifier.close()


async def look(log: ConversationLog, conversation_id: str, subscription: Subscription) -> None:
    found = await log.after(conversation_id, subscription.cursor)
    subscription.advance_to(found[-1].id if found else subscription.cursor)
