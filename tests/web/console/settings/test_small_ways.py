"""Small things that owners type as they mean them."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import FormReader, arranging
from tests.web.console.stage import Browser


async def test_a_day_off_needs_no_last_day(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    page = f"/console/{salon.organization_id}/settings/time-off/new"
    form = FormReader((await owner.see(page)).text).each
    day = {"resource_id": salon.resources["Dana"], "starts_at": "2026-12-22", "ends_at": ""}
    sent = await owner.send(page, **{**form, **day})
    assert sent.status_code == 303, sent.text
    [off] = await arranging(core, salon, lambda office: office.times_off.list_offered())
    assert (off.ends_at - off.starts_at).total_seconds() == 86_400


async def test_an_address_without_https_is_one(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    page = f"/console/{salon.organization_id}/settings/business"
    seen = (await owner.see(page)).text
    # A browser refuses what has no scheme in a field for addresses before it is sent.
    field = seen[seen.index('id="chat.privacy_page"') :].partition(">")[0]
    assert 'type="url"' not in field
    form = FormReader(seen).each
    sent = await owner.send(page, **{**form, "chat.privacy_page": "salon.example/privacy"})
    assert sent.status_code == 303, sent.text
    assert 'value="https://salon.example/privacy"' in (await owner.see(page)).text


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
