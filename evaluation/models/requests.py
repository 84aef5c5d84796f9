"""A request for a completion as its server reads it: what was said last, what the tools have answered, what
is on the screen."""

import json
import re
from typing import Any, NamedTuple

PERSONAL = re.compile(r"\[(email|phone) \d+\]", re.IGNORECASE)


class Result(NamedTuple):
    """One tool that has run since the customer last spoke."""

    tool: str
    data: dict[str, Any]

    @property
    def refused(self) -> bool:
        return "refused" in self.data


class Request:
    """One request's messages."""

    def __init__(self, body: dict[str, Any]) -> None:
        self._messages: list[dict[str, Any]] = body["messages"]
        self._last = max(n for n, message in enumerate(self._messages) if message["role"] == "user")

    @property
    def said(self) -> str:
        """The customer's newest words, with placeholders for what is personal."""
        return str(self._messages[self._last]["content"])

    @property
    def results(self) -> list[Result]:
        """The tools that have run in this turn, in order."""
        since = self._messages[self._last :]
        names = {
            call["id"]: call["function"]["name"] for one in since for call in one.get("tool_calls") or ()
        }
        return [
            Result(names[one["tool_call_id"]], json.loads(one["content"]))
            for one in since
            if one["role"] == "tool"
        ]

    @property
    def briefing(self) -> str:
        return str(self._messages[0]["content"])

    @property
    def state(self) -> dict[str, Any]:
        """The state of the conversation, as the briefing tells it."""
        data: dict[str, Any] = json.loads(self.briefing[self.briefing.rindex("# Data") + len("# Data") :])
        return data

    def contact(self, kind: str) -> str | None:
        """A contact the customer has written in any message, as the model may read it."""
        for message in reversed(self._messages):
            if message["role"] == "user":
                for found in PERSONAL.finditer(str(message["content"])):
                    if found.group(1).lower() == kind:
                        return found.group()
        return None
