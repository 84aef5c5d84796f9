"""Plain text: of what a model says, words and minimal markdown pass; tags, pictures, invisible letters and
foreign links do not.

Read piece by piece: whatever may yet turn out to be markup is held back, everything else passes at once.
"""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from agent.languages.patterns.alternatives import alternatives
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import setting_of

RULE = "plain_text_only"
# Longer than any honest link; what is still open then is text, less its first character.
LONGEST_MARKUP = 2500
# Controls, letters that turn the direction of others around, and those nobody sees but machines read.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
SCHEMES = (
    "http:",
    "https:",
    "ftp:",
    "file:",
    "ws:",
    "wss:",
    "javascript:",
    "vbscript:",
    "data:",
    "blob:",
    "www.",
)
_OPENING = re.compile(
    r"<(?![\s\d=-])|!?\[|(?<![a-z])(?:(?:https?|ftp|file|wss?):/|(?:javascript|vbscript|data|"
    r"blob):(?=\S)|www\.)",
    re.I,
)
LONGEST_SCHEME = max(map(len, SCHEMES))
_BEGUN = alternatives({scheme[:end] for scheme in SCHEMES for end in range(1, len(scheme) + 1)})
_BEGUN_AT_END = re.compile(rf"(?:[<!]|(?<![a-z])(?:{_BEGUN}))\Z", re.I)
_NEVER_BEGUN = frozenset(" \n,;?'\"()-")
# Words of which the last may be the beginning of an address, but nothing else is of markup.
_ORDINARY = re.compile(r"[\w ,;?'()\n-]+")
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]{0,300})\]\(\s*<?([^\s<>()]{0,2000}(?:\([^\s<>()]*\)[^\s<>()]{0,500})?)>?(?:\s[^()\n]{0,100})?\)"
)
_LINK_BEGUN = re.compile(
    r"!?\[[^\[\]\n]{0,300}(?:\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,500}(?:\)[^()\n]{0,500})?)?)?)?"
)
_HIDDEN = re.compile(r"<(script|style|iframe|object|svg|template|textarea|title)\b.*?</\1\s*>", re.I | re.S)
_HIDDEN_BEGUN = re.compile(r"<(script|style|iframe|object|svg|template|textarea|title)\b", re.I)
# What stands on both sides of something that was taken out must not grow together: "htt" and "ps:" would be
# an address.
_MAY_GO_ON = re.compile(r"(?:[^\W_]|[\]!:/.]|\]\()\Z")
_MAY_JOIN = re.compile(r"[^\W_]|[(\[:/]")
_ADDRESS = re.compile(r"[^\s<>\"']+")
_AFTER_ADDRESS = re.compile(r"[.,;:!?)\]*_]+$")


class PlainTextFilter:
    """Listens to one answer. ``removed`` counts what did not pass."""

    def __init__(self, hosts: Collection[str]) -> None:
        self._hosts = hosts
        self._held = ""
        self._last_shown = ""
        self._has_gap = False
        self.removed = 0

    def fresh_copy(self) -> "PlainTextFilter":
        """Another listener for the same hosts."""
        return PlainTextFilter(self._hosts)

    def feed(self, text: str) -> str:
        """Listen on; returns what may be seen by now."""
        if not self._held and _ORDINARY.fullmatch(text) and not _partial_markup_length(text):
            return self._set_apart(text)
        visible = INVISIBLE.sub("", text)
        self.removed += visible != text
        self._held += visible
        return self._release(at_end=False)

    def finish(self) -> str:
        """What was held back for nothing."""
        return self._release(at_end=True)

    def _release(self, *, at_end: bool) -> str:
        shown = ""
        while opening := _OPENING.search(self._held):
            shown += self._set_apart(self._held[: opening.start()])
            self._held = self._held[opening.start() :]
            length, kept = self._judge_markup(at_end=at_end or len(self._held) > LONGEST_MARKUP)
            if not length:
                return shown
            changed = self._held[:length] != kept
            self.removed += changed
            shown, self._held = shown + self._set_apart(kept, changed=changed), self._held[length:]
        waiting = 0 if at_end else _partial_markup_length(self._held)
        shown += self._set_apart(self._held[: len(self._held) - waiting])
        self._held = self._held[len(self._held) - waiting :]
        return shown

    def _set_apart(self, text: str, *, changed: bool = False) -> str:
        """What is shown next, apart from what was shown before where something between them is missing."""
        self._has_gap = self._has_gap or changed
        if not text:
            return ""
        is_apart = self._has_gap and _MAY_GO_ON.search(self._last_shown) and _MAY_JOIN.match(text)
        self._last_shown, self._has_gap = (self._last_shown + text)[-2:], changed
        return f" {text}" if is_apart else text

    def _judge_markup(self, *, at_end: bool) -> tuple[int, str]:
        """How long the markup at the start of what is held is, and what may be seen of it; 0 while more is
        needed to tell."""
        if self._held[0] == "<":
            return self._tag(at_end=at_end)
        if self._held[0] in "![":
            return self._link(at_end=at_end)
        address = _ADDRESS.match(self._held)
        if address is None or (address.end() == len(self._held) and not at_end):
            return 0, ""
        after = _AFTER_ADDRESS.search(address[0])
        target = address[0][: after.start()] if after else address[0]
        return address.end(), address[0] if self._is_ours(target) else after[0] if after else ""

    def _tag(self, *, at_end: bool) -> tuple[int, str]:
        if _HIDDEN_BEGUN.match(self._held):
            whole = _HIDDEN.match(self._held)
            return (whole.end(), "") if whole else (1 if at_end else 0, "")
        end = self._held.find(">") + 1
        if not end:
            return (1 if at_end else 0), ""
        inside = self._held[1 : end - 1]
        return end, inside if self._is_ours(inside) else ""

    def _link(self, *, at_end: bool) -> tuple[int, str]:
        link = _LINK.match(self._held)
        if link is None:
            waits = not at_end and _LINK_BEGUN.fullmatch(self._held)
            return (0, "") if waits else (self._held.index("[") + 1, self._held[: self._held.index("[") + 1])
        if link[1]:
            return link.end(), ""
        text = PlainTextFilter(())
        words = text.feed(link[2]) + text.finish()
        return link.end(), f"[{words}]({link[3]})" if self._is_ours(link[3]) else words

    def _is_ours(self, target: str) -> bool:
        try:
            url = urlsplit(target if "//" in target else f"https://{target}")
            host = (url.hostname or "").rstrip(".").lower()
        except ValueError:
            return False
        if url.scheme not in ("http", "https") or "@" in url.netloc or "\\" in target:
            return False
        return any(host == own or host.endswith(f".{own}") for own in self._hosts)


def own_hosts(organization: Organization) -> frozenset[str]:
    """The hosts an answer may link to: the sites that carry the widget, and whatever else the owner names."""
    named = [
        *organization.websites,
        *setting_of(organization, "chat.sites"),
        *setting_of(organization, "chat.link_hosts"),
    ]
    hosts = (urlsplit(site if "//" in site else f"//{site}").hostname for site in map(str, named))
    return frozenset(host.removeprefix("*.").removeprefix("www.").lower() for host in hosts if host)


def _partial_markup_length(text: str) -> int:
    """How many characters at the end may be the beginning of markup."""
    if text[-1:] in _NEVER_BEGUN:
        return 0
    begun = _BEGUN_AT_END.search(text, max(0, len(text) - LONGEST_SCHEME - 1))
    return len(text) - begun.start() if begun else 0
