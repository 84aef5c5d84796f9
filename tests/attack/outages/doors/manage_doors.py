"""A valid request to every route of the Management API. Each may be asked again and again: what is already as
it should be is granted whatever version is named, and a key is answered as it was the first time."""

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import httpx

from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.pictures import png

MANAGE = "/api/v1/manage"
# A logo comes and goes: who asks knows every version there will be.
VERSIONS = range(1, 41)
ORDERED = ("locations", "resources", "categories", "services", "questions")
FILE = {"Content-Type": "application/octet-stream"}


class ManageDoors:
    """``put`` takes a method, the template of a path, and what a request needs."""

    def __init__(
        self, http: httpx.AsyncClient, salon: DemoSalon, auth: Mapping[str, str], put: Callable[..., None]
    ) -> None:
        self.http = http
        self.salon = salon
        self.auth = auth
        self.put = put

    async def find(self) -> None:
        for name, body in self._new().items():
            await self._noun(name, body)
        dana, business = self.salon.resources["Dana"], self.salon.organization_id
        hours = (await self.http.get(f"{MANAGE}/hours/{dana}", headers=self.auth)).json()
        self._knock("GET", "/hours/{owner_id}", dana)
        self._knock("PUT", "/hours/{owner_id}", dana, json={"windows": hours["windows"]})
        self._knock("GET", "/business", business)
        self._knock("PATCH", "/business", business, json={})
        for path, shown, bare in (
            ("/services/{row_id}/picture", self.salon.services["Haircut"], self.salon.services["Massage"]),
            ("/resources/{row_id}/picture", dana, self.salon.resources["Miriam"]),
            ("/business/logo", business, business),
        ):
            self._knock("PUT", path, shown, content=png(), file=FILE)
            self._knock("DELETE", path, bare)

    def _new(self) -> dict[str, dict[str, Any]]:
        """Something new of each noun, under a name and on a day that nobody had before."""
        name, day = new_id("name"), date(2027, 3, 1) + timedelta(days=random.randrange(500))
        whose = {"resource_id": self.salon.resources["Dana"]}
        asked = {"service_id": self.salon.services["Haircut"], "kind": "text"}
        return {
            "locations": {"name": name, "time_zone": "Europe/Berlin"},
            "resources": {"kind": "room", "name": name, "location_id": self.salon.location_id},
            "categories": {"name": name},
            "services": {"name": name, "durations": [50], "currency": "EUR"},
            "questions": {"key": f"q_{random.randrange(10**9)}", "label": name, **asked},
            "dates": {"location_id": self.salon.location_id, "day": f"{day}"},
            "times-off": {"starts_at": "2027-03-02T09:00:00Z", "ends_at": "2027-03-02T10:00:00Z", **whose},
            "repeated-times-off": {
                "weekday": 6,
                "starts": 540,
                "ends": 600,
                "anchor": "2027-03-07",
                **whose,
            },
        }

    async def _noun(self, name: str, body: dict[str, Any]) -> None:
        """What is made is archived, so that all other requests find the salon as it was."""
        keyed = {**self.auth, "Idempotency-Key": f"made-{name}"}
        made = await self.http.post(f"{MANAGE}/{name}", headers=keyed, json=body)
        assert made.status_code == 201, made.text
        row, tag = f"{MANAGE}/{name}/{made.json()['id']}", {"If-Match": made.headers["ETag"]}
        gone = await self.http.post(f"{row}/archive", headers={**self.auth, **tag})
        assert gone.status_code == 200, gone.text
        self.put("POST", f"{MANAGE}/{name}", headers=keyed, json=body)
        self._knock("GET", f"/{name}", "")
        for method, verb in (("GET", ""), ("PATCH", ""), ("POST", "/archive")):
            content = {"json": {}} if method == "PATCH" else {}
            self._knock(method, f"/{name}/{{row_id}}{verb}", made.json()["id"], **content)
        self._knock("POST", f"/{name}/{{row_id}}/restore", await self._offered(name))

    async def _offered(self, name: str) -> str:
        """One of those that are offered, which are in their order; of what the salon has none, a new one."""
        listed = (await self.http.get(f"{MANAGE}/{name}", headers=self.auth)).json()["items"]
        if not listed:
            keyed = {**self.auth, "Idempotency-Key": f"kept-{name}"}
            made = await self.http.post(f"{MANAGE}/{name}", headers=keyed, json=self._new()[name])
            assert made.status_code == 201, made.text
            listed = [made.json()]
        if name in ORDERED:
            ids = [one["id"] for one in listed]
            self.put("PUT", f"{MANAGE}/{name}/order", headers=self.auth, json={"ids": ids, "seen": ids})
        offered: str = listed[0]["id"]
        return offered

    def _knock(
        self, method: str, path: str, row_id: str, *, file: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        tags = {"If-Match": ", ".join(f'"{row_id}-{version}"' for version in VERSIONS)}
        headers = self.auth if method == "GET" else {**self.auth, **(file or {}), **tags}
        ids = {name: row_id for name in ("row_id", "owner_id") if f"{{{name}}}" in path}
        self.put(method, MANAGE + path, headers=headers, **ids, **more)
