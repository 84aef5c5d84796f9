"""Migrations run while tables are in use: no index is built under a lock, and none waits without end."""

import ast
import re

from tests.sources import ROOT

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
