-- A hold moves an appointment: block, claims, seats and the appointment in one statement, with no seat left
-- in the old block and no claim of it where it was alone there.
--
-- The rows of hold and appointment and the advisory locks of all resources are held by the transaction.
-- Returns the appointment, or nothing of it where another block is in the way or too few seats are left; then
-- the transaction is given up.

-- Nothing moves by a catalogue that has changed since it was read.
WITH newest AS (SELECT revision FROM organizations WHERE id = :organization),
held AS (
    SELECT holds.*, tstzrange(claims_from, claims_to, '[)') AS during
    FROM holds, newest
    WHERE id = :hold AND newest.revision = :revision
),
-- include claims.sql
appointment AS (
    UPDATE appointments SET
        block_id = block.id, resource_ids = held.resource_ids,
        starts_at = held.starts_at, ends_at = held.ends_at, location_id = held.location_id,
        version = version + 1, coming_at = NULL, displaced_at = NULL,
        late_at = NULL, late_min = NULL,
        -- What was agreed holds, but for another length.
        price = CASE
            WHEN held.ends_at - held.starts_at = appointments.ends_at - appointments.starts_at
                THEN appointments.price ELSE held.price
        END,
        currency = CASE
            WHEN held.ends_at - held.starts_at = appointments.ends_at - appointments.starts_at
                THEN appointments.currency ELSE held.currency
        END
    FROM held, block
    WHERE appointments.id = :appointment AND (SELECT count(*) FROM seat) = held.party_size
    RETURNING appointments.*
),
-- include seats.sql
emptied AS (
    DELETE FROM time_blocks USING appointment
    WHERE time_blocks.id = :left AND NOT EXISTS (SELECT FROM seats WHERE seats.block_id = :left)
)
SELECT appointment.*, EXISTS (SELECT FROM block) AS has_block, newest.revision AS newest
FROM newest LEFT JOIN appointment ON true
