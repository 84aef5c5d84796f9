"""The grammar of what models write for programs instead of people: control tokens, tags, bracketed marks,
fences and written calls.

Models and the servers in front of them leave pieces of their own protocols in the text of a reply: thoughts,
channels, calls. There is always another spelling, so nothing here is a list of them. What has the *shape* of
machinery is machinery, whatever its name; names only decide what is inside: words for the customer
(``SPEAKING``), a call, or thoughts, which is what everything unknown is taken for.
"""

import re
from typing import NamedTuple

from agent.models.output.tag_names import plain

_NAME = r"[A-Za-z_][\w.▁-]*"
_PREFIX = r"(?:[|｜][\w▁]{1,30}[|｜]|[\w.-]{1,40}:)?"
_ATTRIBUTES = r"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*"""
# <|channel|>, <｜tool▁calls▁begin｜>, <|/think|>
TOKEN = re.compile(r"<[|｜]\s*(/?[\w▁ ./:-]{1,60}?)\s*[|｜]>")
# <think>, </mm:think>, <invoke name="x">, <function=find_times>, <｜DSML｜invoke name="x">
TAG = re.compile(rf"<(/?){_PREFIX}({_NAME})(?:=[\w.-]+)?({_ATTRIBUTES})(/?)>")
# [THINK], [/THINK], [TOOL_CALLS]
BRACKET = re.compile(r"\[(/?)([A-Z][A-Z_]{2,29})\]")
# The same between other signs: ◁think▷, ⟨tool_call⟩, ＜think＞, <<think>>; and references such as
# 【4:0†source】.
FOREIGN_OPENS, _FOREIGN_CLOSES = "◁⟨⟪〈⧼⟦⦉⊲≺❮❬❰＜﹤【〖", "▷⟩⟫〉⧽⟧⦊⊳≻❯❭❱＞﹥】〗"
OPENS = f"<{FOREIGN_OPENS}"
# What the last letter of a block may be, whichever kind it is of.
CLOSES = frozenset(f">])}}`{_FOREIGN_CLOSES}")
FOREIGN = re.compile(
    rf"(?:[{FOREIGN_OPENS}]|<(?=<))[{FOREIGN_OPENS}<]*"
    rf"([|｜]?\s*/?[A-Za-z_|｜][\w▁ .:/|｜-]{{0,60}}?)[{_FOREIGN_CLOSES}>]+"
)
FOREIGN_BEGUN = re.compile(
    rf"(?:[{FOREIGN_OPENS}]|<(?=<))[{FOREIGN_OPENS}<]*[|｜]?\s*/?[\w▁ .:/|｜-]{{0,62}}|<<?"
)
# Whether one more bracket follows, only the next piece tells.
DOUBLED_AT_END = re.compile(r"<</?[\w▁.:-]{1,60}>?\Z")
REFERENCE = re.compile(
    rf"[{FOREIGN_OPENS}][^{FOREIGN_OPENS}{_FOREIGN_CLOSES}\n]{{0,60}}†"
    rf"[^{FOREIGN_OPENS}{_FOREIGN_CLOSES}\n]{{0,60}}[{_FOREIGN_CLOSES}]"
)
REFERENCE_BEGUN = re.compile(rf"[{FOREIGN_OPENS}][^{FOREIGN_OPENS}{_FOREIGN_CLOSES}\n]{{0,120}}")
FENCE = re.compile(r"```([\w.+-]*)[ \t]*\n?")
# What may still become one of these, once more has come.
BEGUN = re.compile(
    r"<[|｜]?\s*/?[\w▁ ./:-]{0,60}[|｜]?|"
    rf"<(?:/?{_PREFIX}(?:{_NAME}(?:=[\w.-]*|{_ATTRIBUTES}"
    rf"(?:\s[\w:.-]*\s*(?:=\s*(?:\"[^\"]*|'[^']*|[^\s\"'<>]*))?)?/?)?)?)?|"
    r"\[/?(?:[A-Z][A-Z_]{0,29})?|`{1,2}|```[\w.+-]*[ \t]*"
)
# A mark that was cut off by the end of the reply.
CUT_OFF = re.compile(
    r"<[|｜][\w▁ ./:-]*[|｜]?|</[A-Za-z_][\w.:-]*"
    r"|<[\w:.-]*(?:think|thought|reason|tool|invoke|function)[\w:.-]*(?:\s[^<>\n]*)?",
    re.I,
)
# The rest of a token whose beginning a server has eaten ("im_end|>"), and what may still become one.
TOKEN_REST = re.compile(r"[|｜]?(/?[A-Za-z][\w▁]{0,40})?[|｜]>")
TOKEN_REST_BEGUN = re.compile(
    r"[|｜](?:/?[A-Za-z][\w▁]{0,40}[|｜]?)?\Z"
    r"|(?<!\w)/?[A-Za-z][\w▁]{0,40}[|｜]\Z"
    r"|(?<!\w)[A-Za-z][\w▁]{0,20}[_▁][\w▁]{0,20}\Z"
)
# Tokens that stand for the beginning and the end of something: "tool▁call▁begin", "START_THINKING",
# "end_of_box", "/think".
_BEGINS = re.compile(r"(?:start|begin)_(?:of_)?(.+)|(.+)_(?:start|begin)")
_ENDS = re.compile(r"(?:end)_(?:of_)?(.+)|(.+)_end|/(.+)")
# What follows one of these says who speaks in which channel, until the text of the message begins.
HEADER = frozenset(
    ("start", "channel", "im_start", "start_header_id", "header_start", "start_of_role", "constrain")
)
HEADER_ENDS = frozenset(("message", "end_header_id", "header_end", "end_of_role", "im_sep"))
# Words of which the last that was heard may be the beginning of such a rest.
TOKEN_NAMES = (
    HEADER | HEADER_ENDS | {"im_end", "eot_id", "eom_id", "endoftext", "end_of_text", "end_of_turn", "end"}
)
# The text behind these is a call and nothing else, as far as it goes.
CALL_FOLLOWS = frozenset(("python_tag", "tool_call", "tool_calls", "function_call", "action"))


def straight(text: str) -> str:
    """A text with the tags and tokens between other signs as they are between angle brackets."""
    return FOREIGN.sub(_between_angles, text)


def _between_angles(found: re.Match[str]) -> str:
    tag = f"<{found[1].strip()}>"
    return tag if TAG.fullmatch(tag) or TOKEN.fullmatch(tag) else found[0]


class Token(NamedTuple):
    """A control token: what it is about, and whether it begins or ends that."""

    stem: str
    begins: bool
    ends: bool


def token_of(name: str) -> Token:
    """What a control token such as ``tool_calls_begin`` is about, by its name without its signs."""
    name = plain(name)
    if begun := _BEGINS.fullmatch(name):
        return Token(begun[1] or begun[2], begins=True, ends=False)
    if ended := _ENDS.fullmatch(name):
        return Token(ended[1] or ended[2] or ended[3], begins=False, ends=True)
    return Token(name, begins=False, ends=False)
