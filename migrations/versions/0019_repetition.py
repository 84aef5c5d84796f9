"""Hours and days off that hold every so many weeks."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column(
        "opening_windows", sa.Column("every_weeks", sa.Integer(), server_default="1", nullable=False)
    )
    for column in ("anchor", "until"):
        op.add_column("opening_windows", sa.Column(column, sa.Date(), nullable=True))
    op.create_check_constraint(
        "opening_windows_repeat",
        "opening_windows",
        "every_weeks = 1 OR (every_weeks BETWEEN 2 AND 52 AND anchor IS NOT NULL)",
    )
    op.create_check_constraint("opening_windows_end_after_they_begin", "opening_windows", "until >= anchor")
    op.create_table(
        "repeated_time_off",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column(
            "resource_id", sa.Text(), sa.ForeignKey("resources.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("every_weeks", sa.Integer(), server_default="1", nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="repeated_time_off_weekday"),
        sa.CheckConstraint(
            "starts >= 0 AND starts < 1440 AND ends > starts AND ends <= 2880", name="repeated_time_off_order"
        ),
        sa.CheckConstraint("every_weeks BETWEEN 1 AND 52", name="repeated_time_off_repeats"),
        sa.CheckConstraint("until >= anchor", name="repeated_time_off_ends_after_it_begins"),
    )
    for column in ("organization_id", "resource_id"):
        op.create_index(f"ix_repeated_time_off_{column}", "repeated_time_off", [column])
    op.execute(
        "CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON repeated_time_off"
        " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
    )


def downgrade() -> None:
    op.drop_table("repeated_time_off")
    op.drop_constraint("opening_windows_end_after_they_begin", "opening_windows")
    op.drop_constraint("opening_windows_repeat", "opening_windows")
    for column in ("until", "anchor", "every_weeks"):
        op.drop_column("opening_windows", column)
