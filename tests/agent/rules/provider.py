"""A provider that leads a whole booking, and may be cut off at any place of it."""

from tests.agent.fake_provider import (
    DONE,
    FakeProvider,
    Part,
    ProviderAnswer,
    chunk,
    entry,
    tool_calls_chunk,
)


def calls(name: str, arguments: str) -> list[Part]:
    return [
        tool_calls_chunk(entry(arguments[:8], name, index=0, id="a")),
        tool_calls_chunk(entry(arguments[8:], index=0)),
        chunk("tool_calls"),
        DONE,
    ]


def speaks(*words: str) -> list[Part]:
    return [*(chunk(content=word) for word in words), chunk("stop"), DONE]


# A whole booking as a provider would lead it: its answers in the order of the requests.
CONVERSATION: tuple[list[Part], ...] = (
    calls("find_times", '{"service": "haircut", "when": "tuesday at 10am"}'),
    calls("hold_time", '{"handle": "t1"}'),
    speaks("I am ", "keeping it. ", "Who is it for?"),
    calls("ask_contact_details", '{"name": "Ada", "email": "[email 1]"}'),
    calls("propose_booking", "{}"),
    speaks("Please ", "check the summary."),
)
PLACES = [(at_, cut) for at_, parts in enumerate(CONVERSATION) for cut in range(len(parts))]


def provider_cut_at(number: int, cut: int, ending: Part) -> FakeProvider:
    """The conversation up to one chunk of one answer; from then on nothing but ``ending``, however often it
    is asked."""
    whole = [ProviderAnswer(parts) for parts in CONVERSATION[:number]]
    return FakeProvider(
        *whole, ProviderAnswer([*CONVERSATION[number][:cut], ending]), ProviderAnswer([ending])
    )
