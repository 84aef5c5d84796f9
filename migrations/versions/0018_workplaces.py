"""People who work at several places: their places, the ways between, and that nobody is at two at once.

``whereabouts`` says of each claim of such a person where it puts them (``presence`` 1) and, for each other
place of theirs, how long it keeps them from being there (``presence`` 0): for as long as it lasts, and for
the way before and after. Two claims at different places are too close to each other exactly when the presence
of the one meets the absence of the other, which is what the exclusion constraint refuses. Presences may meet
each other only at one place, where ``claims_never_overlap`` refuses it; absences may meet each other.

The rows are made by triggers, so that no writer of claims can go around them. When the owner changes who
works where or how long a way takes, those of standing claims are made anew. What stands too close to each
other then stays (somebody has to decide about it, and no customer loses a time by a form), so the absence of
one ends where the presence of the other begins.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"

TRAVEL_BETWEEN = """
CREATE FUNCTION travel_between(origin text, destination text) RETURNS interval STABLE LANGUAGE sql AS $$
    SELECT make_interval(mins => coalesce(
        (SELECT minutes FROM travel_times WHERE from_location_id = origin AND to_location_id = destination),
        (SELECT minutes FROM travel_times WHERE from_location_id = destination AND to_location_id = origin),
        (
            SELECT organizations.travel_min FROM locations
            JOIN organizations ON organizations.id = locations.organization_id
            WHERE locations.id = origin
        )
    ))
$$
"""
# No way takes longer than a day, so further claims say nothing about this one.
CLAIM_MADE = """
CREATE FUNCTION claim_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO whereabouts (claim_id, location_id, organization_id, resource_id, presence, during)
    WITH places AS (
        SELECT location_id FROM time_blocks WHERE id = NEW.block_id
        UNION SELECT location_id FROM resources WHERE id = NEW.resource_id
        UNION SELECT location_id FROM resource_locations WHERE resource_id = NEW.resource_id
        UNION SELECT location_id FROM whereabouts
        WHERE resource_id = NEW.resource_id
          AND during && tstzrange(lower(NEW.during) - interval '1 day', upper(NEW.during) + interval '1 day')
    )
    SELECT
        NEW.id, places.location_id, NEW.organization_id, NEW.resource_id,
        CASE WHEN places.location_id = block.location_id THEN 1 ELSE 0 END,
        CASE WHEN places.location_id = block.location_id THEN NEW.during ELSE tstzrange(
            lower(NEW.during) - travel_between(places.location_id, block.location_id),
            upper(NEW.during) + travel_between(block.location_id, places.location_id)
        ) END
    FROM places, time_blocks AS block
    WHERE block.id = NEW.block_id AND (SELECT count(*) FROM places) > 1;
    RETURN NULL;
END $$
"""
# The lock is that of writers of claims (``lock_resources``): none of them is under way meanwhile.
CHART_WHEREABOUTS = """
CREATE FUNCTION chart_whereabouts(whose text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(
        ('x' || encode(substr(sha256(convert_to(whose, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint
    );
    DELETE FROM whereabouts WHERE resource_id = whose;
    INSERT INTO whereabouts (claim_id, location_id, organization_id, resource_id, presence, during)
    WITH standing AS (
        SELECT claims.id, claims.organization_id, claims.during, block.location_id AS place
        FROM claims JOIN time_blocks AS block ON block.id = claims.block_id
        WHERE claims.resource_id = whose
    ),
    places AS (
        SELECT location_id FROM resources WHERE id = whose
        UNION SELECT location_id FROM resource_locations WHERE resource_id = whose
        UNION SELECT place FROM standing
    )
    SELECT
        standing.id, places.location_id, standing.organization_id, whose,
        CASE WHEN places.location_id = standing.place THEN 1 ELSE 0 END,
        CASE WHEN places.location_id = standing.place THEN standing.during ELSE tstzrange(
            greatest(
                lower(during) - travel_between(places.location_id, place),
                max(upper(during)) FILTER (WHERE place = places.location_id) OVER earlier
            ),
            least(
                upper(during) + travel_between(place, places.location_id),
                min(lower(during)) FILTER (WHERE place = places.location_id) OVER later
            )
        ) END
    FROM standing CROSS JOIN places
    WHERE (SELECT count(*) FROM places) > 1
    WINDOW
        earlier AS (
            PARTITION BY places.location_id ORDER BY lower(during)
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ),
        later AS (
            PARTITION BY places.location_id ORDER BY lower(during)
            ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        );
END $$
"""
WORKPLACE_CHANGED = """
CREATE FUNCTION workplace_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM chart_whereabouts(OLD.resource_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM chart_whereabouts(NEW.resource_id);
    END IF;
    RETURN NULL;
END $$
"""
HOME_CHANGED = """
CREATE FUNCTION home_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM chart_whereabouts(NEW.id);
    RETURN NULL;
END $$
"""
TRAVEL_CHANGED = """
CREATE FUNCTION travel_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    business text := CASE
        WHEN TG_TABLE_NAME = 'organizations' THEN to_jsonb(NEW) ->> 'id'
        ELSE coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> 'organization_id'
    END;
BEGIN
    -- In the order of ids, as everybody who does this.
    PERFORM chart_whereabouts(one.id) FROM (
        SELECT resources.id FROM resources
        WHERE resources.organization_id = business
          AND EXISTS (SELECT FROM whereabouts WHERE whereabouts.resource_id = resources.id)
        ORDER BY resources.id
    ) AS one;
    RETURN NULL;
END $$
"""
FUNCTIONS = (TRAVEL_BETWEEN, CLAIM_MADE, CHART_WHEREABOUTS, WORKPLACE_CHANGED, HOME_CHANGED, TRAVEL_CHANGED)
TRIGGERS = (
    "whereabouts_of_claim AFTER INSERT ON claims FOR EACH ROW EXECUTE FUNCTION claim_made()",
    "whereabouts_changed AFTER INSERT OR UPDATE OR DELETE ON resource_locations"
    " FOR EACH ROW EXECUTE FUNCTION workplace_changed()",
    "whereabouts_changed AFTER UPDATE OF location_id ON resources FOR EACH ROW"
    " WHEN (OLD.location_id <> NEW.location_id) EXECUTE FUNCTION home_changed()",
    "whereabouts_changed AFTER INSERT OR UPDATE OR DELETE ON travel_times"
    " FOR EACH ROW EXECUTE FUNCTION travel_changed()",
    "whereabouts_changed AFTER UPDATE OF travel_min ON organizations FOR EACH ROW"
    " WHEN (OLD.travel_min <> NEW.travel_min) EXECUTE FUNCTION travel_changed()",
)
HOURS = ("opening_windows", "opening_overrides")


def upgrade() -> None:
    op.add_column("organizations", sa.Column("travel_min", sa.Integer(), server_default="30", nullable=False))
    op.create_check_constraint(
        "organizations_travel_within_a_day", "organizations", "travel_min BETWEEN 0 AND 1440"
    )
    for table in HOURS:
        op.drop_constraint(f"{table}_one_owner", table)
        op.create_check_constraint(f"{table}_one_owner", table, "num_nonnulls(location_id, resource_id) > 0")
    # One for each date of a place, of a person, and of a person at a further place.
    op.drop_index("opening_overrides_once_a_day", "opening_overrides")
    op.create_index(
        "opening_overrides_once_a_day",
        "opening_overrides",
        [sa.text("coalesce(location_id, '')"), sa.text("coalesce(resource_id, '')"), "day"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "resource_locations",
        _reference("resource_id", "resources", primary_key=True),
        _reference("location_id", "locations", primary_key=True),
        _organization(),
    )
    op.create_table(
        "travel_times",
        _reference("from_location_id", "locations", primary_key=True),
        _reference("to_location_id", "locations", primary_key=True),
        _organization(),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name="travel_times_within_a_day"),
        sa.CheckConstraint("from_location_id <> to_location_id", name="travel_times_lead_elsewhere"),
    )
    op.create_table(
        "whereabouts",
        sa.Column(
            "claim_id", sa.BigInteger(), sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("location_id", sa.Text(), sa.ForeignKey("locations.id"), primary_key=True),
        _organization(),
        sa.Column("resource_id", sa.Text(), sa.ForeignKey("resources.id"), nullable=False),
        sa.Column("presence", sa.Integer(), nullable=False),
        sa.Column("during", postgresql.TSTZRANGE(), nullable=False),
        sa.CheckConstraint("presence IN (0, 1)", name="whereabouts_here_or_not"),
        postgresql.ExcludeConstraint(
            ("resource_id", "="),
            ("location_id", "="),
            ("presence", "<>"),
            ("during", "&&"),
            using="gist",
            name="nobody_at_two_places",
        ),
    )
    for table, column in (
        ("resource_locations", "location_id"),
        ("resource_locations", "organization_id"),
        ("travel_times", "to_location_id"),
        ("travel_times", "organization_id"),
        ("whereabouts", "location_id"),
        ("whereabouts", "organization_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
    for function in FUNCTIONS:
        op.execute(function)
    for trigger in TRIGGERS:
        op.execute(f"CREATE TRIGGER {trigger}")
    for table in ("resource_locations", "travel_times"):
        op.execute(
            f"CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
        )


def downgrade() -> None:
    op.execute("DROP TRIGGER whereabouts_of_claim ON claims")
    op.execute("DROP TRIGGER whereabouts_changed ON resources")
    op.execute("DROP TRIGGER whereabouts_changed ON organizations")
    for table in ("whereabouts", "travel_times", "resource_locations"):
        op.drop_table(table)
    for function in ("claim_made()", "workplace_changed()", "home_changed()", "travel_changed()"):
        op.execute(f"DROP FUNCTION {function}")
    op.execute("DROP FUNCTION chart_whereabouts(text)")
    op.execute("DROP FUNCTION travel_between(text, text)")
    for table in HOURS:
        op.execute(f"DELETE FROM {table} WHERE num_nonnulls(location_id, resource_id) > 1")
        op.drop_constraint(f"{table}_one_owner", table)
        op.create_check_constraint(f"{table}_one_owner", table, "num_nonnulls(location_id, resource_id) = 1")
    op.drop_index("opening_overrides_once_a_day", "opening_overrides")
    op.create_index(
        "opening_overrides_once_a_day",
        "opening_overrides",
        [sa.text("coalesce(location_id, resource_id)"), "day"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.drop_column("organizations", "travel_min")


def _reference(column: str, table: str, *, primary_key: bool) -> "sa.Column[str]":
    return sa.Column(
        column, sa.Text(), sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=primary_key
    )


def _organization() -> "sa.Column[str]":
    return sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False)
