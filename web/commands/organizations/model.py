"""`zimun model`: the language models an organization's chat asks before the built-in receptionist."""

from decimal import Decimal, InvalidOperation

import click

from booking_core.chat_models.arrange import choose_models, list_models
from booking_core.chat_models.model_choice import ModelChoice, ModelPlace
from web.commands.installation import secret_key_of
from web.commands.organizations.operation import organization_option, run_at_desk
from web.commands.terminal.screen import console, with_refusals
from web.secrets.sealing import model_key_seal
from web.settings import Settings


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
    _choose((ModelChoice(base_url, name, key, *_prices(prices)),), organization)
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

    for one in run_at_desk(organization, list_models):
        console.print(f"{one.model} at {one.base_url}" + ("" if one.sealed_key else " (no key)"))


def _choose(choices: tuple[ModelChoice, ...], organization: str | None) -> None:
    settings = Settings.from_environment()
    place = ModelPlace(model_key_seal(secret_key_of(settings)), frozenset(settings.private_models))
    run_at_desk(organization, lambda desk: choose_models(desk, choices, place))


def _prices(text: str | None) -> tuple[Decimal | None, Decimal | None]:
    if not text:
        return None, None
    try:
        spent_in, spent_out = map(Decimal, text.split(","))
    except (InvalidOperation, ValueError):
        raise click.BadParameter("Write two numbers, such as 0.40,1.60.", param_hint="--prices") from None
    return spent_in, spent_out
