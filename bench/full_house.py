"""An organization after years of business: conversations with their turns and steps, appointments, and all
that stays behind them.

Made by PostgreSQL itself, in minutes: rows are right by their making, so no foreign key is looked up, and
indexes are built afterwards.
"""

import hashlib
import random
from datetime import datetime
from pathlib import Path

import psycopg
from msgspec import Struct
from psycopg import Connection
from sqlalchemy.ext.asyncio import AsyncSession

from bench.filling import new_staff
from bench.words import FIRST, LAST, WORDS
from booking_core.maintenance.demo import DemoSalon, demo_salon

SERVICE = "Haircut"
PEOPLE = 10
CLOSES = 19 * 60
# What is rare stays as rare as it is, however much there is of everything else.
RARE_WORD, FREQUENT_WORD, RARE_ROWS = "xylophone", "appointment", 5
# The oldest conversations of the ninety days that are kept, and those of one day more.
DAYS_OF_TALK = 91
SENTENCES = 2_000

FILL = Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n")


class FullHouse(Struct, frozen=True):
    """An organization of this size, and what its benchmarks ask for."""

    salon: DemoSalon
    people: list[str]
    conversations: int

    @property
    def service_id(self) -> str:
        return self.salon.services[SERVICE]

    def conversation_id(self, number: int) -> str:
        """The conversation with this number: 0 is the newest."""
        return f"cnv_{md5(f'cnv{number}')}"


def md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


async def new_house(session: AsyncSession, conversations: int) -> FullHouse:
    """The organization with ten people who do one service; nothing has happened there yet. The caller
    commits."""
    salon = await demo_salon(session, name=f"Full house {conversations}")
    return FullHouse(salon, await new_staff(session, salon, SERVICE, PEOPLE, closes=CLOSES), conversations)


def fill(database_url: str, house: FullHouse, now: datetime, today: datetime) -> None:
    """All its history. ``today`` is a local midnight in UTC."""
    n = house.conversations
    values = {
        "org": house.salon.organization_id,
        "service": house.service_id,
        "location": house.salon.location_id,
        "people": house.people,
        "first": FIRST,
        "last": LAST,
        "now": now,
        "today": today,
        "n": n,
        "customers": max(n // 5, 1),
        "pace": DAYS_OF_TALK * 86_400 / n,
        "rare": RARE_ROWS,
    }
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET maintenance_work_mem = '256MB'")
        connection.execute("CREATE TEMP TABLE growth_sentences (number integer PRIMARY KEY, text text)")
        with connection.cursor().copy("COPY growth_sentences FROM STDIN") as copy:
            for row in _sentences():
                copy.write_row(row)
        rebuilt = _without_indexes(connection)
        for statement in FILL:
            connection.execute(statement.encode(), values)
        for statement in rebuilt:
            connection.execute(statement.encode())
        # As PostgreSQL's own housekeeping would have done some minutes after so many rows came in.
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def _without_indexes(connection: Connection) -> list[str]:
    """Drop what can be built at once later; the statements that build it again. What keeps a constraint
    stays, but the overlaps of claims."""
    found = connection.execute(
        "SELECT index.relname, pg_get_indexdef(index.oid) FROM pg_index JOIN pg_class AS index ON "
        "index.oid = indexrelid"
        " JOIN pg_class AS held ON held.oid = indrelid WHERE index.relnamespace = 'public'::regnamespace"
        " AND held.relname NOT LIKE 'procrastinate%' AND NOT indisunique"
        " AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)"
    ).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}")
    constraint = connection.execute(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'claims_never_overlap'"
    ).fetchone()
    connection.execute("ALTER TABLE claims DROP CONSTRAINT claims_never_overlap")
    assert constraint is not None
    apart = f"ALTER TABLE claims ADD CONSTRAINT claims_never_overlap {constraint[0]}"
    return [*(definition for _, definition in found), apart]


def _sentences() -> list[tuple[int, str]]:
    chance = random.Random(5)
    letters = "abcdefghijklmnopqrstuvwxyz"
    own = ["".join(chance.choices(letters, k=chance.randint(4, 9))) for _ in range(3_000)]
    return [
        (
            number,
            " ".join(
                chance.choice(WORDS if chance.random() < 0.8 else own) for _ in range(chance.randint(4, 22))
            ),
        )
        for number in range(SENTENCES)
    ]
