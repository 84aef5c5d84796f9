"""The words of letters: one letter in one language, with what it looks like while it is typed, and a letter
that tries it."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import structs

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.catalogue.settings.settings import setting_of
from booking_core.desk import Desk
from booking_core.errors import Invalid
from web.console.access.headers import KEEP_FOR_BACK
from web.console.forms.form import VERSION, FormState
from web.console.forms.sent import read_sent
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.page import page
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.letters.letter_names import LETTERS, PLACEHOLDERS
from web.console.settings.letters.letter_view import LetterView, draw_letter, with_letter_styles
from web.console.settings.letters.trial import TrialWords, send_trial
from web.console.settings.letters.words_form import SETTING, ChosenLetter
from web.console.words.language import LANGUAGES
from web.console.words.translate import N_, gettext

PAGE = SettingsPage("letter-words", N_("Email wording"), N_("What emails say"), "settings.read")
NEWS = {"saved": N_("Saved.")}


@get("/settings/letter-words")
async def words_page(
    visit: NamedDependency[Visit],
    letter: FromQuery[str] = "",
    language: FromQuery[str] = "",
    done: FromQuery[str] = "",
) -> Response[str]:
    chosen = await _read_chosen(visit, letter, language)
    return await draw_words(visit, chosen, news=gettext(NEWS.get(done, "")))


@post("/settings/letter-words", status_code=303)
async def change_words(
    visit: NamedDependency[Visit], letter: FromQuery[str] = "", language: FromQuery[str] = ""
) -> Answer:
    chosen = await _read_chosen(visit, letter, language)

    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        every, _ = await office.settings.read()
        merged = {SETTING: chosen.merge(every[SETTING], values)}
        await office.settings.change(merged, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return await draw_words(visit, chosen, state)

    then = f"{visit.home}/{PAGE.slug}?{chosen.query}&done=saved"
    subject = visit.operator.organization_id
    return await submit(Submission(visit, chosen.form(), PAGE.slug, work, draw, then, subject))


@post("/settings/letter-words/preview", status_code=200, cache_control=KEEP_FOR_BACK)
async def preview(
    visit: NamedDependency[Visit], letter: FromQuery[str] = "", language: FromQuery[str] = ""
) -> Response[str]:
    """The letter as it is typed: the part for a page that asks by itself, the whole page for whoever pressed
    the button."""
    require_role(visit.operator.role, "settings.read")
    chosen, sent = await _read_chosen(visit, letter, language), await read_sent(visit.request)
    form = chosen.form()
    if not visit.request.headers.get("HX-Request"):
        return await draw_words(visit, chosen, FormState(form, sent, sent.number(VERSION)))
    words = chosen.words_typed(form.read(sent))
    view = await visit.read(lambda desk: draw_letter(visit, desk, chosen, words))
    return with_letter_styles(page("settings/letter_seen.html", seen=view))


@post("/settings/letter-words/test", status_code=200, cache_control=KEEP_FOR_BACK)
async def try_words(
    visit: NamedDependency[Visit], letter: FromQuery[str] = "", language: FromQuery[str] = ""
) -> Response[str]:
    chosen = await _read_chosen(visit, letter, language)
    view = await _kept_view(visit, chosen)
    if view is None:
        raise Invalid(gettext("Once there is a service, you see your email here."))
    words = TrialWords(view.subject, view.text, view.light)
    outcome = await send_trial(visit, lambda _: words)
    return await draw_words(visit, chosen, **structs.asdict(outcome))


async def draw_words(
    visit: Visit, chosen: ChosenLetter, state: FormState | None = None, **more: Any
) -> Response[str]:
    form = chosen.form()

    async def look(desk: Desk) -> tuple[FormState, LetterView | None]:
        values, version = await BusinessSettings(desk).read()
        kept = FormState(form, form.write(chosen.values(values[SETTING])), version)
        words = chosen.words_typed(form.read((state or kept).sent))
        return kept, await draw_letter(visit, desk, chosen, words)

    kept, view = await visit.read(look)
    answer = visit.page(
        "settings/letter_words.html",
        PAGE.slug,
        status_code=422 if state is not None and state.is_refused else 200,
        address=f"{visit.home}/{PAGE.slug}",
        state=state or kept,
        chosen=chosen,
        letters=LETTERS,
        spoken=LANGUAGES,
        placeholders=PLACEHOLDERS,
        seen=view,
        **more,
    )
    return with_letter_styles(answer)


async def _read_chosen(visit: Visit, letter: str, language: str) -> ChosenLetter:
    async def usual(desk: Desk) -> str:
        return desk.catalogue.organization.locale

    return ChosenLetter.of(letter, language, await visit.read(usual))


async def _kept_view(visit: Visit, chosen: ChosenLetter) -> LetterView | None:
    async def look(desk: Desk) -> LetterView | None:
        words = chosen.words_in(setting_of(desk.catalogue.organization, SETTING))
        return await draw_letter(visit, desk, chosen, words)

    return await visit.read(look)


ROUTES = [words_page, change_words, preview, try_words]
