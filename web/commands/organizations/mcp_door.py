"""`zimun mcp-door`: what other people's agents may do at an organization's MCP door."""

import click

from booking_core.back_office.back_office import BackOffice
from web.commands.organizations.operation import change_settings, organization_option, run_at_back_office
from web.commands.terminal.screen import console, with_refusals
from web.mcp.endpoint.addresses import Addresses
from web.mcp.endpoint.rules import McpRules, rules_of
from web.server.running_instance import find_instance
from web.settings import Settings


@click.command("mcp-door")
@click.option("--open/--closed", "enabled", default=None, help="Whether the door is there at all.")
@click.option(
    "--read-only/--read-and-write", "read_only", default=None, help="Hide whatever writes, for everybody."
)
@click.option(
    "--public-reads/--no-public-reads",
    default=None,
    help="Show services and free times without an access token.",
)
@click.option(
    "--anonymous-booking/--no-anonymous-booking",
    default=None,
    help="Let agents without a token book, within limits.",
)
@organization_option
@with_refusals
def mcp_door(organization: str | None, **switches: bool | None) -> None:
    """Open or close the MCP door, at once; without a switch, tell how it stands."""
    changed = {f"mcp.{name}": value for name, value in switches.items() if value is not None}

    async def work(office: BackOffice) -> tuple[str, McpRules]:
        await change_settings(office, changed)
        return office.organization_id, rules_of(await office.settings.row())

    organization_id, rules = run_at_back_office(organization, work)
    address = Addresses(_here()).door(organization_id)
    console.print(f"{address} is {'open' if rules.enabled else 'closed'}.")
    console.print(f"read-only          {_yes(rules.read_only)}")
    console.print(f"public reads       {_yes(rules.public_reads)}")
    console.print(f"anonymous booking  {_yes(rules.anonymous_booking)}")


def _here() -> str:
    """Where the Zimun running here answers, which may have been started with another port; else where it
    would."""
    settings = Settings.from_environment()
    running = find_instance(settings.data_dir)
    return running.base_url if running else settings.public_url


def _yes(switch: bool) -> str:
    return "yes" if switch else "no"
