"""Nothing but the answer is ever visible, however a model writes what is not for the customer, and wherever
the network cuts it."""

from collections.abc import Iterator

import pytest

from agent.models.output.chunks import ReplyAssembler
from agent.models.output.manners import ENOUGH, ReplyHabits
from agent.models.output.prose import ProseFilter
from agent.models.protocol import CallRequested, TextDelta, TextTakenBack
from tests.agent.fake_provider import DONE, ProviderAnswer, chunk
from tests.agent.models.conftest import hear, well_known
from tests.agent.models.formats import ARGUMENTS, CALLS, HONEST, THOUGHTS, R
from tests.attack.options import Sized

TOOLS = {"find_times", "list_services"}
# Every day a text is cut at each third place: what comes letter by letter has met every beginning.
EVERY = 3


def cuts(text: str, step: int) -> Iterator[list[str]]:
    """A text in two pieces, cut at every ``step``-th place; in letters; and in pieces of seven."""
    yield from ([text[:at], text[at:]] for at in range(0, len(text) + 1, step))
    yield list(text)
    yield [text[at : at + 7] for at in range(0, len(text), 7)]


def see(pieces: list[str], manners: ReplyHabits | None = None) -> tuple[list[str], str, list[object]]:
    """All that was visible at any moment, what is in the end, and the calls."""
    reply, moments, shown, calls = ReplyAssembler(TOOLS, manners), [""], "", []
    events = [
        event
        for piece in pieces
        for event in reply.events_for(reply.feed({"choices": [{"delta": {"content": piece}}]}))
    ]
    reply.mark_done()
    for event in [*events, *reply.finish()]:
        match event:
            case TextDelta(text):
                shown += text
            case TextTakenBack():
                shown = ""
            case CallRequested(call):
                calls.append((call.name, call.arguments))
        moments.append(shown)
    return moments, shown, calls


@pytest.mark.parametrize("form", THOUGHTS)
def test_of_thoughts_nothing_is_visible_at_any_moment(form: str, size: Sized) -> None:
    for pieces in cuts(THOUGHTS[form], size(1, EVERY)):
        moments, shown, calls = see(pieces)
        assert shown.strip() == R
        assert all(R.startswith(moment.strip()) for moment in moments)
        assert calls == []


@pytest.mark.parametrize("form", CALLS)
def test_a_call_runs_and_is_not_visible(form: str, size: Sized) -> None:
    for pieces in cuts(CALLS[form], size(1, EVERY)):
        moments, _, calls = see(pieces, well_known())
        assert not "".join(moments).strip()
        assert calls == [("find_times", ARGUMENTS)]


@pytest.mark.parametrize("form", CALLS)
def test_words_before_a_call_are_heard(form: str, size: Sized) -> None:
    if form in ("harmony without its tokens", "a line of its own"):
        return  # These are told by standing first.
    for pieces in cuts(f"One moment.\n\n{CALLS[form]}", size(1, EVERY)):
        _, shown, calls = see(pieces, well_known())
        assert shown.strip() == "One moment."
        assert calls == [("find_times", ARGUMENTS)]


@pytest.mark.parametrize("words", HONEST)
def test_honest_words_stay_whole(words: str, size: Sized) -> None:
    for pieces in cuts(words, size(1, EVERY)):
        prose = ProseFilter(TOOLS)
        assert "".join(map(prose.feed, pieces)) + prose.finish() == words
        assert (prose.calls, prose.taken_back) == ([], 0)


def test_words_are_heard_as_they_come_once_the_model_is_known() -> None:
    manners = ReplyHabits()
    for count in range(ENOUGH + 1):
        moments, shown, _ = see(["Good ", "morning", "! What", " may I do for you?"], manners)
        assert shown == R
        assert (len({moment for moment in moments if moment}) > 1) is (count == ENOUGH)


def test_a_model_that_thinks_unmarked_after_all_is_taken_back_once_and_then_known() -> None:
    manners = well_known()
    moments, shown, _ = see(list(THOUGHTS["think, whose beginning the template wrote"]), manners)
    assert (shown, manners.holds_back) == (R, True)
    assert any(moment.startswith("The customer") for moment in moments)
    moments, shown, _ = see(list(THOUGHTS["think, whose beginning the template wrote"]), manners)
    assert all(R.startswith(moment) for moment in moments)


async def test_what_was_taken_back_is_heard_as_an_event(provider, model_at) -> None:
    text = THOUGHTS["think, whose beginning the template wrote"]
    provider.answers = [ProviderAnswer([*(chunk(content=letter) for letter in text), chunk("stop"), DONE])]
    heard = await hear(model_at(provider))
    assert heard.text.strip() == R
    assert "".join(heard.taken_back).startswith("The customer")
