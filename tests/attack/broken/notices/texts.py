"""Text messages, and times that cannot be kept, broken on purpose."""

from typing import Any

from booking_core.appointments import cancel
from booking_core.notices.texts import deliver_text, hear, inbound, providers


def nobody_hears_stop() -> None:
    hear.wants_no_more = lambda _: False


def stop_is_forgotten() -> None:
    async def never(*_: Any) -> bool:
        return False

    deliver_text.wants_no_texts = never


def any_number_is_a_mobile() -> None:
    deliver_text.takes_texts = lambda _: True


def what_may_have_gone_goes_again() -> None:
    providers.TwilioSender.knows_repeats = True


def anybody_is_the_provider() -> None:
    inbound.is_signed = lambda *_: True


def whoever_is_asked_is_bound() -> None:
    def in_time(context: Any, appointment: Any, cutoff: str, code: str) -> None:
        held = appointment.displaced_at
        appointment.displaced_at = None
        try:
            ask(context, appointment, cutoff, code)
        finally:
            appointment.displaced_at = held

    ask = cancel.must_be_in_time
    cancel.must_be_in_time = in_time
