"""What of its beginnings somebody of a business has seen and saved."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.add_column(
        "organizations", sa.Column("steps_saved", ARRAY(sa.Text()), server_default="{}", nullable=False)
    )
    # Who offers something already has begun.
    op.execute(
        "UPDATE organizations SET steps_saved = '{business,week}'"
        " WHERE EXISTS (SELECT 1 FROM services WHERE organization_id = organizations.id)"
    )


def downgrade() -> None:
    op.drop_column("organizations", "steps_saved")
