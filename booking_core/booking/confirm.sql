-- A hold becomes an appointment: block, claims, customer, appointment, seats, event and audit in one
-- statement.
--
-- The hold's row and the advisory locks of its resources, and of the names it counts as, are held by the
-- transaction. Returns the appointment, or nothing of it where another block is in the way, too few seats are
-- left or a cap is reached (``full_up``); then the transaction is given up, with whatever this has written.

WITH caps AS (
    SELECT * FROM unnest(
        CAST(:names AS bytea []), CAST(:kinds AS text []), CAST(:upcoming AS int []), CAST(:a_day AS int [])
    ) AS caps (name, kind, upcoming, a_day)
),
-- On a day with very many bookings a quarter of each cap is left.
crowd AS (
    SELECT count(*) >= :busy_day AS is_busy, CASE WHEN count(*) >= :busy_day THEN 4 ELSE 1 END AS share
    FROM (
        SELECT FROM booking_counts WHERE name = :everybody AND made_at > :yesterday LIMIT :busy_day
    ) AS made
),
-- The kinds of names under which as many are booked as may be.
full_up AS (
    SELECT array_agg(caps.kind) AS kinds
    FROM caps, crowd
    WHERE (
        SELECT count(*) FROM booking_counts
        JOIN appointments ON appointments.id = booking_counts.appointment_id
        WHERE booking_counts.name = caps.name AND starts_at > :now
          AND status IN ('confirmed', 'pending_approval')
    ) >= (caps.upcoming + share - 1) / share
    OR (
        SELECT count(*) FROM booking_counts WHERE booking_counts.name = caps.name AND made_at > :yesterday
    ) >= (caps.a_day + share - 1) / share
),
-- Nothing is booked by a catalogue that has changed since it was read.
newest AS (SELECT revision FROM organizations WHERE id = :organization),
held AS (
    SELECT holds.*, tstzrange(claims_from, claims_to, '[)') AS during
    FROM holds, full_up, newest
    WHERE id = :hold AND full_up.kinds IS NULL AND newest.revision = :revision
),
-- include claims.sql
-- The same customer only if everything agrees: whoever merely claims somebody's e-mail gets a record of their
-- own.
known AS (
    SELECT customers.id
    FROM customers
    WHERE customers.organization_id = :organization
      AND (customers.email = CAST(:email AS text) OR customers.phone = CAST(:phone AS text))
      AND customers.email IS NOT DISTINCT FROM CAST(:email AS text)
      AND customers.phone IS NOT DISTINCT FROM CAST(:phone AS text)
      AND lower(normalize(customers.name, NFC)) = lower(:name)
    ORDER BY customers.created_at
    LIMIT 1
),
met AS (
    INSERT INTO customers (id, organization_id, name, email, phone, time_zone, locale, created_at)
    SELECT :customer, :organization, :name, :email, :phone, :time_zone, :locale, :now
    WHERE NOT EXISTS (SELECT FROM known)
    RETURNING id
),
appointment AS (
    INSERT INTO appointments (
        id, organization_id, code, status, version, service_id, location_id, block_id, resource_ids,
        starts_at, ends_at, party_size, price, price_is_from, currency, policy, answers, customer_id,
        hold_id, source, created_at
    )
    SELECT
        :appointment, held.organization_id, fresh.code, :status, 1, held.service_id, held.location_id,
        block.id, held.resource_ids, held.starts_at, held.ends_at, held.party_size, held.price,
        held.price_is_from, held.currency, held.policy, :answers, customer.id, held.id, :door, :now
    FROM held
    CROSS JOIN block
    CROSS JOIN (SELECT id FROM known UNION ALL SELECT id FROM met) AS customer
    -- Of a few random codes the first that nobody has.
    CROSS JOIN LATERAL (
        SELECT code FROM unnest(CAST(:codes AS text [])) AS code
        WHERE NOT EXISTS (
            SELECT FROM appointments AS other
            WHERE other.organization_id = held.organization_id AND other.code = code.code
        )
        LIMIT 1
    ) AS fresh
    WHERE (SELECT count(*) FROM seat) = held.party_size
    RETURNING *
),
-- include seats.sql
counted AS (
    INSERT INTO booking_counts (appointment_id, name, organization_id, made_at)
    SELECT appointment.id, caps.name, organization_id, :now FROM appointment, caps
),
reached AS (SELECT CAST(:email AS text) AS email, CAST(:phone AS text) AS phone),
-- include ../appointments/record.sql
SELECT
    appointment.*, crowd.is_busy, full_up.kinds AS full_up, newest.revision AS newest,
    (SELECT id FROM promised) AS letter
FROM crowd, newest, full_up LEFT JOIN appointment ON true
