"""Accounts: people who may sign in, whatever they are in which organization."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.ids import new_id
from booking_core.team.passwords import hash_password, is_password

# What PostgreSQL and mail servers take; nobody has a longer address (RFC 5321).
LONGEST_EMAIL = 254
LONGEST_NAME = 100


class Account(Base):
    """A person: an address in lower case to sign in with, and the name that colleagues read. ``language`` is
    what they want to read, as a tag; without one, what their browser asks for."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    language: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


async def create_account(session: AsyncSession, email: str, name: str, password: str) -> Account:
    """An account that nothing belongs to yet; written with the next flush. Raises ``InvalidField`` for a
    password that will not do."""
    password_hash = await hash_password(password, (email, name))
    account = Account(id=new_id("acc"), email=normal_email(email), name=name, password_hash=password_hash)
    session.add(account)
    return account


async def account_with_email(session: AsyncSession, email: str) -> Account | None:
    """Whose address this is, however it is written; None for what is no address as well."""
    email = normal_email(email)
    if "\0" in email or len(email) > LONGEST_EMAIL:
        return None
    return await session.scalar(select(Account).where(Account.email == email))


async def has_password(account: Account | None, password: str) -> bool:
    """Whether the password is theirs. Takes as long for nobody as for a wrong password."""
    return await is_password(account.password_hash if account else None, password)


def normal_email(email: str) -> str:
    return email.strip().lower()
