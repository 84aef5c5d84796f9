"""The guard of a model's words, broken on purpose: it knows of bookings only, lets every amount pass, or
reads a reply by the pieces it comes in."""

from agent.guardrails import output_filter as speech
from agent.guardrails.false_claims import guard
from agent.models.output.prose import ProseFilter


def only_bookings_are_guarded() -> None:
    guard.stated_kinds = lambda *_: []


def amounts_are_made_up() -> None:
    speech.may_be_said = lambda *_: True


def replies_are_read_by_their_pieces() -> None:
    def feed(reply: ProseFilter, text: str) -> str:
        reply._reply.text += text
        return reply._release(at_end=False)

    ProseFilter.feed = feed
