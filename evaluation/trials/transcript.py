"""What was said and shown in an encounter, line by line."""

from agent.conversation.conversation import Message
from evaluation.customer.act import Act
from evaluation.customer.sight import Sight
from evaluation.trials.trial import TranscriptLine

ASSISTANT, CUSTOMER = "assistant", "customer"


class Transcript:
    def __init__(self) -> None:
        self.lines: list[TranscriptLine] = []

    @property
    def said(self) -> str:
        """Everything the receptionist said or showed."""
        return "\n".join(" ".join((line.text, *line.shown)) for line in self.lines if line.who == ASSISTANT)

    def note(self, who: str, text: str) -> None:
        self.lines.append(TranscriptLine(who, text))

    def answer(self, answer: Message) -> None:
        shown = tuple(f"[{block['type']}] {block['fallback_text']}" for block in answer.blocks)
        self.lines.append(TranscriptLine(ASSISTANT, answer.text, shown))

    def act(self, act: Act, sight: Sight) -> None:
        filled_in = f"fills in {act.payload}" if act.payload else f"presses {_label(sight, act.input_id)!r}"
        self.note(CUSTOMER, act.text or filled_in)


def _label(sight: Sight, input_id: str | None) -> str:
    """What is written on a button."""
    summary = sight.summary()
    if summary is not None and input_id in (summary.agree, summary.decline):
        return "yes" if input_id == summary.agree else "no"
    time_pressed = next((one for one in sight.times() if one.input_id == input_id), None)
    if time_pressed is not None:
        return f"{time_pressed.start:%a %d %b %H:%M}"
    services = (sight.block("service_list") or {}).get("services", ())
    return next((one["name"] for one in services if one["input_id"] == input_id), "more times")
