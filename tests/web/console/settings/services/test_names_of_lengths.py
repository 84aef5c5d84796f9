"""Lengths that have a name: typed beside them, in other languages as well, and told wherever customers and
staff choose by them."""

import pytest

from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.web.console.settings.forms import FormReader, arranging
from tests.web.console.stage import Browser


async def test_lengths_are_named_and_told_by_name(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    rows = await arranging(core, salon, lambda office: office.services.list_offered())
    service = next(one for one in rows if len(one.durations) > 1)
    usual, longer = map(str, service.durations[:2])
    page = f"/console/{salon.organization_id}/settings/services/{service.id}"
    form = FormReader((await owner.see(page)).text).each
    named = {f"duration_names.{usual}": "Short hair", f"duration_names.{longer}": " Long hair "}
    assert (await owner.send(page, **{**form, **named})).status_code == 303
    form = FormReader((await owner.see(page)).text).each
    assert form[f"duration_names.{longer}"] == ["Long hair"]
    german = {f"translations.de.duration_names.{longer}": "Lange Haare"}
    saved = await owner.send(page, **{**form, **german})
    assert saved.status_code == 303, saved.text
    kept = await arranging(core, salon, lambda office: office.services.list_offered())
    now = next(one for one in kept if one.id == service.id)
    assert now.duration_names == {usual: "Short hair", longer: "Long hair"}
    assert now.translations["de"]["duration_names"] == {longer: "Lange Haare"}
    assert "(Long hair)" in (await owner.see(page.rpartition("/")[0])).text
    catalogue = await core.catalogue_of(salon.organization_id)
    assert catalogue.in_language("de").service(service.id).length_name(int(longer)) == "Lange Haare"
    eve = Chatter(core, salon)
    assert "(Long hair, " in await eve.says(f"how much is {service.name}?")
    new = f"/console/{salon.organization_id}/agenda/new?service={service.id}"
    assert "(Long hair)" in (await owner.see(new)).text


async def test_a_name_goes_with_its_length(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    rows = await arranging(core, salon, lambda office: office.services.list_offered())
    service = next(one for one in rows if len(one.durations) > 1)
    longer = str(service.durations[1])
    page = f"/console/{salon.organization_id}/settings/services/{service.id}"
    form = FormReader((await owner.see(page)).text).each | {f"duration_names.{longer}": "Long hair"}
    sent = await owner.send(page, **form)
    assert sent.status_code == 303, sent.text

    async def names_another(office: BackOffice) -> None:
        row = (await office.services.list_offered())[0]
        wrong = {"duration_names": {"7": "Nobody"}}
        await office.services.change(row.id, wrong, expected_version=row.version)

    with pytest.raises(InvalidField, match="does not come in 7 minutes"):
        await arranging(core, salon, names_another)


async def test_every_length_can_be_named_at_once_and_is_named_among_the_prices(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    settings = f"/console/{salon.organization_id}/settings"
    new = (await owner.see(f"{settings}/services/new")).text
    assert 'name="duration_names.new0"' in new
    page = f"{settings}/services/{salon.services['Massage']}"
    form = FormReader((await owner.see(page)).text).each
    assert (await owner.send(page, **{**form, "duration_names.90": "long hair"})).status_code == 303
    assert "(long hair)" in (await owner.see(f"{settings}/prices")).text
