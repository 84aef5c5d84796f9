-- The appointment in `appointment` takes its seats, and its hold is spent: the other half of claims.sql.

seated AS (
    INSERT INTO seats (block_id, number, capacity, appointment_id)
    SELECT block.id, seat.number, block.capacity, appointment.id FROM appointment, block, seat
),
spent AS (
    UPDATE holds SET status = 'confirmed', appointment_id = appointment.id
    FROM appointment WHERE holds.id = :hold
),
