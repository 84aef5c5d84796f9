"""Pictures as they are kept: one row for each content of an organization, read when a browser asks for it.

Services, people and the organization name theirs by its hash. A picture goes with the last that names it, by
a trigger (migration 0020).
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.pictures.encode import EncodedPicture
from booking_core.storage.database import Base
from booking_core.storage.statements import Statement

READ = Statement("SELECT content FROM pictures WHERE organization_id = :organization AND hash = :hash")


class Picture(Base):
    """WebP. ``hash`` is the SHA-256 of its content, so that whoever has it once never asks again."""

    __tablename__ = "pictures"
    __table_args__ = (
        CheckConstraint("octet_length(content) <= 20480", name="pictures_are_small"),
        Index("pictures_by_age", "created_at"),
    )

    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    hash: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    width: Mapped[int]
    height: Mapped[int]
    created_at: Mapped[datetime]


async def store_picture(
    session: AsyncSession, organization_id: str, picture: EncodedPicture, now: datetime
) -> str:
    """Keep a picture and say its hash; the same picture is kept once. Whoever names it does so in the same
    transaction: one that nobody names goes after a day. The caller commits."""
    row = {
        "organization_id": organization_id,
        "hash": picture.hash,
        "content": picture.content,
        "width": picture.width,
        "height": picture.height,
        "created_at": now,
    }
    await session.execute(insert(Picture).values(row).on_conflict_do_nothing())
    return picture.hash


def picture_path(organization_id: str, picture: str | None) -> str | None:
    """Where a picture is found on our origin; None for none."""
    return f"/pictures/{organization_id}/{picture}.webp" if picture else None
