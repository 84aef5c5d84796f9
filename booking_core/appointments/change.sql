-- The record of a change that was written before, in the same transaction.

WITH appointment AS (
    SELECT id, organization_id, version, status, ends_at, customer_id
    FROM appointments WHERE appointments.id = :appointment
),
reached AS (
    SELECT customers.email, customers.phone FROM customers JOIN appointment ON customers.id = appointment.customer_id
),
-- include record.sql
SELECT id FROM promised
