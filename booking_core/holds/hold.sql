-- The second look at PostgreSQL and the row of a hold, in one statement, once Redis has let us have the time.
--
-- A confirm that committed between our first look and our hold freed its own hold only after: here we see its
-- claims. Returns the hold, or no row where a claim is in the way or the same key won the time at the same
-- moment. A key whose hold is over begins anew.

WITH clear AS (
    SELECT FROM (VALUES (1)) AS once (more)
    -- Who may join a class has been looked up before: its claims are in nobody's way.
    WHERE :is_group OR NOT EXISTS (
        SELECT FROM unnest(CAST(:resource_ids AS text [])) AS wanted (id)
        JOIN claims
            ON claims.resource_id = wanted.id
            AND claims.during && tstzrange(:claims_from, :claims_to, '[)')
            AND claims.block_id IS DISTINCT FROM CAST(:leaving AS text)
    )
    -- Whoever works at several places may be on the way.
    AND NOT EXISTS (
        SELECT FROM unnest(CAST(:resource_ids AS text [])) AS wanted (id)
        JOIN whereabouts
            ON whereabouts.resource_id = wanted.id
            AND whereabouts.location_id = :location_id
            AND whereabouts.presence = 0
            AND whereabouts.during && tstzrange(:claims_from, :claims_to, '[)')
        JOIN claims
            ON claims.id = whereabouts.claim_id
            AND claims.block_id IS DISTINCT FROM CAST(:leaving AS text)
    )
),
replaced AS (
    UPDATE holds SET status = 'replaced' FROM clear
    WHERE holds.id = :replaces AND holds.owner = :owner AND holds.status = 'held'
)
INSERT INTO holds (
    id, organization_id, owner, purpose, status, reschedule_of, service_id, location_id, resource_ids,
    staff_id, starts_at, ends_at, claims_from, claims_to, party_size, price, price_is_from, currency,
    policy, created_at, expires_at, max_expires_at, extensions, revision
)
SELECT
    :id, :organization_id, :owner, :purpose, 'held', :reschedule_of, :service_id, :location_id, :resource_ids,
    :staff_id, :starts_at, :ends_at, :claims_from, :claims_to, :party_size, CAST(:price AS numeric),
    :price_is_from, :currency, :policy, :now, :expires_at, :max_expires_at, 0, :revision
FROM clear
ON CONFLICT (id) DO UPDATE SET
    purpose = excluded.purpose, status = 'held', reschedule_of = excluded.reschedule_of,
    service_id = excluded.service_id, location_id = excluded.location_id,
    resource_ids = excluded.resource_ids, staff_id = excluded.staff_id,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at,
    claims_from = excluded.claims_from, claims_to = excluded.claims_to, party_size = excluded.party_size,
    price = excluded.price, price_is_from = excluded.price_is_from, currency = excluded.currency,
    policy = excluded.policy, created_at = excluded.created_at, expires_at = excluded.expires_at,
    max_expires_at = excluded.max_expires_at, extensions = 0, revision = excluded.revision
WHERE holds.status IN ('released', 'replaced') OR (holds.status = 'held' AND holds.expires_at <= :now)
RETURNING *
