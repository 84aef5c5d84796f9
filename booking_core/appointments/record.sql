-- The one writer of what is kept of a change: one event and one audit entry for the version of the
-- appointment in `appointment`, and the promise of a letter to the address in `reached`, if there is any; else of a
-- text message to the number there, where the business sends any.

told AS (
    INSERT INTO appointment_events (id, organization_id, kind, appointment_id, version, at)
    SELECT :event, organization_id, :kind, id, version, :now FROM appointment
),
written AS (
    INSERT INTO audit (organization_id, at, door, actor, proof, request_id, action, subject, details)
    SELECT organization_id, :now, :door, :actor, :proof, :request, :kind, id, :details
    FROM appointment
),
promised AS (
    INSERT INTO outbox (
        id, organization_id, kind, recipient, subject, text, appointment_id, appointment_version, change,
        channel, created_at, expires_at, tries
    )
    SELECT
        'mail_' || replace(appointment.id, 'apt_', '') || '_' || version, organization_id, letter.kind,
        coalesce(reached.email, reached.phone), '', '', appointment.id, version, :change,
        CASE WHEN reached.email IS NULL THEN 'text' ELSE 'mail' END, :now,
        -- Whoever waited in vain wants to know it the day after, too.
        CASE WHEN status IN ('cancelled', 'no_show') THEN greatest(ends_at, CAST(:now AS timestamptz) + interval '1 day') ELSE ends_at END, 0
    FROM appointment, reached, (SELECT CAST(:letter AS text) AS kind) AS letter
    WHERE letter.kind IS NOT NULL
      AND (reached.email IS NOT NULL OR CAST(:texts AS boolean) AND reached.phone IS NOT NULL)
    ON CONFLICT DO NOTHING
    RETURNING id
)
