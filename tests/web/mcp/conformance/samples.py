"""A picture, a sound, a text and a resource, as small as they may be."""

import base64
import zlib
from struct import pack

import mcp_types as types


def png() -> str:
    """One red dot (the PNG specification, 3rd edition, §5)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    dot = chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + header + dot + chunk(b"IEND", b"")).decode()


def wav() -> str:
    """No sound at all."""
    form = b"WAVEfmt " + pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8) + b"data" + pack("<I", 0)
    return base64.b64encode(b"RIFF" + pack("<I", len(form)) + form).decode()


def text(words: str) -> types.TextContent:
    return types.TextContent(text=words)


def image() -> types.ImageContent:
    return types.ImageContent(data=png(), mime_type="image/png")


def resource(uri: str, words: str, mime_type: str = "text/plain") -> types.EmbeddedResource:
    return types.EmbeddedResource(
        resource=types.TextResourceContents(uri=uri, mime_type=mime_type, text=words)
    )
