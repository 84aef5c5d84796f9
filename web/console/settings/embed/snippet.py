"""The line to paste, for a look that was chosen."""

from html import escape

from msgspec import Struct

from booking_core.catalogue.settings.kinds import Accent
from booking_core.input.kinds import WrongValue
from web.console.forms.sent import Sent
from web.console.words.language import LANGUAGES

POSITIONS, THEMES = ("", "left", "right"), ("", "light", "dark")


class Look(Struct, frozen=True):
    """What is chosen; empty where the page and the customer's system decide."""

    position: str = ""
    theme: str = ""
    lang: str = ""
    accent: str = ""

    @classmethod
    def of(cls, sent: Sent, accent: str) -> "Look":
        """Whatever else an address says counts as nothing."""
        return cls(
            _one_of(POSITIONS, sent.text("position")),
            _one_of(THEMES, sent.text("theme")),
            _one_of(("", *LANGUAGES), sent.text("lang")),
            _colour(accent),
        )

    @property
    def attributes(self) -> dict[str, str]:
        """Those of the script element, by name."""
        said = {"data-position": self.position, "data-theme": self.theme, "data-lang": self.lang}
        return {name: text for name, text in (said | {"data-accent": self.accent}).items() if text}


def snippet(public_url: str, organization_id: str, look: Look) -> str:
    said = {"src": f"{public_url}/embed/chat.js", "data-org-id": organization_id, **look.attributes}
    attributes = " ".join(f'{name}="{escape(text)}"' for name, text in said.items())
    return f"<script async {attributes}></script>"


def _one_of(known: tuple[str, ...], text: str) -> str:
    return text if text in known else ""


def _colour(text: str) -> str:
    try:
        return Accent().read(text) if text else ""
    except WrongValue:
        return ""
