"""Whether PostgreSQL can be written to: a standby, a full disk and a primary that was made read-only all
answer what is merely read."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from booking_core.core import BookingCore
from booking_core.storage.database import Base
from booking_core.storage.statements import Statement

WRITE = Statement(
    "INSERT INTO write_checks (id, written_at) VALUES (1, now())"
    " ON CONFLICT (id) DO UPDATE SET written_at = now() RETURNING id"
)


class WriteCheck(Base):
    """One row, written by whoever wants to know whether writing works."""

    __tablename__ = "write_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    written_at: Mapped[datetime]


async def check_writing(core: BookingCore) -> None:
    """Write one row. Raises what the driver does where that does not work."""
    await core.ask(WRITE)
