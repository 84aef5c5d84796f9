"""The mail server of the business: set, removed, and tried by a letter to whoever asks for it."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from booking_core.desk import Desk
from booking_core.errors import Invalid
from booking_core.mail_servers.arrange import read_server, remove_server, server_to_test, set_server
from booking_core.mail_servers.mail_server import ChosenServer
from booking_core.notices.mailer import Letter, Mailer
from booking_core.notices.outbox import sender_name
from booking_core.notices.own_mailer import OwnMailer
from booking_core.notices.refused_letters import Refused
from booking_core.storage.ids import new_id
from booking_core.team.accounts import Account
from web.console.access.headers import KEEP_FOR_BACK
from web.console.forms.sent import sent_by
from web.console.rendering.visit import Visit
from web.console.settings.letters.outcomes import outcome_text, refusal_sentence
from web.console.settings.letters.sender import PAGE, draw_sender
from web.console.settings.letters.server_form import choice_in, sent_again
from web.console.words.translate import gettext
from web.jobs.mail import mailer_of, own_servers_of
from web.server.rate_limits import count_request, too_fast

# In a minute, for all of an organization: each is a letter by somebody else's machine.
MOST_TRIALS = 5


@post("/settings/sender/server", status_code=303)
async def change_server(visit: NamedDependency[Visit]) -> Response[str] | Redirect:
    sent, place = await sent_by(visit.request), own_servers_of(visit.settings)
    try:
        await visit.carry_out(lambda desk: set_server(desk, choice_in(sent), place))
    except Invalid as refusal:
        kept = await visit.read(read_server)
        return await draw_sender(visit, server_state=sent_again(kept, sent).refused(refusal))
    return Redirect(f"{visit.home}/{PAGE.slug}?done=server", status_code=303)


@post("/settings/sender/remove", status_code=303)
async def forget_server(visit: NamedDependency[Visit]) -> Redirect:
    await visit.carry_out(remove_server)
    return Redirect(f"{visit.home}/{PAGE.slug}?done=removed", status_code=303)


@post("/settings/sender/test", status_code=200, cache_control=KEEP_FOR_BACK)
async def send_trial(visit: NamedDependency[Visit]) -> Response[str]:
    here = visit.operator.organization_id

    async def look(desk: Desk) -> tuple[ChosenServer | None, Letter, bool]:
        chosen = await server_to_test(desk)
        account = await desk.session.get_one(Account, visit.operator.id)
        return chosen, _trial_letter(desk, account.email), desk.catalogue.organization.is_demo

    chosen, letter, is_demo = await visit.read(look)
    trials = await count_request(visit.core.redis, f"letter-trial:{here}", MOST_TRIALS)
    if trials is not None and trials.is_spent:
        raise too_fast(trials)
    mailer = OwnMailer(here, chosen, own_servers_of(visit.settings)) if chosen else mailer_of(visit.settings)
    if is_demo or mailer is None:
        return await draw_sender(visit, failed=outcome_text(is_demo=is_demo))
    return await _send(visit, mailer, letter, chosen)


async def _send(visit: Visit, mailer: Mailer, letter: Letter, chosen: ChosenServer | None) -> Response[str]:
    try:
        await mailer.send(letter)
    except Refused as refused:
        failed = refusal_sentence(refused.reason, chosen, letter.recipient)
        return await draw_sender(visit, failed=failed, code=refused.code)
    news = gettext(
        "The test letter is sent to %(address)s. Look whether it has arrived, also among the spam.",
        address=letter.recipient,
    )
    return await draw_sender(visit, news=news)


def _trial_letter(desk: Desk, recipient: str) -> Letter:
    """Nothing of any customer is in it."""
    organization = desk.catalogue.organization
    words = gettext("This is a test letter. Customers will get their letters from this sender.")
    return Letter(
        id=new_id("mail"),
        sender_name=sender_name(organization),
        reply_to=organization.email,
        recipient=recipient,
        subject=gettext("Test letter"),
        text=f"{words}\n",
    )


ROUTES = [change_server, forget_server, send_trial]
