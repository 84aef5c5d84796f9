"""`zimun mcp-door`: what other people's agents may do at an organization's MCP door."""

import click
from msgspec import structs
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.organizations import Organization
from web.commands.organizations.operation import find_organization, organization_option, run_in_transaction
from web.commands.terminal.screen import console, with_refusals
from web.mcp.endpoint.addresses import Addresses
from web.mcp.endpoint.rules import McpRules, change_rules, rules_of
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
    changed = {name: value for name, value in switches.items() if value is not None}

    async def work(session: AsyncSession) -> tuple[str, McpRules]:
        organization_id = await find_organization(session, organization)
        rules = structs.replace(rules_of(await session.get_one(Organization, organization_id)), **changed)
        if changed:
            await change_rules(session, organization_id, rules)
        return organization_id, rules

    organization_id, rules = run_in_transaction(work)
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
