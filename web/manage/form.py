"""What the forms of the page send."""

from web.manage.visit import AnyRequest

VERSION = "version"


async def fields_of(request: AnyRequest) -> dict[str, str]:
    """The first text of each name; files are left out, and lines end as they do everywhere but in forms."""
    fields: dict[str, str] = {}
    for name, value in (await request.form()).multi_items():
        if isinstance(value, str):
            fields.setdefault(name, value.replace("\r\n", "\n"))
    return fields


async def version_in(request: AnyRequest) -> int:
    """The version of the appointment that the page showed; 0, which none has, for anything else."""
    return version_of((await fields_of(request)).get(VERSION, ""))


def version_of(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if is_number else 0
