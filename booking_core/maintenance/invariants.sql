-- What must always be true of the tables, one query each: every row returned is a violation.
--
-- A query is named by the comment above it, and says whose organization and which row is wrong. The numbers
-- are those of ARCHITECTURE.md's invariants. Constraints refuse most of this by themselves: these queries
-- would find it if one were missing, or if a restored backup, an import or a hand at the console had gone
-- around them.

-- name: I1 claims of one resource never overlap
SELECT one.organization_id, one.resource_id || ' ' || one.during || ' and ' || other.during AS what
FROM claims AS one
JOIN claims AS other
    ON other.resource_id = one.resource_id AND other.id > one.id AND other.during && one.during;

-- name: I1 nobody is at two places at once, or at the next without the way there
SELECT here.organization_id, here.resource_id || ' at ' || here.location_id || ' ' || here.during AS what
FROM whereabouts AS here
JOIN whereabouts AS away
    ON away.resource_id = here.resource_id AND away.location_id = here.location_id
    AND away.presence = 0 AND away.during && here.during
WHERE here.presence = 1;

-- name: I1 of whoever works at several places every claim says where it puts them
SELECT claims.organization_id, claims.resource_id || ' ' || claims.during AS what
FROM claims
JOIN time_blocks ON time_blocks.id = claims.block_id
LEFT JOIN whereabouts
    ON whereabouts.claim_id = claims.id AND whereabouts.presence = 1
    AND whereabouts.location_id = time_blocks.location_id AND whereabouts.during = claims.during
WHERE EXISTS (
    SELECT FROM resource_locations AS further
    WHERE further.resource_id = claims.resource_id AND further.location_id <> time_blocks.location_id
)
  AND whereabouts.claim_id IS NULL;

-- name: I2 seats are distinct and below the capacity
SELECT time_blocks.organization_id, time_blocks.id || ' seat ' || seats.number AS what
FROM seats
JOIN time_blocks ON time_blocks.id = seats.block_id
GROUP BY time_blocks.organization_id, time_blocks.id, time_blocks.capacity, seats.number
HAVING count(*) > 1 OR seats.number < 0 OR seats.number >= time_blocks.capacity;

-- name: I2 an appointment has a seat for everybody, in its own block
SELECT appointments.organization_id, appointments.id || ' has ' || count(seats.number) AS what
FROM appointments
LEFT JOIN seats ON seats.appointment_id = appointments.id AND seats.block_id = appointments.block_id
WHERE appointments.status <> 'cancelled'
GROUP BY appointments.organization_id, appointments.id, appointments.party_size
HAVING count(seats.number) <> appointments.party_size;

-- name: I2 nobody sits where no appointment says so
SELECT appointments.organization_id, appointments.id || ' in ' || seats.block_id AS what
FROM seats
JOIN appointments ON appointments.id = seats.appointment_id
WHERE appointments.block_id IS DISTINCT FROM seats.block_id;

-- name: I3 an appointment has all it needs, for its whole time
SELECT appointments.organization_id, appointments.id || ' lacks ' || needed.resource_id AS what
FROM appointments
CROSS JOIN unnest(appointments.resource_ids) AS needed (resource_id)
LEFT JOIN claims
    ON claims.block_id = appointments.block_id
    AND claims.resource_id = needed.resource_id
    AND claims.during @> tstzrange(appointments.starts_at, appointments.ends_at, '[)')
WHERE appointments.status <> 'cancelled' AND claims.id IS NULL;

-- name: I3 an appointment has one resource of each kind
SELECT appointments.organization_id, appointments.id AS what
FROM appointments
WHERE cardinality(appointments.resource_ids) = 0
   OR cardinality(appointments.resource_ids) <> (
       SELECT count(DISTINCT resources.kind) FROM resources
       WHERE resources.id = ANY (appointments.resource_ids)
   );

-- name: I3 a block occupies what its appointments name, and nothing else
SELECT claims.organization_id, appointments.id || ' does not name ' || claims.resource_id AS what
FROM claims
JOIN appointments ON appointments.block_id = claims.block_id
WHERE claims.resource_id <> ALL (appointments.resource_ids);

-- name: I3 a block and its appointments tell the same time
SELECT appointments.organization_id, appointments.id AS what
FROM appointments
JOIN time_blocks ON time_blocks.id = appointments.block_id
WHERE (time_blocks.starts_at, time_blocks.ends_at, time_blocks.service_id, time_blocks.location_id)
    IS DISTINCT FROM
    (appointments.starts_at, appointments.ends_at, appointments.service_id, appointments.location_id);

-- name: I3 nothing is occupied that nobody booked
SELECT time_blocks.organization_id, time_blocks.id AS what
FROM time_blocks
WHERE NOT EXISTS (SELECT FROM appointments WHERE appointments.block_id = time_blocks.id);

-- name: I3 a block without a claim occupies nothing
SELECT time_blocks.organization_id, time_blocks.id AS what
FROM time_blocks
WHERE NOT EXISTS (SELECT FROM claims WHERE claims.block_id = time_blocks.id);

-- name: I4 one hold makes one appointment
SELECT appointments.organization_id, appointments.hold_id AS what
FROM appointments
GROUP BY appointments.organization_id, appointments.hold_id
HAVING count(*) > 1;

-- name: I4 a spent hold and its appointment name each other
SELECT holds.organization_id, holds.id AS what
FROM holds
LEFT JOIN appointments
    ON appointments.id = holds.appointment_id
    AND appointments.id = coalesce(holds.reschedule_of, appointments.id)
    AND (holds.purpose = 'reschedule' OR appointments.hold_id = holds.id)
WHERE (holds.status = 'confirmed') <> (appointments.id IS NOT NULL);

-- name: I7 every version of an appointment has exactly one event
SELECT appointments.organization_id, appointments.id || ' version ' || version.number AS what
FROM appointments
CROSS JOIN generate_series(1, appointments.version) AS version (number)
LEFT JOIN appointment_events AS events
    ON events.appointment_id = appointments.id AND events.version = version.number
GROUP BY appointments.organization_id, appointments.id, version.number
HAVING count(events.id) <> 1;

-- name: I7 no event tells of a version that never was
SELECT events.organization_id, events.id AS what
FROM appointment_events AS events
JOIN appointments ON appointments.id = events.appointment_id
WHERE events.version NOT BETWEEN 1 AND appointments.version;

-- name: I9 nobody keeps a time for longer than half an hour
SELECT holds.organization_id, holds.id AS what
FROM holds
-- A minute more: Redis and PostgreSQL may tell the time a little differently.
WHERE holds.max_expires_at > holds.created_at + interval '31 minutes'
   OR holds.extensions > 3;

-- name: I11 what belongs together belongs to one organization
SELECT claims.organization_id, 'claim ' || claims.id AS what
FROM claims
JOIN resources ON resources.id = claims.resource_id
JOIN time_blocks ON time_blocks.id = claims.block_id
WHERE resources.organization_id <> claims.organization_id
   OR time_blocks.organization_id <> claims.organization_id
UNION ALL
SELECT appointments.organization_id, appointments.id
FROM appointments
JOIN services ON services.id = appointments.service_id
JOIN locations ON locations.id = appointments.location_id
JOIN customers ON customers.id = appointments.customer_id
LEFT JOIN time_blocks ON time_blocks.id = appointments.block_id
WHERE appointments.organization_id <> ANY (
    ARRAY[services.organization_id, locations.organization_id, customers.organization_id,
          coalesce(time_blocks.organization_id, appointments.organization_id)]
)
UNION ALL
SELECT holds.organization_id, holds.id
FROM holds
JOIN services ON services.id = holds.service_id
JOIN locations ON locations.id = holds.location_id
LEFT JOIN appointments ON appointments.id = coalesce(holds.reschedule_of, holds.appointment_id)
WHERE holds.organization_id <> ANY (
    ARRAY[services.organization_id, locations.organization_id,
          coalesce(appointments.organization_id, holds.organization_id)]
)
UNION ALL
SELECT links.organization_id, links.service_id || ' at ' || links.location_id
FROM service_locations AS links
JOIN services ON services.id = links.service_id
JOIN locations ON locations.id = links.location_id
WHERE links.organization_id <> ANY (ARRAY[services.organization_id, locations.organization_id])
UNION ALL
SELECT further.organization_id, further.resource_id || ' at ' || further.location_id
FROM resource_locations AS further
JOIN resources ON resources.id = further.resource_id
JOIN locations ON locations.id = further.location_id
WHERE further.organization_id <> ANY (ARRAY[resources.organization_id, locations.organization_id])
UNION ALL
SELECT prices.organization_id, prices.id
FROM service_prices AS prices
JOIN services ON services.id = prices.service_id
LEFT JOIN locations ON locations.id = prices.location_id
LEFT JOIN resources ON resources.id = prices.resource_id
WHERE prices.organization_id <> ANY (
    ARRAY[services.organization_id, coalesce(locations.organization_id, prices.organization_id),
          coalesce(resources.organization_id, prices.organization_id)]
)
UNION ALL
SELECT booking_questions.organization_id, booking_questions.id
FROM booking_questions
JOIN services ON services.id = booking_questions.service_id
WHERE booking_questions.organization_id <> services.organization_id;

-- name: I12 every change says who made it and through which door
SELECT events.organization_id, events.kind || ' of ' || events.appointment_id AS what
FROM appointment_events AS events
LEFT JOIN audit
    ON audit.organization_id = events.organization_id
    AND audit.subject = events.appointment_id
    AND audit.action = events.kind
    AND audit.door <> ''
    AND audit.actor <> ''
GROUP BY events.organization_id, events.kind, events.appointment_id
HAVING count(DISTINCT audit.id) < count(DISTINCT events.id);

-- name: I15 the first version is the booking, a cancel is the last, and after it was over only that is put right
SELECT events.organization_id, events.kind || ' of ' || events.appointment_id AS what
FROM appointment_events AS events
JOIN appointments ON appointments.id = events.appointment_id
WHERE (events.version = 1) <> (
       events.kind = 'appointment.requested'
       OR events.kind = 'appointment.confirmed' AND NOT EXISTS (
           SELECT FROM appointment_events AS asked
           WHERE asked.appointment_id = events.appointment_id AND asked.kind = 'appointment.requested'
       )
   )
   OR (
       events.kind = 'appointment.cancelled'
       AND (appointments.status <> 'cancelled' OR events.version <> appointments.version)
   )
   OR (
       events.kind IN ('appointment.completed', 'appointment.no_show')
       AND EXISTS (
           SELECT FROM appointment_events AS later
           WHERE later.appointment_id = events.appointment_id AND later.version > events.version
               AND later.kind NOT IN ('appointment.completed', 'appointment.no_show')
       )
   );

-- name: I15 an appointment is what the last decision made it
SELECT appointments.organization_id, appointments.id || ' is ' || appointments.status AS what
FROM appointments
LEFT JOIN LATERAL (
    SELECT events.kind FROM appointment_events AS events
    WHERE events.appointment_id = appointments.id AND events.kind <> 'appointment.rescheduled'
    ORDER BY events.version DESC LIMIT 1
) AS decision ON true
WHERE decision.kind IS DISTINCT FROM
    'appointment.'
    || CASE appointments.status WHEN 'pending_approval' THEN 'requested' ELSE appointments.status END;

-- name: I15 what needs approval is asked for first
SELECT appointments.organization_id, appointments.id AS what
FROM appointments
WHERE coalesce((appointments.policy ->> 'requires_approval')::boolean, false) <> EXISTS (
    SELECT FROM appointment_events AS asked
    WHERE asked.appointment_id = appointments.id AND asked.kind = 'appointment.requested'
);

-- name: I15 a cancelled appointment says when, and only it does
SELECT appointments.organization_id, appointments.id AS what
FROM appointments
WHERE (appointments.status = 'cancelled') <> (appointments.cancelled_at IS NOT NULL)
   OR (appointments.status = 'cancelled') <> (appointments.block_id IS NULL);

-- name: I16 price and policy are those of the hold
SELECT appointments.organization_id, appointments.id AS what
FROM appointments
JOIN holds ON holds.id = appointments.hold_id AND holds.organization_id = appointments.organization_id
WHERE (appointments.price, appointments.price_is_from, appointments.currency, appointments.policy)
    IS DISTINCT FROM (holds.price, holds.price_is_from, holds.currency, holds.policy);

-- name: I16 a hold claims its time with its buffers, and an appointment lasts as long as was held
SELECT holds.organization_id, holds.id AS what
FROM holds
WHERE holds.claims_from > holds.starts_at
   OR holds.claims_to < holds.ends_at
   OR holds.ends_at <= holds.starts_at
   OR holds.expires_at > holds.max_expires_at;
