"""Writes: of the version that is known, once, as dry runs, and with decisions about what they touch."""

from typing import Any

import httpx
import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.api.manage.conftest import Arranger

FACIAL: dict[str, Any] = {"name": "Facial", "durations": [50], "currency": "EUR"}


async def tag_of(manager: Arranger, path: str) -> str:
    tag: str = (await manager.asks("GET", path)).headers["ETag"]
    return tag


def haircut(manager: Arranger) -> str:
    return f"/services/{manager.salon.services['Haircut']}"


async def test_who_names_no_version_changes_nothing(manager: Arranger) -> None:
    path = haircut(manager)
    for headers in ({}, {"If-Match": "*"}, {"If-Match": ""}):
        for method, where, body in (
            ("PATCH", path, {"price": "50"}),
            ("POST", f"{path}/archive", None),
            ("PUT", f"/hours/{manager.salon.location_id}", {"windows": []}),
            ("PATCH", "/business", {"name": "X"}),
            ("DELETE", f"{path}/picture", None),
        ):
            answer = await manager.asks(method, where, body, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (428, "precondition_required"), where
            assert ("*" in answer.json()["detail"]) == (headers.get("If-Match") == "*")
    assert (await manager.shows(path))["version"] == 1


async def test_an_older_version_is_told_the_newer_one(manager: Arranger) -> None:
    path = haircut(manager)
    old = await tag_of(manager, path)
    first = await manager.asks("PATCH", path, {"price": "50"}, headers={"If-Match": old})
    assert first.headers["ETag"] == await tag_of(manager, path) != old
    late = await manager.asks("PATCH", path, {"price": "60"}, headers={"If-Match": old})
    assert (late.status_code, late.json()["code"]) == (412, "precondition_failed")
    assert late.json()["details"] == {"version": 2}
    # What is as it should be already needs no second change.
    again = await manager.asks("PATCH", path, {"price": "50.00"}, headers={"If-Match": old})
    assert (again.status_code, again.json()["version"]) == (200, 2)
    other = f'"{manager.salon.services["Massage"]}-2"'
    for tag in (other, '"nonsense"', "2", f"{old},{other}"):
        answer = await manager.asks("PATCH", path, {"price": "60"}, headers={"If-Match": tag})
        assert answer.status_code == 412, tag
    one_of = {"If-Match": f"{old}, {first.headers['ETag']}"}
    assert (await manager.asks("PATCH", path, {"price": "60"}, headers=one_of)).status_code == 200


async def test_who_has_the_newest_version_is_sent_no_other(manager: Arranger) -> None:
    for path in (haircut(manager), "/business", f"/hours/{manager.salon.location_id}"):
        tag = await tag_of(manager, path)
        known = await manager.asks("GET", path, headers={"If-None-Match": tag})
        assert (known.status_code, known.headers["ETag"], known.content) == (304, tag, b"")


async def test_a_repeat_with_its_key_gives_the_first_answer(manager: Arranger) -> None:
    key = {"Idempotency-Key": "facial"}
    first = await manager.asks("POST", "/services", FACIAL, headers=key)
    again = await manager.asks("POST", "/services", FACIAL, headers=key)
    assert (again.status_code, again.content) == (201, first.content)
    assert (again.headers["Idempotency-Replayed"], again.headers["ETag"]) == ("true", first.headers["ETag"])
    other = await manager.asks("POST", "/services", {**FACIAL, "capacity": 2}, headers=key)
    assert other.json()["code"] == "idempotency_key_reused"
    none = await manager.asks("POST", "/services", FACIAL)
    assert (none.status_code, none.json()["code"]) == (400, "idempotency_key_required")
    tag = {"If-Match": await tag_of(manager, haircut(manager)), "Idempotency-Key": "dearer"}
    for _ in range(2):
        answer = await manager.asks("PATCH", haircut(manager), {"price": "50"}, headers=tag)
        assert (answer.status_code, answer.json()["version"]) == (200, 2)
    elsewhere = f"/services/{manager.salon.services['Massage']}"
    answer = await manager.asks("PATCH", elsewhere, {"price": "50"}, headers=tag)
    assert answer.json()["code"] == "idempotency_key_reused"


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"colour": "red"}, "colour", "unknown_field"),
        ({"name": None}, "name", "invalid_field"),
        ({"price": 45}, "price", "invalid_field"),
        ({"price": "1000001"}, "price", "invalid_field"),
        ({"currency": "XXX"}, "currency", "invalid_field"),
        ({"name": "haircut"}, "name", "name_taken"),
        ({"resource_ids": ["res_unknown"]}, "resource_ids", "unknown_reference"),
        ({"category_id": "cat_unknown"}, "category_id", "unknown_reference"),
        ({"translations": {"de": {"price": "5"}}}, "translations.de.price", "unknown_field"),
        ({"translations": {"german!": {"name": "x"}}}, "translations.german!", "invalid_field"),
        ({"prices": [{"amount": "5"}]}, "prices.0.location_id", "invalid_field"),
        (
            {"prices": [{"location_id": "loc_unknown", "amount": "5"}]},
            "prices.0.location_id",
            "unknown_reference",
        ),
        ({"prices": [{"location_id": "x", "amount": 5}]}, "prices.0.amount", "invalid_field"),
    ],
)
async def test_a_wrong_field_is_named(
    manager: Arranger, fields: dict[str, Any], field: str, code: str
) -> None:
    sent = {**FACIAL, **fields}
    answer = await manager.asks("POST", "/services", sent, headers={"Idempotency-Key": "k"})
    assert answer.status_code == 422, answer.text
    (error,) = answer.json()["errors"]
    if field == "translations.de.price":
        field = "translations[...].price"
    assert (error["field"], error["code"]) == (field, code)


async def test_everything_wrong_is_named_at_once(manager: Arranger) -> None:
    wrong = {**FACIAL, "currency": "XXX", "description": "a\u0007b", "aliases": ["x", "x"]}
    answer = await manager.asks("POST", "/services", wrong, headers={"Idempotency-Key": "k"})
    named = {error["field"] for error in answer.json()["errors"]}
    assert named == {"currency", "description", "aliases"}


async def closes(manager: Arranger, key: str, **more: Any) -> httpx.Response:
    """The whole of Tuesday."""
    query = {"dry_run": "true"} if more.pop("dry_run", False) else {}
    body = {"location_id": manager.salon.location_id, "day": "2026-11-24", **more}
    return await manager.asks("POST", "/dates", body, headers={"Idempotency-Key": key}, **query)


async def test_a_dry_run_tells_what_it_would_touch_and_keeps_nothing(
    manager: Arranger, ada: Visitor, salon: DemoSalon
) -> None:
    booked = await ada.books("Beard trim", at(1, 10))
    tried = (await closes(manager, "k", dry_run=True)).json()
    (touched,) = tried["touched"]["appointments"]
    assert (touched["appointment_id"], tried["dry_run"]) == (booked.id, True)
    assert touched["broken_rules"] == [f"closed {salon.resources['Miriam']}"]
    assert (await manager.shows("/dates"))["items"] == []
    refused = await closes(manager, "k")
    assert (refused.status_code, refused.json()["code"]) == (409, "appointments_touched")
    assert refused.json()["details"]["seen"] == tried["touched"]["seen"]
    decided = {"seen": tried["touched"]["seen"], "decisions": []}
    missing = await closes(manager, "k", touched=decided)
    assert (missing.json()["code"], missing.json()["errors"][0]["field"]) == (
        "missing_fields",
        f"touched.{booked.id}",
    )
    keep = {"appointment_id": booked.id, "decision": "keep"}
    twice = await closes(
        manager, "k", touched={**decided, "decisions": [keep, {**keep, "decision": "cancel"}]}
    )
    assert (twice.status_code, twice.json()["errors"][0]["field"]) == (422, f"touched.{booked.id}")
    done = await closes(manager, "k", touched={**decided, "decisions": [keep]})
    assert (done.status_code, done.json()["touched"]["appointments"]) == (201, [touched])
    again = await closes(manager, "k", touched={**decided, "decisions": [keep]})
    assert (again.content, again.headers["Idempotency-Replayed"]) == (done.content, "true")


async def test_a_touched_appointment_is_moved_or_cancelled_with_the_change(
    core: BookingCore, manager: Arranger, ada: Visitor
) -> None:
    moved, gone = await ada.books("Beard trim", at(1, 10)), await ada.books("Beard trim", at(1, 11))
    seen = (await closes(manager, "k", dry_run=True)).json()["touched"]["seen"]
    cancel = {"appointment_id": gone.id, "decision": "cancel", "reason": "Closed"}
    move: dict[str, Any] = {
        "appointment_id": moved.id,
        "decision": "move",
        "start": "2026-11-24T12:00:00+01:00",
    }
    wrong = await closes(manager, "k", touched={"seen": seen, "decisions": [cancel, move]})
    assert wrong.status_code == 422
    assert wrong.json()["details"]["appointment_id"] == moved.id
    move["start"] = "2026-11-25T12:00:00+01:00"
    done = await closes(manager, "k", touched={"seen": seen, "decisions": [cancel, move]})
    assert done.status_code == 201, done.text
    assert (await ada.at_desk(lambda desk: desk.find(gone.id))).status == "cancelled"
    assert (await ada.at_desk(lambda desk: desk.find(moved.id))).starts_at == at(2, 12)


async def test_one_decision_is_for_all_that_are_not_named(manager: Arranger, ada: Visitor) -> None:
    kept, gone = await ada.books("Beard trim", at(1, 10)), await ada.books("Beard trim", at(1, 11))
    seen = (await closes(manager, "k", dry_run=True)).json()["touched"]["seen"]
    wrong = await closes(manager, "k", touched={"seen": seen, "others": "move"})
    assert wrong.status_code == 422
    cancel = {"appointment_id": gone.id, "decision": "cancel"}
    done = await closes(manager, "k", touched={"seen": seen, "decisions": [cancel], "others": "keep"})
    assert done.status_code == 201, done.text
    for one, status in ((kept, "confirmed"), (gone, "cancelled")):
        assert (await ada.at_desk(lambda desk, id_=one.id: desk.find(id_))).status == status


@pytest.mark.parametrize("dry_run", ["true", "false"])
async def test_what_is_no_key_is_refused_also_where_none_is_needed(manager: Arranger, dry_run: str) -> None:
    headers = {"If-Match": f'"{manager.salon.organization_id}-1"', "Idempotency-Key": "two words"}
    answer = await manager.asks("DELETE", "/business/logo", headers=headers, dry_run=dry_run)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_idempotency_key")


async def test_a_dry_run_of_a_wrong_field_is_refused_like_the_write(manager: Arranger) -> None:
    headers = {"Idempotency-Key": "k"}
    answer = await manager.asks(
        "POST", "/services", {**FACIAL, "name": "haircut"}, headers=headers, dry_run="true"
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "name_taken")
    fine = await manager.asks("POST", "/services", FACIAL, headers=headers, dry_run="true")
    assert (fine.status_code, "ETag" in fine.headers) == (200, False)
    names = [one["name"] for one in (await manager.shows("/services"))["items"]]
    assert "Facial" not in names


async def test_a_weak_tag_is_no_version_that_may_be_changed(manager: Arranger) -> None:
    """RFC 9110 §13.1.1: compared strongly, a weak tag is equal to none."""
    path = f"/services/{manager.salon.services['Haircut']}"
    tag = (await manager.asks("GET", path)).headers["ETag"]
    refused = await manager.asks("PATCH", path, {"name": "Cut"}, headers={"If-Match": f"W/{tag}"})
    assert (refused.status_code, refused.json()["code"]) == (412, "precondition_failed")
    assert "is weak" in refused.json()["detail"]
    known = await manager.asks("GET", path, headers={"If-None-Match": f"W/{tag}"})
    assert known.status_code == 304
    one_of = await manager.asks("PATCH", path, {"name": "Cut"}, headers={"If-Match": f"W/{tag}, {tag}"})
    assert one_of.status_code == 200


async def test_a_page_goes_on_behind_what_was_archived_meanwhile(manager: Arranger) -> None:
    first = await manager.shows("/services", page_size=2)
    last = first["items"][-1]["id"]
    archived = await manager.writes("POST", f"/services/{last}/archive", of=f"/services/{last}")
    assert archived.status_code == 200, archived.text
    rest = await manager.shows("/services", page_size=100, page_token=first["next_page_token"])
    every = [one["id"] for one in (await manager.shows("/services"))["items"]]
    assert [first["items"][0]["id"], *(one["id"] for one in rest["items"])] == every
    public = await manager.asks("GET", "/services", page_token="srv_nobody")
    assert public.status_code == 404
