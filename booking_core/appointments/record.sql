-- The one writer of what is kept of a change: one event and one audit entry for the version of the
-- appointment in `appointment`.

told AS (
    INSERT INTO appointment_events (id, organization_id, kind, appointment_id, version, at)
    SELECT :event, organization_id, :kind, id, version, :now FROM appointment
),
written AS (
    INSERT INTO audit (organization_id, at, door, actor, proof, request_id, action, subject, details)
    SELECT organization_id, :now, :door, :actor, :proof, :request, :kind, id, :details
    FROM appointment
)
