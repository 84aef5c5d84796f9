-- The one writer of claims, a part of confirm.sql and move.sql: the block that the hold in `held` leads to,
-- its claims on time, and which of its seats are free. `block` is empty where another block is in the way,
-- `seat` has too few rows where too few are left.

-- The class that already runs on exactly these resources.
running AS (
    SELECT time_blocks.id, time_blocks.capacity
    FROM held
    JOIN time_blocks USING (service_id, location_id, starts_at, ends_at)
    CROSS JOIN LATERAL (
        SELECT array_agg(claims.resource_id) AS ids FROM claims WHERE claims.block_id = time_blocks.id
    ) AS occupied
    WHERE :capacity > 1 AND occupied.ids @> held.resource_ids AND occupied.ids <@ held.resource_ids
    LIMIT 1
),
begun AS (
    INSERT INTO time_blocks (id, organization_id, service_id, location_id, starts_at, ends_at, capacity)
    SELECT
        :block, held.organization_id, held.service_id, held.location_id, held.starts_at, held.ends_at,
        :capacity
    FROM held
    WHERE NOT EXISTS (SELECT FROM running)
      AND NOT EXISTS (
          SELECT FROM unnest(held.resource_ids) AS wanted (id)
          JOIN claims ON claims.resource_id = wanted.id AND claims.during && held.during
      )
      -- Calendars elsewhere count for as long as what is known of them does.
      AND NOT EXISTS (
          SELECT FROM unnest(held.resource_ids) AS wanted (id)
          JOIN busy_times ON busy_times.resource_id = wanted.id AND busy_times.during && held.during
          JOIN working_calendars AS calendar
              ON calendar.id = busy_times.calendar_id AND calendar.blocks_until > :now
      )
      -- Whoever works at several places may be on the way.
      AND NOT EXISTS (
          SELECT FROM unnest(held.resource_ids) AS wanted (id)
          JOIN whereabouts
              ON whereabouts.resource_id = wanted.id AND whereabouts.location_id = held.location_id
              AND whereabouts.presence = 0 AND whereabouts.during && held.during
      )
    RETURNING id, capacity
),
claimed AS (
    INSERT INTO claims (organization_id, resource_id, block_id, during)
    SELECT held.organization_id, wanted.id, begun.id, held.during
    FROM begun, held, unnest(held.resource_ids) AS wanted (id)
),
block AS (SELECT * FROM running UNION ALL SELECT * FROM begun),
seat AS (
    SELECT free.number
    FROM block, generate_series(0, block.capacity - 1) AS free (number)
    -- An array of this block's seats, looked up by its key: asked with NOT EXISTS, PostgreSQL hashes the
    -- seats of every block there is.
    WHERE free.number <> ALL (ARRAY(SELECT seats.number FROM seats WHERE seats.block_id = block.id))
    ORDER BY free.number
    LIMIT (SELECT party_size FROM held)
),
