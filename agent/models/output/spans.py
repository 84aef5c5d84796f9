"""The span that a held text begins with: words, machinery or a call."""

from agent.models.output import machinery, tag_names
from agent.models.output.held_text import HeldText, ProseSpan
from agent.models.output.marked_spans import bracket_span, fence_span, tag_span, token_span
from agent.models.output.unmarked_calls import addressed_call_span, json_span, may_be_call, python_span


def span_at_start(reply: HeldText, *, at_end: bool) -> ProseSpan | None:
    """The span that the held text begins with; None while more text is needed to tell.

    Raises ``ModelFailed("malformed")`` for a call that cannot be read.
    """
    held = reply.text
    if not at_end and held[0] in machinery.OPENS and machinery.DOUBLED_AT_END.search(held):
        return None
    if held[0] in machinery.FOREIGN_OPENS or held.startswith("<<"):
        return _foreign_span(reply, at_end=at_end)
    if held[0] == "<":
        # A tag may close with other signs than it opened with.
        reply.text = held = machinery.straight(held)
    if held[0] == "[" and not at_end and reply.partial_call_length(held[1:]) == len(held) - 1:
        return None
    if held[0] == "{" or (held[0] == "[" and not machinery.BRACKET.match(held) and may_be_call(held)):
        return json_span(reply, at_end=at_end)
    if held.startswith("to="):
        return addressed_call_span(reply, at_end=at_end)
    if rest := machinery.TOKEN_REST.match(held):
        return token_span(reply, rest, at_end=at_end) if rest[1] else ProseSpan(rest.end())
    if reply.tools.call.match(held):
        return python_span(reply, at_end=at_end)
    for pattern, read in (
        (machinery.TOKEN, token_span),
        (machinery.TAG, tag_span),
        (machinery.BRACKET, bracket_span),
        (machinery.FENCE, fence_span),
    ):
        if found := pattern.match(held):
            return None if found.end() == len(held) and not at_end else read(reply, found, at_end=at_end)
    if not at_end and machinery.BEGUN.fullmatch(held):
        return None
    return ProseSpan(len(held)) if machinery.CUT_OFF.fullmatch(held) else ProseSpan(1, held[:1])


def _foreign_span(reply: HeldText, *, at_end: bool) -> ProseSpan | None:
    """A tag, token or reference between other signs than angle brackets; mere words between them are
    shown."""
    if reference := machinery.REFERENCE.match(reply.text):
        return ProseSpan(reference.end())
    found = machinery.FOREIGN.match(reply.text)
    may_begin = machinery.FOREIGN_BEGUN.fullmatch(reply.text) or machinery.REFERENCE_BEGUN.fullmatch(
        reply.text
    )
    if found is None or (found.end() == len(reply.text) and not at_end):
        return None if (may_begin or found) and not at_end else ProseSpan(1, reply.text[0])
    straight = machinery.straight(reply.text)
    tag = machinery.TAG.match(straight) or machinery.TOKEN.match(straight)
    if tag is None:
        return ProseSpan(1, reply.text[0])
    name = found[1].strip(" /|｜")
    is_known = tag_names.is_thinking(name) or tag_names.is_calling(name) or tag_names.is_speaking(name)
    is_pair = "/" in found[1] or f"</{name}" in straight or f"<|/{name}" in straight
    if is_known or is_pair or machinery.TOKEN.match(straight):
        reply.text = straight
        return span_at_start(reply, at_end=at_end)
    return ProseSpan(1, reply.text[0]) if at_end else None
