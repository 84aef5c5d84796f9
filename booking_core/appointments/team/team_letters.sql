-- Letters to the team and to the business itself, written down with the change they tell of: one for each address.
-- A member who is somebody in the agenda is told of their own appointments, be it that it was theirs before;
-- owners and managers of all, if they want that. Nobody is told of what they did themselves.

WITH appointment AS (
    SELECT id, organization_id, version, status, ends_at, resource_ids
    FROM appointments WHERE appointments.id = :appointment
),
readers AS (
    SELECT memberships.id AS reader, coalesce(memberships.notification_email, accounts.email) AS address
    FROM appointment
    JOIN memberships ON memberships.organization_id = appointment.organization_id
    JOIN accounts ON accounts.id = memberships.account_id
    WHERE CAST(:wish AS text) = ANY (memberships.notification_kinds)
      AND accounts.id IS DISTINCT FROM CAST(:actor AS text)
      AND (
          memberships.resource_id IS NULL
          OR memberships.resource_id = ANY (appointment.resource_ids)
          OR memberships.resource_id = ANY (CAST(:before AS text[]))
          OR (memberships.notifies_of_all AND memberships.role <> 'member')
      )
    UNION ALL
    SELECT 'business', organizations.email FROM appointment
    JOIN organizations ON organizations.id = appointment.organization_id
    WHERE CAST(:business AS boolean) AND organizations.email IS NOT NULL
      -- The address of a small business is often that of the one who has just done it.
      AND NOT EXISTS (
          SELECT FROM accounts
          JOIN memberships ON memberships.account_id = accounts.id
              AND memberships.organization_id = organizations.id
          WHERE accounts.id = CAST(:actor AS text)
            AND lower(organizations.email) IN (lower(accounts.email), lower(memberships.notification_email))
      )
),
addressed AS (
    SELECT DISTINCT ON (lower(address)) reader, address FROM readers ORDER BY lower(address), reader
)
INSERT INTO outbox (
    id, organization_id, kind, recipient, subject, text, appointment_id, appointment_version, reader, change,
    created_at, expires_at, tries
)
SELECT
    'mail_' || replace(appointment.id, 'apt_', '') || '_' || version || '_' || reader, organization_id, :kind,
    address, '', '', appointment.id, version, reader, :change, :now,
    greatest(ends_at, CAST(:now AS timestamptz) + interval '1 day'), 0
FROM appointment, addressed
ON CONFLICT DO NOTHING
RETURNING id, reader
