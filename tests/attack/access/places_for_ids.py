"""Every place of the API where an id stands."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tests.web.api.access.test_scopes import routes

IDS = re.compile(r"_id$|^staff$|^reschedule_of$")
PAGE = "page_token"


class Place(Struct, frozen=True):
    """One place for an id: in the path, the query or the body of an operation."""

    method: str
    path: str
    operation: str
    field: str
    where: str
    keyed: bool

    @property
    def arranges(self) -> bool:
        """Whether what it takes in its body becomes part of the business: a field that is wrong is named."""
        return self.where == "body" and self.path.startswith("/api/v1/manage/")


def places() -> Iterator[Place]:
    for method, path, operation in routes():
        if operation is None:
            continue
        fields = {
            "path": re.findall(r"{(\w+)}", path),
            "query": operation.query.__struct_fields__ if operation.query else (),
            "body": operation.body.__struct_fields__ if operation.body else (),
        }
        for where, names in fields.items():
            for name in names:
                if where == "path" or IDS.search(name) or name == PAGE:
                    yield Place(method, path, operation.name, name, where, operation.keyed == "required")


def alter(id_: str) -> str:
    """As long, of the same look, and nobody's."""
    return id_[:-4] + "zzzz"


def median_ms(seconds: list[float]) -> float:
    return round(sorted(seconds)[len(seconds) // 2] * 1000, 2)
