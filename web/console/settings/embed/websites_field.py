"""Sites, one a line."""

from typing import Any

from web.console.forms.fields import TextArea
from web.console.forms.sent import Sent, Texts


class Websites(TextArea, frozen=True, kw_only=True):
    def read(self, sent: Sent) -> list[str]:
        return [line.strip() for line in sent.text(self.name).splitlines() if line.strip()]

    def write(self, value: Any) -> Texts:
        return {self.name: ["\n".join(value or ())]}

    def tell(self, value: Any) -> str:
        return ", ".join(value or ())
