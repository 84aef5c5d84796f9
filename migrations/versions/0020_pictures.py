"""Categories of services; pictures of services and people, and the logo, each kept once and gone with the
last that names it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"

PICTURE_LEFT = """
CREATE FUNCTION picture_left() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    business text := to_jsonb(OLD) ->> TG_ARGV[0];
    gone text := to_jsonb(OLD) ->> TG_ARGV[1];
BEGIN
    DELETE FROM pictures
    WHERE organization_id = business AND hash = gone
      AND NOT EXISTS (SELECT FROM services WHERE organization_id = business AND picture = gone)
      AND NOT EXISTS (SELECT FROM resources WHERE organization_id = business AND picture = gone)
      AND NOT EXISTS (SELECT FROM organizations WHERE id = business AND logo = gone);
    RETURN NULL;
END $$
"""
# The table, the column that says whose it is, and the one that names a picture.
NAMING = (
    ("services", "organization_id", "picture"),
    ("resources", "organization_id", "picture"),
    ("organizations", "id", "logo"),
)


def upgrade() -> None:
    op.create_table(
        "service_categories",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("translations", postgresql.JSONB(), server_default="{}", nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    op.create_index("ix_service_categories_organization_id", "service_categories", ["organization_id"])
    op.add_column("services", sa.Column("category_id", sa.Text(), nullable=True))
    op.create_foreign_key(
        "services_category_id_fkey",
        "services",
        "service_categories",
        ["category_id"],
        ["id"],
        ondelete="SET NULL",
    )
    op.create_index("ix_services_category_id", "services", ["category_id"])
    op.execute(
        "CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON service_categories"
        " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
    )
    op.create_table(
        "pictures",
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), primary_key=True),
        sa.Column("hash", sa.Text(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("octet_length(content) <= 20480", name="pictures_are_small"),
    )
    op.create_index("pictures_by_age", "pictures", ["created_at"])
    op.execute(PICTURE_LEFT)
    for table, owner, column in NAMING:
        op.add_column(table, sa.Column(column, sa.Text(), nullable=True))
        op.create_foreign_key(
            f"{table}_{column}_is_there", table, "pictures", [owner, column], ["organization_id", "hash"]
        )
        op.create_index(f"{table}_by_{column}", table, [owner, column])
        op.execute(
            f"CREATE TRIGGER {column}_left AFTER UPDATE OF {column} ON {table} FOR EACH ROW"
            f" WHEN (OLD.{column} IS NOT NULL AND OLD.{column} IS DISTINCT FROM NEW.{column})"
            f" EXECUTE FUNCTION picture_left('{owner}', '{column}')"
        )
        op.execute(
            f"CREATE TRIGGER {column}_gone AFTER DELETE ON {table} FOR EACH ROW"
            f" WHEN (OLD.{column} IS NOT NULL) EXECUTE FUNCTION picture_left('{owner}', '{column}')"
        )


def downgrade() -> None:
    for table, _, column in NAMING:
        op.execute(f"DROP TRIGGER {column}_left ON {table}")
        op.execute(f"DROP TRIGGER {column}_gone ON {table}")
        op.drop_column(table, column)
    op.execute("DROP FUNCTION picture_left()")
    op.drop_table("pictures")
    op.drop_column("services", "category_id")
    op.drop_table("service_categories")
