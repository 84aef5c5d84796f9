"""A journey through the Management API: one call of every operation, with what was sent and what came
back."""

from typing import Any

from tests.pictures import png
from tests.web.api.conftest import API, Program

SAID = dict[str, Any]
# What each noun is called in paths and in the names of its operations, and one of it with a change.
NOUNS: tuple[tuple[str, str, str], ...] = (
    ("locations", "location", "locations"),
    ("categories", "category", "categories"),
    ("resources", "resource", "resources"),
    ("services", "service", "services"),
    ("questions", "question", "questions"),
    ("dates", "date", "dates"),
    ("times-off", "time_off", "times_off"),
    ("repeated-times-off", "repeated_time_off", "repeated_times_off"),
)


# One of a noun, and a change of it.
Made = tuple[dict[str, Any], dict[str, Any]]


def something(noun: str, known: dict[str, str]) -> Made:
    """One of a noun that names what was made before, and a change of it."""
    return (offered_things(known) | hours_and_questions(known))[noun]


def offered_things(known: dict[str, str]) -> dict[str, Made]:
    london = {"name": "London", "time_zone": "Europe/London", "country": "GB", "currency": "GBP"}
    return {
        "location": (london, {"address": "1 High Street, London"}),
        "category": ({"name": "Teeth", "translations": {"de": {"name": "Zähne"}}}, {"name": "Dental care"}),
        "resource": (
            {"kind": "staff", "name": "Dr Costa", "location_id": known.get("location", "")},
            {"bio": "A dentist since 2009."},
        ),
        "service": (
            {
                "name": "Check-up",
                "durations": [30, 60],
                "currency": "GBP",
                "price": "65.00",
                "price_by_duration": {"60": "99.50"},
                "buffer_after_min": 10,
                "resource_ids": [known.get("resource", "")],
                "category_id": known.get("category"),
                "translations": {"de": {"name": "Kontrolle"}},
            },
            {"prices": [{"resource_id": known.get("resource", ""), "amount": "80.00"}]},
        ),
    }


HOLIDAY = {"starts_at": "2026-12-21T00:00:00Z", "ends_at": "2026-12-24T00:00:00Z"}


def hours_and_questions(known: dict[str, str]) -> dict[str, Made]:
    return {
        "question": (
            {
                "service_id": known.get("service", ""),
                "key": "pain",
                "label": "Any pain?",
                "kind": "choice",
                "choices": ["none", "some"],
            },
            {"required": True},
        ),
        "date": (
            {"location_id": known.get("location"), "day": "2026-12-26", "note": "Boxing Day"},
            {"windows": [[600, 720]]},
        ),
        "time_off": (
            {"resource_id": known.get("resource", ""), **HOLIDAY},
            {"ends_at": "2026-12-25T00:00:00Z"},
        ),
        "repeated_time_off": (
            {
                "resource_id": known.get("resource", ""),
                "weekday": 4,
                "starts": 840,
                "ends": 1080,
                "every_weeks": 2,
                "anchor": "2026-11-27",
            },
            {"until": "2027-03-26"},
        ),
    }


# Of what a business has one by now, so that there is an order.
SECOND: dict[str, dict[str, Any]] = {
    "category": {"name": "Gums", "translations": {}},
    "question": {"key": "allergies", "label": "Any allergies?", "kind": "text", "choices": []},
}


def only(answer: dict[str, Any], ids: list[str]) -> dict[str, Any]:
    """As if there were nothing but these: an example that can be read at a glance."""
    return {**answer, "items": [one for one in answer["items"] if one["id"] in ids]}


class ArrangingJourney:
    """What a program says and hears."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.said: SAID = {}
        self.known: dict[str, str] = {}

    async def goes(self) -> SAID:
        for noun in NOUNS:
            await self.lives(*noun)
        await self.arranges_hours()
        await self.shows_pictures()
        await self.changes_settings()
        return self.said

    async def asks(
        self, operation: str, method: str, path: str, body: Any = None, *, of: str = "", file: bytes = b""
    ) -> Any:
        """``of`` is what shows the version that is changed."""
        headers = self.program.auth
        if of:
            tag = (await self.program.gets(f"/manage{of}")).headers["ETag"]
            headers = headers | {"If-Match": tag}
        if method == "POST":
            headers = headers | {"Idempotency-Key": operation}
        sent: dict[str, Any] = {"content": file} if file else {"json": body}
        answer = await self.program.http.request(method, f"{API}/manage{path}", headers=headers, **sent)
        assert answer.status_code in (200, 201), answer.text
        request = {} if body is None else {"request": body}
        self.said[operation] = request | {"response": answer.json()}
        return answer.json()

    async def lives(self, path: str, one: str, many: str) -> None:
        new, change = something(one, self.known)
        made = await self.asks(f"create_{one}", "POST", f"/{path}", new)
        self.known[one], mine = made["id"], f"/{path}/{made['id']}"
        await self.asks(f"change_{one}", "PATCH", mine, change, of=mine)
        await self.asks(f"get_managed_{one}", "GET", mine)
        await self.asks(f"archive_{one}", "POST", f"{mine}/archive", {}, of=mine)
        await self.asks(f"restore_{one}", "POST", f"{mine}/restore", {}, of=mine)
        listed = (await self.program.gets(f"/manage/{path}", page_size=200)).json()
        self.said[f"list_managed_{many}"] = {"response": only(listed, [made["id"]])}
        if one in SECOND:
            headers = self.program.auth | {"Idempotency-Key": f"second-{one}"}
            second = new | SECOND[one]
            await self.program.http.post(f"{API}/manage/{path}", json=second, headers=headers)
        if many in ("locations", "resources", "categories", "services", "questions"):
            every = (await self.program.gets(f"/manage/{path}")).json()["items"]
            seen = [row["id"] for row in every if row.get("service_id") == made.get("service_id")]
            order = {"ids": [*seen[1:], seen[0]], "seen": seen}
            await self.asks(f"reorder_{many}", "PUT", f"/{path}/order", order)
            said, two = self.said[f"reorder_{many}"], seen[:2]
            request = {name: [one for one in ids if one in two] for name, ids in order.items()}
            self.said[f"reorder_{many}"] = {"request": request, "response": only(said["response"], two)}

    async def arranges_hours(self) -> None:
        mine = f"/hours/{self.known['location']}"
        windows = [
            {"weekday": day, "opens": opens, "closes": closes}
            for day in (0, 1)
            for opens, closes in ((540, 750), (810, 1080))
        ]
        saturday = {"weekday": 5, "opens": 600, "closes": 720, "every_weeks": 2, "anchor": "2026-11-28"}
        await self.asks("change_hours", "PUT", mine, {"windows": [*windows, saturday]}, of=mine)
        await self.asks("get_hours", "GET", mine)

    async def shows_pictures(self) -> None:
        for name, of, path in (
            ("service_picture", f"/services/{self.known['service']}", "/picture"),
            ("resource_picture", f"/resources/{self.known['resource']}", "/picture"),
            ("logo", "/business", "/logo"),
        ):
            await self.asks(f"put_{name}", "PUT", of + path, of=of, file=png())
            await self.asks(f"remove_{name}", "DELETE", of + path, of=of)

    async def changes_settings(self) -> None:
        change = {"travel_min": 45, "chat.facts": {"parking": "Behind the house."}}
        await self.asks("change_business", "PATCH", "/business", change, of="/business")
        await self.asks("get_business", "GET", "/business")
