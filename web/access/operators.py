"""Operators: the people at the front desk, and their passwords."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import CheckConstraint, ForeignKey, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.ids import new_id

T = TypeVar("T")
# OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# At most two passwords are checked at once: a flood of sign-ins cannot take the memory of the process.
CHECKERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="password")
# Checked when there is no such operator, so that an unknown address takes as long as a wrong password.
NOBODY = HASHER.hash("nobody has this password")


class Operator(Base):
    """A person who may sign in to the console. ``role`` is ``owner`` or ``member``; the address is in lower
    case."""

    __tablename__ = "operators"
    __table_args__ = (CheckConstraint("role IN ('owner', 'member')", name="operators_role_is_known"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    password_hash: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


async def new_operator(
    session: AsyncSession, organization_id: str, email: str, name: str, role: str, password: str
) -> Operator:
    operator = Operator(
        id=new_id("opr"),
        organization_id=organization_id,
        email=email.strip().lower(),
        name=name,
        role=role,
        password_hash=await _in_background(HASHER.hash, password),
    )
    session.add(operator)
    return operator


async def operator_with_email(session: AsyncSession, email: str) -> Operator | None:
    return await session.scalar(select(Operator).where(Operator.email == email.strip().lower()))


async def has_password(operator: Operator | None, password: str) -> bool:
    """Whether the password is theirs. Takes as long for nobody as for a wrong password; needs no database
    meanwhile."""
    known = await _in_background(_matches, operator.password_hash if operator else NOBODY, password)
    return known and operator is not None


def _matches(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


async def _in_background(work: Callable[..., T], *arguments: str) -> T:
    return await asyncio.get_running_loop().run_in_executor(CHECKERS, work, *arguments)
