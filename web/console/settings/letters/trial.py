"""A letter to whoever asks for it, sent while they wait: what customers would get, and what became of it."""

from collections.abc import Callable

from msgspec import Struct

from booking_core.desk import Desk
from booking_core.mail_servers.arrange import server_to_test, server_to_try
from booking_core.mail_servers.mail_server import ChosenServer
from booking_core.mail_servers.server_choice import ServerChoice, ServerPlace
from booking_core.notices.mailer import Letter, Mailer
from booking_core.notices.outbox import sender_name
from booking_core.notices.own_mailer import OwnMailer
from booking_core.notices.refused_letters import Refused
from booking_core.storage.ids import new_id
from booking_core.team.accounts import Account
from web.console.rendering.visit import Visit
from web.console.settings.letters.outcomes import outcome_text, refusal_sentence
from web.console.words.translate import gettext
from web.jobs.mail import mailer_of, own_servers_of
from web.server.rate_limits import count_request, too_fast

# In a minute, for all of an organization: each is a letter by somebody else's machine.
MOST_TRIALS = 5
# The same of servers that are only asked whether they let us in, and for how long each may be silent.
MOST_SERVERS, PATIENCE_S = 10, 4.0


class TrialWords(Struct, frozen=True):
    """What the letter says."""

    subject: str
    text: str
    html: str = ""


class TrialOutcome(Struct, frozen=True):
    """``news`` where it was sent; else ``failed``, a sentence, and the ``code`` of the mail server."""

    news: str = ""
    failed: str = ""
    code: str = ""


async def send_trial(visit: Visit, write: Callable[[Desk], TrialWords]) -> TrialOutcome:
    """Raises ``NotAllowed``, and ``TooMany`` for whoever asks too often."""
    here = visit.operator.organization_id

    async def look(desk: Desk) -> tuple[ChosenServer | None, Letter, bool]:
        chosen = await server_to_test(desk)
        account = await desk.session.get_one(Account, visit.operator.id)
        return chosen, _letter(desk, account.email, write(desk)), desk.catalogue.organization.is_demo

    chosen, letter, is_demo = await visit.read(look)
    await _count(visit, "letter-trial", MOST_TRIALS)
    mailer = OwnMailer(here, chosen, own_servers_of(visit.settings)) if chosen else mailer_of(visit.settings)
    if is_demo or mailer is None:
        return TrialOutcome(failed=outcome_text(is_demo=is_demo))
    return await _send(mailer, letter, chosen)


class DoesNotWork(Exception):
    """A mail server that cannot be reached, or does not let us in; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


async def try_server(visit: Visit, choice: ServerChoice, place: ServerPlace) -> None:
    """Reach it and sign in, for some seconds. Raises ``DoesNotWork``, what ``set_server`` does, and
    ``TooMany`` for whoever tries too often."""
    here = visit.operator.organization_id

    async def look(desk: Desk) -> tuple[ChosenServer, bool]:
        return await server_to_try(desk, choice, place), desk.catalogue.organization.is_demo

    chosen, is_demo = await visit.read(look)
    if is_demo:
        return  # It connects to nobody.
    await _count(visit, "server-trial", MOST_SERVERS)
    try:
        await OwnMailer(here, chosen, place, PATIENCE_S).probe()
    except Refused as refused:
        raise DoesNotWork(refusal_sentence(refused.reason, chosen, "")) from None


async def _count(visit: Visit, what: str, most: int) -> None:
    trials = await count_request(visit.core.redis, f"{what}:{visit.operator.organization_id}", most)
    if trials is not None and trials.is_spent:
        raise too_fast(trials)


async def _send(mailer: Mailer, letter: Letter, chosen: ChosenServer | None) -> TrialOutcome:
    try:
        await mailer.send(letter)
    except Refused as refused:
        sentence = refusal_sentence(refused.reason, chosen, letter.recipient)
        return TrialOutcome(failed=sentence, code=refused.code)
    news = gettext(
        "The test email is sent to %(address)s. Look whether it has arrived, also among the spam.",
        address=letter.recipient,
    )
    return TrialOutcome(news=news)


def _letter(desk: Desk, recipient: str, words: TrialWords) -> Letter:
    organization = desk.catalogue.organization
    return Letter(
        id=new_id("mail"),
        written_at=desk.clock.now(),
        sender_name=sender_name(organization),
        reply_to=organization.email,
        recipient=recipient,
        subject=words.subject,
        text=words.text,
        html=words.html,
    )
