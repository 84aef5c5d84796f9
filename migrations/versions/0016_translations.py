"""The words of the catalogue in the languages of customers, and choices of questions by keys that stay."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"

TRANSLATED = ("organizations", "locations", "resources", "services", "booking_questions")


def upgrade() -> None:
    for table in TRANSLATED:
        op.add_column(
            table, sa.Column("translations", postgresql.JSONB(), server_default="{}", nullable=False)
        )
    # A choice without words of its own is called by its key: those that were there go on being their words.
    op.add_column(
        "booking_questions",
        sa.Column("choice_labels", postgresql.JSONB(), server_default="{}", nullable=False),
    )


def downgrade() -> None:
    op.drop_column("booking_questions", "choice_labels")
    for table in TRANSLATED:
        op.drop_column(table, "translations")
