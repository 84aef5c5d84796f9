"""Words are asked for in the languages that a business speaks to customers; what is kept in others stays."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import set_by_owner
from tests.web.console.settings.forms import FormReader, arranging
from tests.web.console.stage import Browser


async def test_only_chosen_languages_are_asked_for_and_others_are_kept(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    rows = await arranging(core, salon, lambda office: office.services.list_offered())
    service = rows[0]
    words = {"de": {"name": "Schnitt"}, "fr": {"name": "Coupe"}}
    await arranging(
        core,
        salon,
        lambda office: office.services.change(
            service.id, {"translations": words}, expected_version=service.version
        ),
    )
    await set_by_owner(core, salon.organization_id, chat__languages=["en", "de"])
    home = f"/console/{salon.organization_id}/settings"
    for page in (f"services/{service.id}", "business", "people/new", f"locations/{salon.location_id}"):
        text = (await owner.see(f"{home}/{page}")).text
        assert "translations.de.name" in text, page
        assert "translations.fr.name" not in text, page
    page = f"{home}/services/{service.id}"
    form = FormReader((await owner.see(page)).text).each | {"translations.de.name": ["Haarschnitt"]}
    saved = await owner.send(page, **form)
    assert saved.status_code == 303, saved.text
    kept = await arranging(core, salon, lambda office: office.services.list_offered())
    assert kept[0].translations == {"de": {"name": "Haarschnitt"}, "fr": {"name": "Coupe"}}
