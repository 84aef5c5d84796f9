"""Addresses of pages as somebody else has written them: read where they can be, and shown as what they are.
Pure."""

import re
from urllib.parse import SplitResult, quote, urlsplit

# RFC 1035, and as much of a path as tells pages apart.
LONGEST_HOST, LONGEST_SHOWN = 253, 120
HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")


def split_address(address: str) -> SplitResult | None:
    """Its parts; None for what cannot be read, such as ``https://[``."""
    try:
        parts = urlsplit(address)
        # Read only when asked for, and refused only then.
        _ = parts.hostname, parts.port
    except ValueError:
        return None
    return parts


def host_of(address: str) -> str | None:
    """The host with its port, in ASCII: a letter of another script that looks like one of ours is seen to be
    another (RFC 3492). None where there is none."""
    parts = split_address(address)
    host = _in_ascii(parts.hostname or "") if parts else ""
    if parts is None or len(host) > LONGEST_HOST or not HOST.fullmatch(host):
        return None
    named = f"[{host}]" if ":" in host else host
    return named if parts.port is None else f"{named}:{parts.port}"


def shown_address(address: str) -> str | None:
    """Host and path alone: neither who signed in there nor what was asked for. None where there is no
    host."""
    parts, host = split_address(address), host_of(address)
    if parts is None or host is None:
        return None
    shown = host + quote(parts.path, safe="/%:@!$&'()*+,;=~")
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 1]}…"


def _in_ascii(host: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
