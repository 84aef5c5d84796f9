"""`zimun reseal` as a process of its own, which knows no tables but those it asks for."""

import subprocess

import psycopg

from tests.operations.commands.runs import ZIMUN
from tests.operations.conftest import CHECKOUT
from tests.operations.databases import Installation
from web.secrets.sealing import answer_seal

BEFORE, AFTER = "a key of thirty-two characters!!", "another key of thirty-two letters"
PROMISED = (
    "INSERT INTO idempotency_keys"
    " (organization_id, client, operation, key, fingerprint, status, body, created_at)"
    " SELECT id, 'client', 'confirm', 'key', '', 200, %s, now() FROM organizations"
)


def test_kept_answers_are_sealed_anew_after_a_restore_under_another_key(migrated: Installation) -> None:
    migrated.said("init", "--name", "Bread & Butter", "--email", "ines@bread.example")
    with psycopg.connect(migrated.database_url) as connection:
        [(organization_id,)] = connection.execute("SELECT id FROM organizations").fetchall()
        bound = f"{organization_id}\nclient\nconfirm\nkey".encode()
        connection.execute(PROMISED, (answer_seal(BEFORE, ()).close(b"kept", bound),))
    environment = {**migrated.environment, "SECRET_KEY": AFTER, "SECRET_KEY_OLD": BEFORE}
    done = subprocess.run(
        [*ZIMUN, "reseal"], cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False
    )
    assert "answers of the API: 1 sealed anew" in done.stdout, done.stderr
