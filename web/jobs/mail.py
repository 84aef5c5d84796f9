"""The jobs of letters: a code that was asked for becomes a letter, and a letter is tried until it is sent or
refused for good."""

from collections.abc import Callable
from urllib.parse import urlsplit

from msgspec import Struct
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from agent.letters.appointment_letter import write_appointment_letter
from agent.letters.code_letter import write_code_letter
from agent.letters.team_letter import write_team_letter
from agent.verification.one_time_codes import OneTimeCodes
from agent.verification.proof import CODE_JOB
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.record import LETTER_JOB
from booking_core.appointments.team.team_letters import TEAM_LETTER_JOB
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.mail_servers.mail_server import mail_server_of
from booking_core.mail_servers.server_choice import ServerPlace
from booking_core.notices.mailer import Mailer
from booking_core.notices.outbox import (
    BY_MAIL,
    BY_TEXT,
    CODE_MARK,
    CONVERSATION_MARK,
    LINK_MARK,
    MAIL_JOB,
    STOP_MARK,
    Mail,
    deliver,
)
from booking_core.notices.own_mailer import OwnMailer
from booking_core.notices.texts.deliver_text import Later
from booking_core.storage.jobs import MAIL, jobs
from web.jobs.texts import TextPost, deliver_appointment_text, text_post_of
from web.secrets.continue_links import link_to
from web.secrets.manage_links import ManageLinks
from web.secrets.sealing import derive_key, mail_password_seal
from web.secrets.stop_links import StopLinks
from web.secrets.team_links import TeamLinks
from web.settings import Settings

POST = "post"
# Somebody waits for a code; after that the mail server is given two days.
PAUSES_S = (3, 5, 10, 20, 40, 60, 120, 300, 600, 1200, 1800)
MOST_TRIES = 100


class Post(Struct, frozen=True):
    """What letters need: the core, their secrets, a mailer where there is a mail server, and where the
    customer of an appointment sees, moves and cancels it, or books again, and where a customer stops
    reminders; ``console`` is where the team signs in."""

    core: BookingCore
    whole_text: Callable[[Mail], str]
    mailer: Mailer | None
    link_of: Callable[[Appointment], str]
    stop_link_of: Callable[[str], str]
    own_servers: ServerPlace | None = None
    texts: TextPost | None = None
    console: str = ""


class UntilSent(BaseRetryStrategy):
    """When it is said to, or soon at first and then every half hour."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if job.attempts >= MOST_TRIES:
            return None
        if isinstance(exception, Later):
            return RetryDecision(retry_at=exception.again_at)
        return RetryDecision(retry_in={"seconds": PAUSES_S[min(job.attempts, len(PAUSES_S) - 1)]})


@jobs.task(name=CODE_JOB, queue=MAIL, pass_context=True, retry=UntilSent())
async def send_code(context: JobContext, verification_id: str) -> None:
    post: Post = context.additional_context[POST]
    await write_code_letter(post.core, verification_id)


@jobs.task(name=MAIL_JOB, queue=MAIL, pass_context=True, retry=UntilSent())
async def send_mail(context: JobContext, mail_id: str) -> None:
    post: Post = context.additional_context[POST]
    mailer = await mailer_for(post, mail_id)
    is_last_try = context.job.attempts >= MOST_TRIES
    await deliver(post.core, mailer, mail_id, post.whole_text, is_last_try=is_last_try)


@jobs.task(name=LETTER_JOB, queue=MAIL, pass_context=True, retry=UntilSent())
async def send_appointment_letter(context: JobContext, mail_id: str) -> None:
    await deliver_appointment_letter(
        context.additional_context[POST], mail_id, is_last_try=context.job.attempts >= MOST_TRIES
    )


async def deliver_appointment_letter(post: Post, mail_id: str, *, is_last_try: bool = False) -> None:
    """Raises ``Unavailable`` and ``Later`` where another try may succeed."""
    written = await write_appointment_letter(post.core, mail_id, post.link_of, post.stop_link_of)
    if written is None:
        return
    if written.is_text:
        if post.texts is not None:
            await deliver_appointment_text(post.texts, mail_id, written, is_last_try=is_last_try)
        return
    mailer = await mailer_for(post, mail_id) if written.facts.catalogue.has_mail_server else post.mailer
    if mailer is not None:
        link, stop_link = written.facts.link, written.facts.stop_link
        await deliver(
            post.core,
            mailer,
            mail_id,
            lambda mail: post.whole_text(mail).replace(LINK_MARK, link).replace(STOP_MARK, stop_link),
            written.enclosure(),
            is_last_try=is_last_try,
        )


@jobs.task(name=TEAM_LETTER_JOB, queue=MAIL, pass_context=True, retry=UntilSent())
async def send_team_letter(context: JobContext, mail_id: str) -> None:
    await deliver_team_letter(
        context.additional_context[POST], mail_id, is_last_try=context.job.attempts >= MOST_TRIES
    )


async def deliver_team_letter(post: Post, mail_id: str, *, is_last_try: bool = False) -> None:
    """Raises ``Unavailable`` where another try may succeed."""

    def link_of(appointment: Appointment) -> str:
        return f"{post.console}/{appointment.organization_id}/appointments/{appointment.id}"

    enclosure = await write_team_letter(post.core, mail_id, link_of)
    mailer = await mailer_for(post, mail_id)
    if enclosure is not None and mailer is not None:
        await deliver(post.core, mailer, mail_id, post.whole_text, enclosure, is_last_try=is_last_try)


async def mailer_for(post: Post, mail_id: str) -> Mailer | None:
    """The organization's own, where it has one. Never for a letter that lets somebody into an account: people
    work for several businesses, and whoever runs one's mail server would get into the others."""
    if post.own_servers is None:
        return post.mailer
    async with post.core.sessions() as session:
        mail = await session.get(Mail, mail_id)
        if mail is None or _lets_somebody_in(mail):
            return post.mailer
        chosen = await mail_server_of(session, mail.organization_id)
    return OwnMailer(mail.organization_id, chosen, post.own_servers) if chosen else post.mailer


def _lets_somebody_in(mail: Mail) -> bool:
    return mail.one_time_link_id is not None


def post_of(settings: Settings, core: BookingCore) -> Post:
    return Post(
        core,
        with_secrets(settings),
        mailer_of(settings),
        ManageLinks.of(settings).in_letters,
        StopLinks.of(settings).address,
        own_servers_of(settings),
        text_post_of(settings, core),
        f"{settings.public_url}/console",
    )


def own_servers_of(settings: Settings) -> ServerPlace:
    """What keeps the passwords of organizations' mail servers, and the servers inside that may be used."""
    seal = mail_password_seal(settings.secret_key, settings.secret_key_old)
    return ServerPlace(seal, frozenset(settings.private_mail_servers))


def codes_of(settings: Settings) -> OneTimeCodes:
    """The one-time codes of this installation."""
    return OneTimeCodes(derive_key(settings.secret_key, "one-time codes"))


def with_secrets(settings: Settings) -> Callable[[Mail], str]:
    """Puts into a letter's text what no table keeps: its code, its link into a conversation."""
    codes, links = codes_of(settings), TeamLinks.of(settings)

    def whole_text(mail: Mail) -> str:
        text = mail.text
        if mail.verification_id is not None:
            text = text.replace(CODE_MARK, codes.of(mail.verification_id))
        if mail.conversation_id is not None:
            link = link_to(mail.organization_id, mail.conversation_id, settings, mail.created_at)
            text = text.replace(LINK_MARK, link)
        if mail.one_time_link_id is not None:
            text = text.replace(LINK_MARK, links.address(mail.one_time_link_id))
        return with_address(mail, text, settings)

    return whole_text


def with_address(mail: Mail, text: str, settings: Settings) -> str:
    """The text with the address of the conversation it is about, which opens for nobody but operators."""
    return text.replace(
        CONVERSATION_MARK,
        f"{settings.public_url}/console/{mail.organization_id}/conversations/{mail.conversation_id}",
    )


def leave_the_house(settings: Settings, catalogue: Catalogue, channel: str = BY_MAIL) -> bool:
    """Whether letters to customers of an organization are sent, or text messages; else they stay in its
    outbox."""
    has_way = catalogue.has_text_provider if channel == BY_TEXT else has_mail_server(settings, catalogue)
    return has_way and not catalogue.organization.is_demo


def has_mail_server(settings: Settings, catalogue: Catalogue) -> bool:
    """Whether there is one at all, be it the organization's own."""
    return settings.smtp_url is not None or catalogue.has_mail_server


def mailer_of(settings: Settings) -> Mailer | None:
    """None where no mail server is set: letters then wait in the outbox, for the console to show."""
    if settings.smtp_url is None:
        return None
    return Mailer(settings.smtp_url, settings.mail_from or f"zimun@{urlsplit(settings.public_url).hostname}")
