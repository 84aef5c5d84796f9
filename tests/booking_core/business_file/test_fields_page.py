"""docs/business-file-fields.md has every field of every section, as the schema and the reader have it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from booking_core.business_file.sections.members import Member, RowList
from booking_core.business_file.sections.sections import SECTIONS, Section, every_section

PAGE = Path(__file__).resolve().parents[3] / "docs" / "business-file-fields.md"
HEAD = ("| Field | What it is | Takes | If it is left out |", "|---|---|---|---|")


def test_the_page_has_every_field_as_it_is_read() -> None:
    """A field that changes has another line there; the difference is told here."""
    written = PAGE.read_text("utf-8")
    sections: dict[str, list[str]] = {}
    for section in every_section(SECTIONS):
        sections.setdefault(section.name, list(lines(section)))
    wanted = "\n\n".join(f"## `{name}`\n\n" + "\n".join(table) for name, table in sections.items()) + "\n"
    assert written[written.index("## `locations`") :] == wanted


def lines(section: Section) -> Iterator[str]:
    yield from HEAD
    for member in section.members:
        yield _line(member.name, member)
        if isinstance(member.kind, RowList):
            yield from (_line(f"{member.name}: {one.name}", one) for one in member.kind.members)
    for inner in section.nested:
        yield f"| `{inner.name}` | | [see there](#{inner.name}) | nothing |"


def _line(name: str, member: Member) -> str:
    cells = (f"`{name}`", member.tells, member.kind.takes, leave_out(member))
    return f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in cells)} |"


def leave_out(member: Member) -> str:
    if member.is_required:
        return "must be given"
    return member.usual or show(member.default)


def show(default: Any) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return str(default) if isinstance(default, int) or default else "nothing"
