"""What a form holds, as texts by name: what a browser has sent, or would send of what is kept."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from litestar import Request
from litestar.datastructures import FormMultiDict
from msgspec import Struct

from booking_core.input.whole_number import whole_number

# What versions and places in a list are kept as.
LARGEST = 2**31
Texts = Mapping[str, Sequence[str]]


class Sent(Struct, frozen=True):
    """A name without any text, such as that of a box which is not ticked, is not among the texts."""

    texts: Texts

    @classmethod
    def of(cls, form: FormMultiDict) -> "Sent":
        """Files are left out; lines end as they do everywhere but in forms."""
        texts: dict[str, list[str]] = {}
        for name, value in form.multi_items():
            if isinstance(value, str):
                texts.setdefault(name, []).append(value.replace("\r\n", "\n"))
        return cls(texts)

    def text(self, name: str) -> str:
        return next(iter(self.texts.get(name, ())), "")

    def each(self, name: str) -> list[str]:
        return list(self.texts.get(name, ()))

    def number(self, name: str) -> int:
        """0 for what is none."""
        number = whole_number(self.text(name)) or 0
        return number if 0 < number < LARGEST else 0

    def below(self, name: str) -> dict[str, str]:
        """What stands below a name: ``name`` and ``de`` of ``name.de``, by the rest of theirs."""
        begin = f"{name}."
        return {one.removeprefix(begin): self.text(one) for one in self.texts if one.startswith(begin)}

    def only(self, names: Iterable[str]) -> Texts:
        wanted = set(names)
        return {name: list(texts) for name, texts in self.texts.items() if name in wanted}

    def with_texts(self, names: Iterable[str], texts: Texts) -> "Sent":
        """The same with these texts in place of those of the ``names``."""
        gone = set(names)
        return Sent({name: said for name, said in self.texts.items() if name not in gone} | dict(texts))


def number_or_text(text: str) -> int | str:
    """A whole number where that is what was typed; else the text, which is refused as what it is."""
    number = whole_number(text)
    return text.strip() if number is None else number


async def read_sent(request: Request[Any, Any, Any]) -> Sent:
    """What the request's form holds."""
    return Sent.of(await request.form())
