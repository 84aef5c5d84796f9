"""All prices on one page, and the rules of all services said once."""

from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import arranging, fields_of
from tests.web.console.stage import Browser


async def services_of(core: BookingCore, salon: DemoSalon) -> dict[str, Service]:
    rows = await arranging(core, salon, lambda office: office.services.list_offered())
    return {one.name: one for one in rows}


def pages(salon: DemoSalon) -> tuple[str, str]:
    home = f"/console/{salon.organization_id}/settings"
    return f"{home}/prices", f"{home}/booking-rules"


async def test_all_prices_are_typed_as_people_say_them(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    page, _ = pages(salon)
    before = await services_of(core, salon)
    cut, massage = before["Haircut"], next(one for one in before.values() if len(one.durations) > 1)
    form = fields_of((await owner.see(page)).text)
    usual, longer = massage.durations[:2]
    typed = {f"{cut.id}.{cut.duration_min}": "ab 48,50 €"}
    typed |= {f"{massage.id}.{usual}": "30", f"{massage.id}.{longer}": "45"}
    saved = await owner.send(page, **{**form, **typed})
    assert saved.headers["location"] == f"{page}?done=saved", saved.text
    after = await services_of(core, salon)
    assert (str(after["Haircut"].price), after["Haircut"].price_is_from) == ("48.50", True)
    assert str(after[massage.name].price) == "30.00"
    assert after[massage.name].price_by_duration[str(longer)] in ("45", "45.00")
    untouched = [name for name in before if name not in ("Haircut", massage.name)]
    assert [after[name].version for name in untouched] == [before[name].version for name in untouched]
    listed = (await owner.see(page.replace("/prices", "/services"))).text
    assert "from €48.50" in listed
    assert "€30.00" in listed
    assert "€45.00" in listed


async def test_what_is_no_price_is_told_beside_it_and_nothing_is_saved(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    page, _ = pages(salon)
    before = await services_of(core, salon)
    cut, colour = before["Haircut"], before["Bridal styling"]
    form = fields_of((await owner.see(page)).text)
    typed = {f"{cut.id}.{cut.duration_min}": "99", f"{colour.id}.{colour.duration_min}": "a lot"}
    refused = await owner.send(page, **{**form, **typed})
    assert refused.status_code == 422
    assert 'value="a lot"' in refused.text
    assert 'value="99"' in refused.text
    assert f'href="#{colour.id}.{colour.duration_min}"' in refused.text
    assert (await services_of(core, salon))["Haircut"].price == cut.price


async def test_a_price_that_somebody_changed_meanwhile_is_not_written_over(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    page, _ = pages(salon)
    cut = (await services_of(core, salon))["Haircut"]
    form = fields_of((await owner.see(page)).text)
    await arranging(
        core,
        salon,
        lambda office: office.services.change(cut.id, {"price": "77"}, expected_version=cut.version),
    )
    refused = await owner.send(page, **{**form, f"{cut.id}.{cut.duration_min}": "50"})
    assert refused.status_code == 422
    assert str((await services_of(core, salon))["Haircut"].price) == "77.00"


async def test_rules_are_said_once_for_all_services_and_told_in_words(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    _, page = pages(salon)
    form = fields_of((await owner.see(page)).text)
    typed = {"min_notice_min": "2", "min_notice_min.unit": "60"}
    typed |= {"cancellation_cutoff_min": "1", "cancellation_cutoff_min.unit": "1440"}
    typed |= {"reschedule_cutoff_min": "0"}
    assert (await owner.send(page, **{**form, **typed})).status_code == 303
    for one in (await services_of(core, salon)).values():
        assert (one.min_notice_min, one.cancellation_cutoff_min, one.reschedule_cutoff_min) == (120, 1440, 0)
    for told in (page, page.replace("booking-rules", "services"), page.replace("booking-rules", "start")):
        text = (await owner.see(told)).text
        assert "Booked at the latest: 2 hours before the start" in text, told
        assert "Cancelled at the latest: 1 day before the start" in text
        assert "Moved at the latest: until the start" in text
    refused = await owner.send(page, **{**form, "min_notice_min": "soon"})
    assert refused.status_code == 422
    assert 'value="soon"' in refused.text


async def test_a_form_that_holds_no_rule_changes_none(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    _, page = pages(salon)
    before = {one.id: one.version for one in (await services_of(core, salon)).values()}
    assert (await owner.send(page, sure="yes")).status_code == 303
    assert {one.id: one.version for one in (await services_of(core, salon)).values()} == before
