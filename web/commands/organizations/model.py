"""`zimun model`: the language models an organization's chat asks before the built-in receptionist."""

from decimal import Decimal, InvalidOperation

import click
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.models.endpoint import Price
from agent.models.own import ChatModel, ModelChoice, choose_models
from booking_core.errors import Invalid
from booking_core.storage.audit import Actor
from booking_core.time.clock import SystemClock
from web.commands.installation import secret_key_of
from web.commands.organizations.operation import find_organization, organization_option, run_in_transaction
from web.commands.terminal.screen import console, with_refusals
from web.secrets.sealing import Seal, model_key_seal
from web.settings import Settings

CLOCK = SystemClock()
ACTOR = Actor(door="system", id="zimun", proof="the command line")


@click.group()
def model() -> None:
    """The models a chat asks; without any, the built-in receptionist answers."""


@model.command()
@click.argument("base_url")
@click.argument("name")
@click.option(
    "--key",
    envvar="ZIMUN_MODEL_KEY",
    prompt="Key",
    hide_input=True,
    default="",
    help="Asked for if not given.",
)
@click.option(
    "--prices", metavar="IN,OUT", help="Of a million tokens, such as 0.40,1.60; then turns show their cost."
)
@organization_option
@with_refusals
def use(base_url: str, name: str, key: str, prices: str | None, organization: str | None) -> None:
    """Ask the model NAME at BASE_URL (such as https://api.openai.com/v1) from now on."""
    _choose((ModelChoice(base_url, name, key, _price(prices)),), organization)
    console.print(f"The chat asks {name} from now on, and the built-in receptionist behind it.")


@model.command()
@organization_option
@with_refusals
def forget(organization: str | None) -> None:
    """Ask none of its own any more: back to the model of the installation, if it has one."""
    _choose((), organization)
    console.print("The chat has no model of its own any more.")


@model.command()
@organization_option
@with_refusals
def show(organization: str | None) -> None:
    """Which model is asked. Keys are never shown."""

    async def work(session: AsyncSession) -> list[ChatModel]:
        owner = await find_organization(session, organization)
        chosen = select(ChatModel).where(ChatModel.organization_id == owner).order_by(ChatModel.position)
        return list(await session.scalars(chosen))

    for row in run_in_transaction(work):
        console.print(f"{row.model} at {row.base_url}" + ("" if row.sealed_key else " (no key)"))


def _choose(choices: tuple[ModelChoice, ...], organization: str | None) -> None:
    async def work(session: AsyncSession) -> None:
        owner = await find_organization(session, organization)
        await choose_models(session, owner, choices, _seal(), ACTOR, CLOCK)

    try:
        run_in_transaction(work)
    except Invalid as refusal:
        raise click.ClickException(refusal.detail) from refusal


def _seal() -> Seal:
    return model_key_seal(secret_key_of(Settings.from_environment()))


def _price(text: str | None) -> Price | None:
    if not text:
        return None
    try:
        spent_in, spent_out = map(Decimal, text.split(","))
    except (InvalidOperation, ValueError):
        raise click.BadParameter("Write two numbers, such as 0.40,1.60.", param_hint="--prices") from None
    return Price(spent_in, spent_out)
