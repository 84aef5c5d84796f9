"""Spans of a reply that are marked as machinery: tokens, tags, brackets and code fences."""

import re

from agent.models.output import machinery, tag_names
from agent.models.output.calls.call_texts import call_of_tool
from agent.models.output.held_text import RECIPIENT, HeldText, ProseSpan
from agent.models.protocol import ModelFailed

# Headers of messages for the customer: a role, a channel, or both.
_CHANNEL_SPEAKS = re.compile(r"(?:assistant|model)?\s*(?:final)?\s*")


def token_span(reply: HeldText, found: re.Match[str], *, at_end: bool) -> ProseSpan | None:
    """A special token such as ``<|start|>``, with the block that it opens."""
    token = machinery.token_of(found[1])
    name, begun = tag_names.plain(found[1]), found.end()
    if name in machinery.HEADER:
        return _message_span(reply, begun, at_end=at_end)
    if name in machinery.CALL_FOLLOWS:
        return reply.until(begun, re.compile(r"<[|｜][^<>]*[|｜]>"), found[1], at_end=at_end)
    if token.begins and not tag_names.is_speaking(token.stem):
        return reply.until(begun, _closing_token(token.stem), token.stem, at_end=at_end)
    closes = token.ends and not tag_names.is_speaking(token.stem) and not tag_names.is_calling(token.stem)
    if not token.begins and not token.ends and tag_names.is_thinking(token.stem):
        return reply.until(begun, _closing_token(token.stem), token.stem, at_end=at_end)
    return ProseSpan(begun, takes_back=closes and tag_names.is_thinking(token.stem))


def _message_span(reply: HeldText, begun: int, *, at_end: bool) -> ProseSpan | None:
    """A message with a header (Harmony, ChatML, Llama). Its text is shown unless role or channel says
    otherwise."""
    if chat_ml := re.compile(r"[^\n<]*(\n)?").match(reply.text, begun):
        # The header of ChatML ends with its line.
        if chat_ml[1]:
            return ProseSpan(chat_ml.end())
        if chat_ml.end() == len(reply.text) and not at_end:
            return None
    header, length = "", begun
    for token in machinery.TOKEN.finditer(reply.text, begun):
        header += reply.text[length : token.start()] + " "
        length = token.end()
        if tag_names.plain(token[1]) in machinery.HEADER_ENDS:
            break
        if tag_names.plain(token[1]) not in machinery.HEADER:
            return ProseSpan(length)
    else:
        return ProseSpan(len(reply.text)) if at_end else None
    channel = re.sub(r"\s+", " ", header).strip()
    if _CHANNEL_SPEAKS.fullmatch(channel):
        return ProseSpan(length, takes_back="final" in channel)
    to = RECIPIENT.search(header)
    end = re.compile(
        r"<[|｜](?:end|return|call|im_end|eot_id|eom_id)[|｜]>|(?=<[|｜](?:start|channel|im_start)[|｜]>)"
    )
    span = reply.until(length, end, "channel", at_end=at_end)
    if span is None or not to or to[1] not in reply.tool_names:
        return span
    inside = reply.text[length : span.length]
    return span._replace(calls=(call_of_tool(to[1], re.sub(r"<[|｜].*?[|｜]>\s*\Z", "", inside)),))


def tag_span(reply: HeldText, found: re.Match[str], *, at_end: bool) -> ProseSpan | None:
    """A tag such as ``<think>`` with everything up to its end; tags of HTML are shown."""
    closes, name, _, is_alone = found.groups()
    if name.lower() in tag_names.HTML:
        return ProseSpan(1, "<")
    if tag_names.is_speaking(name) or is_alone:
        return ProseSpan(found.end())
    if closes:
        # The end of thoughts without a beginning. The end of a call says nothing about the text before it.
        return ProseSpan(found.end(), takes_back=not tag_names.is_calling(name))
    other = re.compile(rf"<(/?)(?:[^<>\s]*[:|｜])?{re.escape(name)}\b[^<>]*>", re.I)
    if name.lower().startswith("unused"):
        other = re.compile(r"<(unused\d+)>")
    depth = 1
    for tag in other.finditer(reply.text, found.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return reply.block(0, tag.end(), name)
    if not at_end:
        return None
    if tag_names.is_thinking(name) or tag_names.is_calling(name) or name.lower().startswith("unused"):
        return reply.block(0, len(reply.text), name)
    return ProseSpan(1, "<")


def bracket_span(reply: HeldText, found: re.Match[str], *, at_end: bool) -> ProseSpan | None:
    """A mark such as ``[TOOL_CALLS]`` with its block."""
    closes, name = found.groups()
    known = tag_names.is_thinking(name) or tag_names.is_calling(name)
    if closes:
        return ProseSpan(found.end(), takes_back=tag_names.is_thinking(name)) if known else ProseSpan(1, "[")
    end = reply.text.find(f"[/{name}]", found.end())
    if end >= 0:
        return reply.block(found.end(), end, name)._replace(length=end + len(name) + 3)
    if not at_end and (known or machinery.BEGUN.fullmatch(reply.text)):
        return None
    return reply.block(found.end(), len(reply.text), name) if known else ProseSpan(1, "[")


def fence_span(reply: HeldText, found: re.Match[str], *, at_end: bool) -> ProseSpan | None:
    """A code fence: calls if it has any, else shown. Raises ``ModelFailed("malformed")`` for a call that was
    cut off."""
    end = reply.text.find("```", found.end())
    if end < 0 and not at_end:
        return None
    inside = reply.text[found.end() : end if end >= 0 else len(reply.text)]
    length = len(reply.text) if end < 0 else end + 3
    calls = reply.calls(inside)
    if calls or tag_names.is_calling(found[1]):
        return ProseSpan(length, calls=calls)
    if end < 0 and reply.names_a_tool(inside):
        raise ModelFailed("malformed", retryable=True)
    return ProseSpan(length, reply.text[:length])


def _closing_token(stem: str) -> re.Pattern[str]:
    words = r"[▁_\s-]*".join(map(re.escape, stem.split("_")))
    return re.compile(
        rf"<[|｜]\s*(?:end[▁_\s-]*(?:of[▁_\s-]*)?{words}|{words}[▁_\s-]*end|/{words})\s*[|｜]>", re.I
    )
