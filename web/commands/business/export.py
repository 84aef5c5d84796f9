"""`zimun export`: the business as one file, which `zimun apply` reads."""

from pathlib import Path

import click
import msgspec

from booking_core.business_file.business_file import export_file
from booking_core.business_file.sections.schema import file_schema
from web.commands.business.files import FILE
from web.commands.business.yaml_writer import write_yaml
from web.commands.organizations.operation import organization_option, run_at_back_office
from web.commands.terminal.screen import console, with_refusals

HEADING = "# As `zimun export` wrote it. What is left out has its default; `zimun apply` makes it so.\n"


@click.command()
@click.argument("file", type=FILE, default="-")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--schema", is_flag=True, help="Write the JSON schema of such files instead, for editors.")
@organization_option
@with_refusals
def export(file: Path, force: bool, schema: bool, organization: str | None) -> None:
    """Write the business to FILE as YAML: everything an owner sets up, and no secret. Without FILE it is
    printed."""
    if file != Path("-") and file.exists() and not force:
        raise click.ClickException(f"{file} is there already; --force writes over it.")
    if schema:
        content = msgspec.json.format(msgspec.json.encode(file_schema())).decode() + "\n"
    else:
        content = write_yaml(run_at_back_office(organization, export_file), HEADING)
    if file == Path("-"):
        click.echo(content, nl=False)
        return
    try:
        file.write_text(content, "utf-8")
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from error
    console.print(f"{file} is written.", markup=False)
