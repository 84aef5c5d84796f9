"""Text messages: to whom and of what, who sends them, and where the provider tells what became of them."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect
from msgspec import structs

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.desk import Desk
from booking_core.errors import Invalid
from booking_core.outbound.public_name import must_lead_outside
from booking_core.text_providers.arrange import read_provider, remove_provider, set_provider
from booking_core.text_providers.text_provider import ChosenProvider
from web.console.access.headers import KEEP_FOR_BACK
from web.console.forms.fields import Checkbox, Number
from web.console.forms.form import Form, FormState
from web.console.forms.sent import read_sent
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.texts.provider_form import choice_in, keep_sent, provider_form
from web.console.settings.texts.trial import send_trial
from web.console.words.translate import N_, gettext
from web.jobs.texts import PATH, text_place_of

PAGE = SettingsPage(
    "texts", N_("Text messages"), N_("Who gets text messages, and who sends them"), "settings.read"
)
NEWS = {
    "saved": N_("Saved."),
    "provider": N_("Text messages go by this provider from now on."),
    "removed": N_("The provider and its secret are forgotten."),
}


def form() -> Form:
    return Form(
        [
            Checkbox(name="letters.text_reminders", label=gettext("Remind them by text message")),
            Checkbox(
                name="letters.text_changes",
                label=gettext("Tell them what becomes of their appointment"),
                hint=gettext(
                    "Booked, moved, cancelled, approved or declined. Each message costs you something."
                ),
            ),
            Number(
                name="letters.texts_a_day",
                label=gettext("Text messages in a day, at most"),
                hint=gettext("What is more is not sent, and the outbox says so."),
                least=1,
                most=10_000,
            ),
        ]
    )


@get("/settings/texts")
async def texts_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return await draw_texts(visit, news=gettext(NEWS.get(done, "")))


@post("/settings/texts", status_code=303)
async def change_texts(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        await office.settings.change(values, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return await draw_texts(visit, state)

    then, subject = f"{visit.home}/{PAGE.slug}?done=saved", visit.operator.organization_id
    return await submit(Submission(visit, form(), PAGE.slug, work, draw, then, subject))


@post("/settings/texts/provider", status_code=303)
async def change_provider(visit: NamedDependency[Visit]) -> Response[str] | Redirect:
    sent, place = await read_sent(visit.request), text_place_of(visit.settings)
    try:
        await visit.read(read_provider)
        await must_lead_outside(choice_in(sent).url.strip(), place.allowed)
        await visit.carry_out(lambda desk: set_provider(desk, choice_in(sent), place))
    except Invalid as refusal:
        kept = await visit.read(read_provider)
        return await draw_texts(visit, provider_state=keep_sent(kept, sent).with_refusal(refusal))
    return Redirect(f"{visit.home}/{PAGE.slug}?done=provider", status_code=303)


@post("/settings/texts/remove", status_code=303)
async def forget_provider(visit: NamedDependency[Visit]) -> Redirect:
    await visit.carry_out(remove_provider)
    return Redirect(f"{visit.home}/{PAGE.slug}?done=removed", status_code=303)


@post("/settings/texts/test", status_code=200, cache_control=KEEP_FOR_BACK)
async def try_provider(visit: NamedDependency[Visit]) -> Response[str]:
    number = (await read_sent(visit.request)).text("number")
    outcome = await send_trial(visit, number)
    return await draw_texts(visit, number=number, **structs.asdict(outcome))


async def draw_texts(
    visit: Visit, state: FormState | None = None, provider_state: FormState | None = None, **more: Any
) -> Response[str]:
    """The page; ``state`` and ``provider_state`` are its forms where they were refused."""

    async def look(desk: Desk) -> tuple[FormState, ChosenProvider | None]:
        values, version = await BusinessSettings(desk).read()
        return FormState(form(), form().write(values), version), await read_provider(desk)

    kept, provider = await visit.read(look)
    is_refused = any(one is not None and one.is_refused for one in (state, provider_state))
    return visit.page(
        "settings/texts.html",
        PAGE.slug,
        status_code=422 if is_refused else 200,
        address=f"{visit.home}/{PAGE.slug}",
        inbound=f"{visit.settings.public_url}{PATH}/{visit.operator.organization_id}",
        state=state or kept,
        provider_state=provider_state or provider_form(provider),
        provider=provider,
        **more,
    )


ROUTES = [texts_page, change_texts, change_provider, forget_provider, try_provider]
