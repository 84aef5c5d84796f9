"""Rules of the house that no linter knows: one reader of the clock, one of the environment, one user of the
openai package."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
READS_THE_CLOCK = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
}
READS_THE_ENVIRONMENT = {"os.environ", "os.getenv", "os.environb"}


def test_only_the_clock_reads_the_time() -> None:
    assert files_where(READS_THE_CLOCK) == {"booking_core/time/clock.py"}


def test_only_the_settings_read_the_environment() -> None:
    assert files_where(READS_THE_ENVIRONMENT) == {"web/settings.py"}


def test_only_one_file_imports_openai() -> None:
    importing = {path for path, module in modules().items() if "openai" in module.packages}
    assert importing == {"agent/models/openai_chat.py"}


def test_only_the_booking_core_writes_claims() -> None:
    """A door that wrote to the tables itself would go round every rule of the desk."""
    tables = {"Claim", "Seat", "TimeBlock"}
    using = {path for path, module in modules().items() if module.names & tables}
    assert {path for path in using if not path.startswith("booking_core/")} == set()


# Who makes a business that nobody works with yet.
BEGINS_A_BUSINESS = {
    "booking_core/maintenance/demo.py",
    "web/commands/organizations/init.py",
}


def test_only_the_back_office_arranges_a_business() -> None:
    """Whoever wrote a row of the catalogue elsewhere would ask nobody's role and touch appointments
    unseen."""
    tables = {
        "BookingQuestion",
        "Location",
        "OpeningOverride",
        "OpeningWindow",
        "RepeatedTimeOff",
        "Resource",
        "ResourceLocation",
        "Service",
        "ServiceCategory",
        "ServiceLocation",
        "ServicePrice",
        "ServiceResource",
        "TimeOff",
        "TravelTime",
    }
    making = {path for path, module in modules().items() if module.calls & tables}
    elsewhere = {path for path in making if not path.startswith("booking_core/back_office/")}
    assert elsewhere == BEGINS_A_BUSINESS


# The first tables were made when nobody worked with them yet.
FIRST_IN_USE = "0011"
BLOCKS_WRITERS = {
    "create_index",
    "drop_index",
    "create_foreign_key",
    "create_check_constraint",
    "create_unique_constraint",
}
# Tables that grow with business; a shop's services and its people are few, whatever is done to them.
LARGE = {
    "appointment_events",
    "appointments",
    "audit",
    "booking_counts",
    "claims",
    "conversation_tokens",
    "conversations",
    "customers",
    "holds",
    "idempotency_keys",
    "messages",
    "outbox",
    "personal_values",
    "runs",
    "seats",
    "steps",
    "time_blocks",
    "verifications",
    "webhook_deliveries",
    "whereabouts",
}
PLAIN_SQL = re.compile(
    r"\b(?:CREATE (?:UNIQUE )?INDEX|DROP INDEX|REINDEX|CLUSTER|VACUUM FULL|SET (?:LOCAL )?lock_timeout)\b",
    re.I,
)


def test_no_migration_builds_an_index_under_a_lock_or_waits_for_one_without_end() -> None:
    """Tables are in use: indexes are built by ``build_index``, and each migration runs under the lock timeout
    of ``env.py``."""
    for path in sorted((ROOT / "migrations" / "versions").glob("*.py")):
        if path.name >= FIRST_IN_USE:
            assert broken_rules(ast.parse(path.read_text("utf-8"))) == [], path.name


def test_a_migration_that_builds_a_plain_index_is_found() -> None:
    plain = "op.create_index('a', 'messages', ['text'])\nop.execute('create index b on messages (text)')"
    of_a_new_table = "op.create_table('steps')\nop.create_index('a', 'steps', ['text'])"
    assert len(broken_rules(ast.parse(plain))) == 2
    assert broken_rules(ast.parse(of_a_new_table)) == []


def broken_rules(tree: ast.Module) -> list[str]:
    """What a migration does to a large table that makes others wait, unless the migration itself makes that
    table."""
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    named = {node: node.func.attr for node in calls if isinstance(node.func, ast.Attribute)}
    new = {first_text(node) for node, name in named.items() if name == "create_table"}
    builds = [
        ast.unparse(node)
        for node, name in named.items()
        if name in BLOCKS_WRITERS and (LARGE - new) & {text_of(one) for one in node.args}
    ]
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return builds + [text for text in texts if isinstance(text, str) and PLAIN_SQL.search(text)]


def first_text(call: ast.Call) -> str:
    return text_of(call.args[0]) if call.args else ""


def text_of(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def files_where(names: set[str]) -> set[str]:
    return {path for path, module in modules().items() if module.attributes & names}


class Module(NamedTuple):
    """What the rules ask of a file: packages it imports, names it says and calls, attributes of names."""

    packages: set[str]
    names: set[str]
    calls: set[str]
    attributes: set[str]


@cache
def modules() -> dict[str, Module]:
    """Every file by its path, read once for all rules."""
    return {
        path.relative_to(ROOT).as_posix(): module_of(ast.parse(path.read_text("utf-8")))
        for package in ("booking_core", "agent", "evaluation", "web")
        for path in sorted((ROOT / package).rglob("*.py"))
    }


def module_of(tree: ast.Module) -> Module:
    found = Module(set(), set(), set(), set())
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                found.packages.update(one.name.partition(".")[0] for one in names)
            case ast.ImportFrom(str(module)):
                found.packages.add(module.partition(".")[0])
            case ast.Name(name):
                found.names.add(name)
            case ast.Call(ast.Name(name)):
                found.calls.add(name)
            case ast.Attribute(ast.Name(name), attribute):
                found.attributes.add(f"{name}.{attribute}")
    return found
