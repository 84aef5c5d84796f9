"""The mail server of the business: set, removed, and tried by a letter to whoever asks for it."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from msgspec import structs

from booking_core.back_office.nouns.first_steps import note_step
from booking_core.catalogue.organizations import MAIL_WORKS
from booking_core.errors import Invalid
from booking_core.mail_servers.arrange import read_server, remove_server, set_server
from web.console.access.headers import KEEP_FOR_BACK
from web.console.forms.sent import read_sent
from web.console.rendering.visit import Visit
from web.console.settings.letters.sender import PAGE, draw_sender
from web.console.settings.letters.server_form import choice_in, keep_sent
from web.console.settings.letters.trial import DoesNotWork, TrialWords, send_trial, try_server
from web.console.words.translate import gettext
from web.jobs.mail import own_servers_of

# The button that keeps a server which does not work.
ANYWAY = "anyway"


@post("/settings/sender/server", status_code=303)
async def change_server(visit: NamedDependency[Visit]) -> Response[str] | Redirect:
    """Tried before it is kept, unless whoever sends it wants it kept all the same."""
    sent, place = await read_sent(visit.request), own_servers_of(visit.settings)
    try:
        if not sent.text(ANYWAY):
            await try_server(visit, choice_in(sent), place)
        await visit.carry_out(lambda desk: set_server(desk, choice_in(sent), place))
        await _note_trial(visit, works=not sent.text(ANYWAY))
    except Invalid as refusal:
        kept = await visit.read(read_server)
        return await draw_sender(visit, server_state=keep_sent(kept, sent).with_refusal(refusal))
    except DoesNotWork as refusal:
        kept = await visit.read(read_server)
        state = keep_sent(kept, sent)
        asks_password = bool(sent.text("password"))
        return await draw_sender(
            visit, server_state=state, unusable=refusal.sentence, asks_password=asks_password
        )
    return Redirect(f"{visit.home}/{PAGE.slug}?done=server", status_code=303)


@post("/settings/sender/remove", status_code=303)
async def forget_server(visit: NamedDependency[Visit]) -> Redirect:
    await visit.carry_out(remove_server)
    await _note_trial(visit, works=False)
    return Redirect(f"{visit.home}/{PAGE.slug}?done=removed", status_code=303)


@post("/settings/sender/test", status_code=200, cache_control=KEEP_FOR_BACK)
async def try_sender(visit: NamedDependency[Visit]) -> Response[str]:
    words = gettext("This is a test email. Customers will get their emails from this sender.")
    letter = TrialWords(gettext("Test email"), f"{words}\n")
    outcome = await send_trial(visit, lambda _: letter)
    await _note_trial(visit, works=bool(outcome.news))
    return await draw_sender(visit, **structs.asdict(outcome))


async def _note_trial(visit: Visit, *, works: bool) -> None:
    """For the steps of the set-up: whether the newest trial came through."""
    await visit.arrange(lambda office: note_step(office, MAIL_WORKS, is_done=works))


ROUTES = [change_server, forget_server, try_sender]
