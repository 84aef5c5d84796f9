-- The record of a change that was written before, in the same transaction.

WITH appointment AS (
    SELECT id, organization_id, version FROM appointments WHERE appointments.id = :appointment
),
-- include record.sql
SELECT id FROM appointment
