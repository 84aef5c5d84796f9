"""The worker: takes turns and does the other background work, and takes up what a dead worker left behind."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import procrastinate
from procrastinate.job_context import JobContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from agent.data_retention.retention import purge_expired_data
from agent.guided.receptionist import GuidedModel
from agent.models.guarded_transport import GuardedTransport
from agent.models.protocol import Model
from agent.models.providers import Providers
from agent.turns.turn import TurnRunner
from agent.turns.turn_worker import TurnWorker
from booking_core.core import BookingCore
from booking_core.maintenance.purge import purge
from booking_core.notices.reminders import promise_reminders
from booking_core.storage.jobs import CALENDARS, MAIL, USUAL, WEBHOOKS, job_connector, jobs
from booking_core.time import public_holidays
from booking_core.time.clock import Clock
from web.access.purging import purge_access
from web.context import AppContext
from web.jobs.booking_cards import CORE, LOG
from web.jobs.calendars import SYNC, calendar_sync_of
from web.jobs.invariants import check_invariants
from web.jobs.mail import POST, post_of
from web.jobs.webhooks import COURIER, courier_of
from web.secrets.sealing import model_key_seal
from web.settings import Settings
from web.worker.chat_models import ChatModels, usual_models

logger = logging.getLogger("zimun.worker")
# Visits of turns are short, and one process has one processor; several workers share PostgreSQL's hundred.
VISITS = 8
# The queues are told and asked single statements, so jobs share these. Each of the groups listens on one
# more, and so do turns.
QUEUE_CONNECTIONS = 4
# Receivers may take ten seconds each: nobody's turn waits for them.
WEBHOOKS_AT_ONCE = 8
MAIL_AT_ONCE = 4
# Each is read in a process of its own.
CALENDARS_AT_ONCE = 2
GROUPS = (
    ((WEBHOOKS,), WEBHOOKS_AT_ONCE),
    ((CALENDARS,), CALENDARS_AT_ONCE),
    ((USUAL, MAIL), MAIL_AT_ONCE),
)
# A worker says every second that it lives; after five silent ones its jobs are another's.
HEARTBEAT_SECONDS = 1.0
GIVEN_UP_AFTER_SECONDS = 5.0
# Longer than what is being done is waited for; PostgreSQL may be away, and nobody waits for it for ever.
ENDED_WITHIN_SECONDS = 15.0
DATABASE = "database_url"
PURGED_UNTIL = procrastinate.RetryStrategy(max_attempts=5, wait=600)


@jobs.periodic(cron="17 3 * * *")
@jobs.task(name="purge", pass_context=True, retry=PURGED_UNTIL)
async def purge_nightly(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the queue says when it was due
    """Once a night, by one worker: what is over goes, and the log says how much. What could not go is tried
    again within the hour."""
    core: BookingCore = context.additional_context[CORE]
    failed: Exception | None = None
    for removing in (purge, purge_expired_data, purge_access):
        try:
            await removing(core)
        except (DBAPIError, PoolTimeout) as error:
            failed = error
    if failed is not None:
        raise failed


@jobs.periodic(cron="47 3 * * *")
@jobs.task(name="invariants", pass_context=True)
async def check_nightly(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the queue says when it was due
    """After the purge, by one worker: whether everything promised is still so."""
    await check_invariants(context.additional_context[DATABASE])


@jobs.periodic(cron="*/5 * * * *")
@jobs.task(name="reminders", pass_context=True)
async def remind(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the queue says when it was due
    """Every few minutes, by one worker: what is due is written down and promised. What fails is found again
    the next time."""
    await promise_reminders(context.additional_context[CORE])


async def run_worker(
    settings: Settings, *, clock: Clock | None = None, models: Sequence[Model] | None = None
) -> None:
    """Work until cancelled; what is being done then is finished first.

    ``clock`` and ``models``, asked instead of the provider of the settings, are only given by tests and
    evaluations.
    """
    public_holidays.make_ready()
    context = AppContext(settings, clock, VISITS)
    providers = Providers(context.core.clock)
    guarded = Providers(context.core.clock, GuardedTransport(frozenset(settings.private_models)))
    usual = usual_models(settings, providers) if models is None else models
    seal = model_key_seal(settings.secret_key, settings.secret_key_old)
    own = ChatModels(context.core, guarded, seal, usual) if models is None else None
    turns = TurnRunner(context.core, context.log, usual, GuidedModel(), own)
    try:
        async with _queues(settings) as app:
            sweeping = asyncio.create_task(_sweep(app), name="sweeper")
            things = _job_context(settings, context)
            working = [asyncio.create_task(_work(app, queues, at_once, things)) for queues, at_once in GROUPS]
            working.append(asyncio.create_task(TurnWorker(turns, settings.database_url).work()))
            await _run_until_cancelled(working, sweeping)
    finally:
        await providers.close()
        await guarded.close()
        await context.close()


@asynccontextmanager
async def _queues(settings: Settings) -> AsyncIterator[procrastinate.App]:
    """The queues, open. Jobs that come again are deferred by the app that they belong to, so that this very
    one has to know the way."""
    connector = job_connector(settings.database_url, QUEUE_CONNECTIONS)
    with jobs.replace_connector(connector) as app:
        async with app.open_async():
            yield app


def _job_context(settings: Settings, context: AppContext) -> dict[str, Any]:
    """What jobs find in their ``additional_context``."""
    return {
        CORE: context.core,
        LOG: context.log,
        DATABASE: settings.database_url,
        COURIER: courier_of(settings, context.core),
        POST: post_of(settings, context.core),
        SYNC: calendar_sync_of(settings, context.core),
    }


async def _run_until_cancelled(working: Sequence[asyncio.Task[None]], sweeping: asyncio.Task[None]) -> None:
    """Until one of them fails or this is cancelled; then all are ended and waited for."""
    try:
        # Waited for without being cancelled along: a second cancellation would end what the first lets
        # finish.
        done, _ = await asyncio.wait(working, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()
    finally:
        # The first that ends does not end the others, which need the queue and the context until they are
        # done.
        for one in (*working, sweeping):
            one.cancel()
        await asyncio.wait((*working, sweeping), timeout=ENDED_WITHIN_SECONDS)


async def _work(app: procrastinate.App, queues: Sequence[str], at_once: int, things: dict[str, Any]) -> None:
    """Do the jobs of these queues, until cancelled. Procrastinate stops where PostgreSQL goes away; then it
    begins again."""
    task = asyncio.current_task()
    # A cancellation that meets such an end comes out as that end.
    while task is not None and not task.cancelling():
        try:
            await app.run_worker_async(
                queues=list(queues),
                concurrency=at_once,
                additional_context=things,
                install_signal_handlers=False,
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                # PostgreSQL tells workers of new jobs, but not of those that were given back.
                fetch_job_polling_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=GIVEN_UP_AFTER_SECONDS,
                shutdown_graceful_timeout=GIVEN_UP_AFTER_SECONDS,
                delete_jobs="successful",
            )
        except procrastinate.exceptions.ConnectorException as error:
            logger.warning("no jobs are done for now: %s", type(error).__name__)
        await asyncio.sleep(HEARTBEAT_SECONDS)


async def _sweep(app: procrastinate.App) -> None:
    """Give the jobs of dead workers back to the queue; the queue itself never would."""
    while True:
        await asyncio.sleep(HEARTBEAT_SECONDS)
        try:
            manager = app.job_manager
            for job in await manager.get_stalled_jobs(seconds_since_heartbeat=GIVEN_UP_AFTER_SECONDS):
                await manager.retry_job(job)
        except procrastinate.exceptions.ConnectorException as error:
            logger.warning("the sweeper could not look: %s", type(error).__name__)
