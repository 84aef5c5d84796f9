"""People of a team hear of appointments, their own or all; a letter knows which of them it is for."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("reader", sa.Text()))
    op.add_column(
        "memberships", sa.Column("notifies_of_all", sa.Boolean(), server_default="false", nullable=False)
    )
    # Which kinds anybody wants is kept with the catalogue: a booking of which nobody hears costs nothing.
    op.execute(
        "CREATE TRIGGER catalogue_changed AFTER UPDATE OF notification_kinds ON memberships"
        " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER catalogue_changed ON memberships")
    op.drop_column("memberships", "notifies_of_all")
    op.drop_column("outbox", "reader")
