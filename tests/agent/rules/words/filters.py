"""What passes the filter of a reply, in one piece or in many."""

from hypothesis import strategies as st

from agent.guardrails.instruction_leaks import InstructionLeakFilter
from agent.guardrails.plain_text import PlainTextFilter


def run_through(filter_: PlainTextFilter | InstructionLeakFilter, pieces: list[str]) -> str:
    return "".join(map(filter_.feed, pieces)) + filter_.finish()


def cut(text: str, data: st.DataObject) -> list[str]:
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=10).map(sorted))
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
