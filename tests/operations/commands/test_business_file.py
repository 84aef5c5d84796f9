"""`zimun apply` and `zimun export`, as their page tells it: every snippet of docs/business-file.md is run."""

import re
import shlex
from datetime import date, timedelta
from pathlib import Path

import jsonschema
import msgspec
import psycopg
import pytest
import yaml

from booking_core.time.clock import SystemClock
from booking_core.time.public_holidays import public_holiday
from tests.operations.databases import Installation

DOCS = Path(__file__).resolve().parents[3] / "docs"
SNIPPET = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_snippet_of_the_page_does_what_the_page_says(migrated: Installation, elsewhere: Path) -> None:
    said = ""
    for kind, name, text in SNIPPET.findall((DOCS / "business-file.md").read_text("utf-8")):
        if kind == "yaml":
            first, _, _ = text.partition("\n")
            (elsewhere / first.removeprefix("# ")).write_text(text, "utf-8")
        elif kind == "csv":
            (elsewhere / name).write_text(text.replace("START", f"{next_wednesday()} 10:00"), "utf-8")
        elif kind == "sh":
            said = "".join(run(migrated, line) for line in text.splitlines())
        else:
            assert text in said
    assert "1 created" in said
    assert "1 unchanged" in migrated.said("import", "appointments", "appointments.csv")
    assert "Nothing to change" in migrated.said("apply", "business.yaml")
    assert "Haircut" in (elsewhere / "exported.yaml").read_text("utf-8")


def next_wednesday() -> date:
    """One on which the shop of the page is open and Anna is there, whenever this is read."""
    soon = SystemClock().now().date() + timedelta(days=7)
    day = soon + timedelta(days=(2 - soon.weekday()) % 7)
    while public_holiday("AT", None, day) or date(2027, 2, 1) <= day <= date(2027, 2, 7):
        day += timedelta(days=7)
    return day


def run(installation: Installation, line: str) -> str:
    program, *command = shlex.split(line)
    assert program == "zimun"
    if command[0] == "apply" and "--dry-run" not in command:
        # There is no terminal here.
        command.append("--yes")
    target = command[command.index(">") + 1] if ">" in command else None
    done = installation.asks(*(command[: command.index(">")] if target else command))
    assert done.exit_code in ((0, 1) if "wrong.yaml" in command else (0,)), done.output
    if target:
        Path(target).write_text(done.output, "utf-8")
    return done.output


def test_the_schema_takes_every_example_and_no_slip(migrated: Installation) -> None:
    schema = msgspec.json.decode(migrated.said("export", "--schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for path in (DOCS / "examples").glob("*.yaml"):
        # Dates are text in JSON.
        data = msgspec.json.decode(msgspec.json.encode(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)))
        for error in jsonschema.Draft202012Validator(schema).iter_errors(type_in(data)):
            raise AssertionError(f"{path.name}: {error.json_path}: {error.message}")
    slip = {"services": {"cut": {"name": "Cut", "durations": [30], "pricee": 3}}}
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(slip))


def type_in(data: object) -> object:
    """What an editor sees: numbers and yes and no are what they look like."""
    if isinstance(data, dict):
        return {name: type_in(one) for name, one in data.items()}
    if isinstance(data, list):
        return [type_in(one) for one in data]
    words = {"true": True, "false": False}
    text = str(data)
    return words.get(text, float(text) if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) else text)


def test_a_file_is_not_written_over_by_chance(migrated: Installation, elsewhere: Path) -> None:
    migrated.said("init", "--name", "Bread", "--email", "ines@bread.example", "--time-zone", "Europe/Madrid")
    migrated.said("export", "mine.yaml")
    refused = migrated.asks("export", "mine.yaml")
    assert refused.exit_code == 1
    assert "--force" in refused.output
    migrated.said("export", "mine.yaml", "--force")
    assert "time_zone: Europe/Madrid" in migrated.said("export")


SHOP = """
locations: {shop: {name: Shop, closed_on_public_holidays: no, hours: {monday to sunday: "08:00-20:00"}}}
people: {ana: {name: Ana}}
services: {cut: {name: Cut, durations: [30], served_by: [ana]}}
"""


def test_an_appointment_without_its_time_is_listed_and_decided_by_its_code(
    migrated: Installation, elsewhere: Path
) -> None:
    migrated.said("init", "--name", "Bread", "--email", "ines@bread.example", "--time-zone", "Europe/Madrid")
    day = SystemClock().now().date() + timedelta(days=3)
    (elsewhere / "shop.yaml").write_text(SHOP, "utf-8")
    migrated.said("apply", "shop.yaml", "--prune", "--yes")
    rows = [f"Cut,{day} {hour}:00,Ivo,ivo@bread.example" for hour in ("09", "10", "11")]
    (elsewhere / "booked.csv").write_text("\n".join(["service,start,name,email", *rows]), "utf-8")
    migrated.said("import", "appointments", "booked.csv")
    with psycopg.connect(migrated.database_url) as connection:
        booked = connection.execute("SELECT code FROM appointments ORDER BY starts_at")
        codes = [code for (code,) in booked]
    (elsewhere / "later.yaml").write_text(SHOP.replace("08:00", "12:00"), "utf-8")
    refused = migrated.asks("apply", "later.yaml")
    assert refused.exit_code == 1
    assert "! 3 booked appointments could not take place any more:" in refused.output
    assert all(f"{code} Cut for Ivo, {day}" in refused.output for code in codes)
    only_one = ("--touched", f"{codes[0]}=keep")
    assert "Nothing was changed" in migrated.asks("apply", "later.yaml", *only_one).output
    unknown = migrated.asks("apply", "later.yaml", "--yes", "--touched", "QQQQQQ=keep", "--touched", "cancel")
    assert "--touched names QQQQQQ, which this change does not touch. It touches" in " ".join(
        unknown.output.split()
    )
    wishes = (*only_one, "--touched", f"{codes[1]}={day}T15:00", "--touched", "cancel")
    assert "Done." in migrated.said("apply", "later.yaml", "--yes", *wishes)
    with psycopg.connect(migrated.database_url) as connection:
        stand = connection.execute(
            "SELECT status, to_char(starts_at AT TIME ZONE 'Europe/Madrid', 'HH24') FROM appointments"
            " ORDER BY code = %s DESC, code = %s DESC",
            codes[:2],
        ).fetchall()
    assert stand == [("confirmed", "09"), ("confirmed", "15"), ("cancelled", "11")]
    assert "Nothing to change" in migrated.said("apply", "later.yaml")


def test_without_a_terminal_nothing_is_applied_that_nobody_said_yes_to(
    migrated: Installation, elsewhere: Path
) -> None:
    migrated.said("init", "--name", "Bread", "--email", "ines@bread.example", "--time-zone", "Europe/Madrid")
    (elsewhere / "shop.yaml").write_text(SHOP, "utf-8")
    before = migrated.said("export")
    refused = migrated.asks("apply", "shop.yaml")
    assert refused.exit_code == 1
    assert "+ new person ana" in refused.output
    assert "say --yes" in refused.output
    assert migrated.said("export") == before
    assert migrated.asks("apply", "-", typed=SHOP).exit_code == 1
    assert "Done." in migrated.asks("apply", "-", "--yes", typed=SHOP).output
    assert migrated.asks("apply", "shop.yaml").exit_code == 0


ABROAD = """
locations:
  apia:
    name: Apia
    time_zone: Pacific/Apia
    closed_on_public_holidays: no
    hours: {monday to sunday: "08:00-20:00"}
people: {ana: {name: Ana}}
services: {cut: {name: Cut, durations: [30], served_by: [ana]}}
"""


def test_touched_appointments_are_told_and_moved_on_the_clock_of_their_place(
    migrated: Installation, elsewhere: Path
) -> None:
    migrated.said("init", "--name", "Bread", "--email", "ines@bread.example", "--time-zone", "Europe/Madrid")
    day = SystemClock().now().date() + timedelta(days=4)
    (elsewhere / "shop.yaml").write_text(ABROAD, "utf-8")
    migrated.said("apply", "shop.yaml", "--prune", "--yes")
    (elsewhere / "booked.csv").write_text(
        f"service,start,name,email\nCut,{day} 09:00,Ivo,ivo@bread.example", "utf-8"
    )
    migrated.said("import", "appointments", "booked.csv")
    with psycopg.connect(migrated.database_url) as connection:
        ((code,),) = connection.execute("SELECT code FROM appointments").fetchall()
    (elsewhere / "later.yaml").write_text(ABROAD.replace("08:00", "12:00"), "utf-8")
    listed = migrated.asks("apply", "later.yaml", "--yes").output
    assert f"{code} Cut for Ivo, {day} 09:00 at Apia (Pacific/Apia)" in listed
    refused = migrated.asks("apply", "later.yaml", "--yes", "--touched", f"{code}={day}T09:00")
    assert refused.exit_code == 1
    assert f"\n{code}: " in refused.output
    assert "Done." in migrated.said("apply", "later.yaml", "--yes", "--touched", f"{code}={day}T15:00")
    with psycopg.connect(migrated.database_url) as connection:
        stand = connection.execute(
            "SELECT to_char(starts_at AT TIME ZONE 'Pacific/Apia', 'HH24') FROM appointments"
        ).fetchall()
    assert stand == [("15",)]


def test_a_decision_that_says_nothing_is_refused(migrated: Installation, elsewhere: Path) -> None:
    for wish in ("", "throw", "keep=", "X=later"):
        refused = migrated.asks("apply", "none.yaml", "--touched", wish)
        assert refused.exit_code == 2
        assert "--touched takes" in refused.output
    assert "cannot be read" in migrated.asks("apply", "none.yaml", "--touched", "X=keep").output


def test_a_table_with_a_refused_line_is_told_and_not_imported(
    migrated: Installation, elsewhere: Path
) -> None:
    migrated.said("init", "--name", "Bread", "--email", "ines@bread.example", "--time-zone", "Europe/Madrid")
    (elsewhere / "people.csv").write_text(
        "name;email\nAna;ana@bread.example\n=1+1;x@y.example\nIvo;\n", "utf-8"
    )
    refused = migrated.asks("import", "customers", "people.csv")
    assert refused.exit_code == 1
    assert "people.csv:3: name: This begins like a formula" in refused.output
    assert "people.csv:4: email: Please give an email address" in refused.output
    assert migrated.rows("customers") == []
    assert "1 created, 0 changed, 0 unchanged, 2 refused" in migrated.said(
        "import", "customers", "people.csv", "--skip-refused"
    )
    assert len(migrated.rows("customers")) == 1
