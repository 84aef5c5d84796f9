"""An agent books, moves and cancels, in either era of the protocol."""

from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.api.conftest import Program
from tests.web.mcp.conftest import Agent


async def test_an_agent_books_moves_and_cancels(agent: Agent, program: Program) -> None:
    slots = await agent.slots()
    booked = await agent.books(slots[0])
    assert booked["status"] == "confirmed"
    assert booked["source"] == "mcp"
    assert booked["start"] == slots[0]["start"]
    hold = await agent.gets("create_hold", slot_id=slots[6]["slot_id"], reschedule_of=booked["id"])
    assert hold["purpose"] == "reschedule"
    moved = await agent.gets("reschedule_booking", appointment_id=booked["id"], hold_id=hold["hold_id"])
    assert (moved["id"], moved["version"], moved["start"]) == (booked["id"], 2, slots[6]["start"])
    gone = await agent.gets("cancel_booking", booking_code=booked["booking_code"])
    assert (gone["status"], gone["already"]) == ("cancelled", False)
    assert (await agent.gets("cancel_booking", booking_code=booked["booking_code"]))["already"]
    seen = (await program.gets(f"/appointments/{booked['id']}")).json()
    assert (seen["status"], seen["version"]) == ("cancelled", 3)


async def test_every_answer_tells_the_time_and_its_zone(agent: Agent) -> None:
    for tool, arguments in {
        "list_locations": {},
        "list_services": {},
        "get_availability": {"service_id": agent.salon.services["Haircut"]},
    }.items():
        answer = await agent.gets(tool, **arguments)
        assert answer["now"] == "2026-11-23T08:00:00+01:00"
        assert answer["time_zone"] == "Europe/Berlin"


async def test_booking_a_hold_twice_makes_one_booking(agent: Agent) -> None:
    hold = await agent.gets("create_hold", slot_id=(await agent.slots())[0]["slot_id"])
    ada = {"name": "Ada", "email": "ada@example.com"}
    first = await agent.gets("create_booking", hold_id=hold["hold_id"], customer=ada)
    second = await agent.gets("create_booking", hold_id=hold["hold_id"], customer=ada)
    assert first["id"] == second["id"]
    assert second["customer_as_given"] is True
    ben = {"name": "Ben", "email": "ben@example.com"}
    assert (await agent.gets("create_booking", hold_id=hold["hold_id"], customer=ben))[
        "customer_as_given"
    ] is False


async def test_a_move_keeps_its_service(agent: Agent) -> None:
    hold = await agent.gets("create_hold", slot_id=(await agent.slots())[0]["slot_id"])
    ada = {"name": "Ada", "email": "ada@example.com"}
    booked = await agent.gets("create_booking", hold_id=hold["hold_id"], customer=ada)
    massage = agent.salon.services["Massage"]
    problem = await agent.refusal("get_availability", service_id=massage, reschedule_of=booked["id"])
    assert (problem["code"], problem["status"]) == ("not_reschedulable", 422)


async def test_what_is_missing_or_wrong_is_named_and_the_hold_is_kept(agent: Agent) -> None:
    hold = await agent.gets("create_hold", slot_id=(await agent.slots())[0]["slot_id"])
    missing = await agent.refusal("create_booking", hold_id=hold["hold_id"], customer={"name": "Ada"})
    assert missing["code"] == "missing_fields"
    assert missing["errors"][0]["field"] == "customer.email"
    unknown = await agent.refusal("create_booking", hold_id=hold["hold_id"], customer={"name": "A"}, price=1)
    assert unknown["code"] == "unknown_field"
    ada = {"name": "Ada", "email": "ada@example.com"}
    assert (await agent.gets("create_booking", hold_id=hold["hold_id"], customer=ada))[
        "status"
    ] == "confirmed"


async def test_every_change_says_which_client_made_it(
    agent: Agent, program: Program, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await agent.books((await agent.slots())[0])
    async with core.sessions() as session:
        audit = text("SELECT door, actor, proof, request_id FROM audit WHERE subject = :id")
        row = (await session.execute(audit, {"id": booked["id"]})).one()
    assert (row.door, row.actor, row.proof) == ("mcp", program.client_id, "scope:appointments:write")
    assert row.request_id.startswith("req_")


async def test_resources_and_the_prompt_are_there_to_read(agent: Agent) -> None:
    async with agent.connected() as client:
        listed = await client.list_resources()
        read = {one.uri: await client.read_resource(one.uri) for one in listed.resources}
        prompt = await client.get_prompt("book_appointment", {"service": "a haircut", "when": "Friday"})
    information = read["zimun://business/information"].contents[0].text
    assert "hello@lavender.example" in information
    assert "09:00-" in information
    assert "cancellation_cutoff_min" in read["zimun://business/policies"].contents[0].text
    assert "a haircut" in prompt.messages[0].content.text


async def test_whoever_may_only_write_is_not_told_whose_booking_it_is(agent: Agent, program: Program) -> None:
    """By its code, of a booking that somebody else made; the same agent with every scope is told."""
    booked = await agent.books((await agent.slots())[0])
    token = await program.gets_door_token(scope="appointments:write")
    writer = Agent(agent.url.partition("/o/")[0], agent.salon, token, agent.mode)
    by_code = {"booking_code": booked["booking_code"]}
    answers = [await writer.gets("reschedule_booking", **by_code, start=booked["start"])]
    answers += [await writer.gets("cancel_booking", **by_code) for _ in range(2)]
    for answer in answers:
        assert not {"customer", "answers", "cancel_reason"} & set(answer)
        assert "ada@example.com" not in str(answer)
    assert (await agent.gets("cancel_booking", **by_code))["customer"]["email"] == "ada@example.com"


async def test_an_agent_reads_names_in_its_customers_language(
    agent: Agent, core: BookingCore, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(
            text("UPDATE services SET translations = :said WHERE id = :id"),
            {"said": '{"de": {"name": "Haarschnitt"}}', "id": salon.services["Haircut"]},
        )
    for language, name in (("de-AT", "Haarschnitt"), ("fr", "Haircut")):
        told = await agent.gets("list_services", language=language)
        assert name in [service["name"] for service in told["services"]]
    first = await agent.gets("get_availability", service_id=salon.services["Haircut"], limit=1, language="de")
    page = {"service_id": salon.services["Haircut"], "limit": 1, "page_token": first["next_page_token"]}
    assert (await agent.gets("get_availability", **page, language="en"))["items"]
    assert (await agent.refusal("list_services", language="?"))["code"] == "invalid_field"
