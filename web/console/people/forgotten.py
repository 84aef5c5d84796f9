"""A forgotten password: whoever asks is told the same, and only who has the mailbox gets a link."""

from litestar import Response, get, post
from litestar.background_tasks import BackgroundTask
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.notices.outbox import post as post_letter
from booking_core.team.accounts import account_with_email, normal_email
from booking_core.team.credentials.reset_password import issue_reset
from booking_core.team.memberships import workplaces_of
from web.access.throttle import Throttle, network_of, wait_s
from web.console.access.attempt import too_many_tries
from web.console.access.cookies import Cookies
from web.console.access.headers import KEEP_FOR_BACK
from web.console.people.letters import password_letter
from web.console.rendering.form_page import form_page
from web.console.rendering.page import PageRequest
from web.console.words.language import speak
from web.secrets.team_links import TeamLinks
from web.settings import Settings

# Letters to one mailbox, and from one network; whoever asks more often waits, up to a minute each.
PER_ACCOUNT = Throttle("password-forgotten-account", free=3)
PER_NETWORK = Throttle("password-forgotten-network", free=10)


class ForgottenForm(Struct):
    email: str = ""


@get("/forgotten")
async def forgotten_page(
    request: PageRequest, jar: NamedDependency[Cookies], settings: NamedDependency[Settings]
) -> Response[str]:
    return _page(request, jar, settings)


@post("/forgotten", status_code=200, cache_control=KEEP_FOR_BACK)
async def forgotten(
    request: PageRequest,
    data: URLEncodedBody[ForgottenForm],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
) -> Response[str]:
    """The letter is written after the answer, which therefore takes as long for an address nobody has."""
    if settings.smtp_url is None:
        return _page(request, jar, settings)
    network = network_of(request.client.host if request.client else "")
    tries = [(PER_ACCOUNT, (normal_email(data.email),)), (PER_NETWORK, (network,))]
    waits = await wait_s(core.redis, core.clock.now(), tries)
    if waits:
        return _page(request, jar, settings, status_code=429, email=data.email, error=too_many_tries(waits))
    answer = _page(request, jar, settings, sent=True)
    answer.background = BackgroundTask(send_reset, core, settings, data.email)
    return answer


async def send_reset(core: BookingCore, settings: Settings, email: str) -> None:
    """A letter with a link to the account at this address, in the language its owner has chosen, else in that
    of their business; nothing where there is none."""
    now = core.clock.now()
    async with core.sessions() as session, session.begin():
        account = await account_with_email(session, email)
        places = await workplaces_of(session, account.id) if account else ()
        if account is None or not places:
            return
        new = await issue_reset(session, account, TeamLinks.of(settings).token, now)
        await session.flush()
        with speak(account.language, places[0].locale):
            letter = password_letter(new.link, places[0].organization_id)
        await post_letter(session, letter, now)


def _page(
    request: PageRequest, jar: Cookies, settings: Settings, *, status_code: int = 200, **more: object
) -> Response[str]:
    has_server = settings.smtp_url is not None
    return form_page(request, jar, "forgotten.html", status_code=status_code, has_server=has_server, **more)
