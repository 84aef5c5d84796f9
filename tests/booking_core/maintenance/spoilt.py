"""Rows that break each invariant, and the constraints that must be away for it."""

# Of one salon: a haircut (moved once), a class of two, a cancelled haircut, a held one. :o is the salon, :f
# another.
HAIRCUT = "(SELECT id FROM appointments WHERE organization_id = :o AND version = 2 AND status = 'confirmed')"
CANCELLED = "(SELECT id FROM appointments WHERE organization_id = :o AND status = 'cancelled')"
ITS_BLOCK = f"(SELECT block_id FROM appointments WHERE id = {HAIRCUT})"
CLASS = "(SELECT id FROM time_blocks WHERE organization_id = :o AND capacity > 1)"
SPOILT = {
    "I1 claims of one resource never overlap": [
        f"INSERT INTO claims (organization_id, resource_id, block_id, during) SELECT organization_id, "
        f"resource_id, {CLASS},"
        f" during FROM claims WHERE block_id = {ITS_BLOCK}"
    ],
    "I1 nobody is at two places at once, or at the next without the way there": [
        f"INSERT INTO whereabouts (claim_id, location_id, organization_id, resource_id, presence, during)"
        f" SELECT claims.id, here.location_id, :o, here.resource_id, 0, here.during"
        f" FROM whereabouts AS here, claims WHERE here.organization_id = :o AND here.presence = 1"
        f" AND claims.block_id = {CLASS} LIMIT 1"
    ],
    "I1 of whoever works at several places every claim says where it puts them": [
        "DELETE FROM whereabouts WHERE organization_id = :o",
        "UPDATE whereabouts SET during = tstzrange(lower(during), upper(during) + interval '1 minute')"
        " WHERE organization_id = :o",
    ],
    "I2 seats are distinct and below the capacity": [
        f"UPDATE seats SET number = 0 WHERE block_id = {CLASS}",
        f"UPDATE seats SET number = 6 WHERE block_id = {CLASS} AND number = 1",
    ],
    "I2 an appointment has a seat for everybody, in its own block": [
        f"DELETE FROM seats WHERE block_id = {ITS_BLOCK}",
        f"UPDATE appointments SET party_size = 2 WHERE id = {HAIRCUT}",
    ],
    "I2 nobody sits where no appointment says so": [
        f"UPDATE seats SET appointment_id = {CANCELLED} WHERE block_id = {ITS_BLOCK}"
    ],
    "I3 an appointment has all it needs, for its whole time": [
        f"DELETE FROM claims WHERE block_id = {ITS_BLOCK}",
        f"UPDATE claims SET during = tstzrange(lower(during), upper(during) - interval '1 minute')"
        f" WHERE block_id = {CLASS}",
    ],
    "I3 an appointment has one resource of each kind": [
        f"UPDATE appointments SET resource_ids = '{{}}' WHERE id = {HAIRCUT}",
        f"UPDATE appointments SET resource_ids = ARRAY(SELECT id FROM resources WHERE organization_id = :o)"
        f" WHERE id = {HAIRCUT}",
    ],
    "I3 a block occupies what its appointments name, and nothing else": [
        f"UPDATE appointments SET resource_ids = resource_ids[1:1] WHERE block_id = {CLASS}"
    ],
    "I3 a block and its appointments tell the same time": [
        f"UPDATE time_blocks SET ends_at = ends_at + interval '1 minute' WHERE id = {ITS_BLOCK}"
    ],
    "I3 nothing is occupied that nobody booked": [
        f"UPDATE appointments SET block_id = {CLASS} WHERE id = {HAIRCUT}"
    ],
    "I3 a block without a claim occupies nothing": [f"DELETE FROM claims WHERE block_id = {CLASS}"],
    "I4 one hold makes one appointment": [
        "UPDATE appointments SET hold_id = (SELECT min(hold_id) FROM appointments WHERE organization_id = :o)"
        " WHERE organization_id = :o"
    ],
    "I4 a spent hold and its appointment name each other": [
        "UPDATE holds SET status = 'confirmed' WHERE organization_id = :o AND status = 'held'",
        f"UPDATE holds SET appointment_id = {CANCELLED} WHERE appointment_id = {HAIRCUT}",
        f"UPDATE holds SET status = 'held' WHERE appointment_id = {HAIRCUT}",
    ],
    "I7 every version of an appointment has exactly one event": [
        f"DELETE FROM appointment_events WHERE appointment_id = {HAIRCUT} AND version = 1",
        f"INSERT INTO appointment_events (id, organization_id, kind, appointment_id, version)"
        f" SELECT id || 'x', organization_id, kind, appointment_id, version FROM appointment_events "
        f"WHERE appointment_id = {HAIRCUT}",
    ],
    "I7 no event tells of a version that never was": [
        f"UPDATE appointment_events SET version = 9 WHERE appointment_id = {HAIRCUT}"
    ],
    "I9 nobody keeps a time for longer than half an hour": [
        "UPDATE holds SET max_expires_at = max_expires_at + interval '2 minutes' WHERE organization_id = :o",
        "UPDATE holds SET extensions = 4 WHERE organization_id = :o",
    ],
    "I11 what belongs together belongs to one organization": [
        "UPDATE booking_questions SET organization_id = :f WHERE organization_id = :o",
        "INSERT INTO service_locations (organization_id, service_id, location_id)"
        " SELECT :f, services.id, locations.id FROM services, locations"
        " WHERE services.organization_id = :o AND locations.organization_id = :o",
        f"UPDATE claims SET organization_id = :f WHERE block_id = {ITS_BLOCK}",
        "UPDATE customers SET organization_id = :f WHERE organization_id = :o",
        "UPDATE services SET organization_id = :f WHERE organization_id = :o",
    ],
    "I12 every change says who made it and through which door": [
        "DELETE FROM audit WHERE organization_id = :o AND action = 'appointment.rescheduled'",
        "UPDATE audit SET actor = '' WHERE organization_id = :o",
        "UPDATE audit SET organization_id = :f WHERE organization_id = :o",
    ],
    "I15 the first version is the booking, a cancel is the last, "
    "and after it was over only that is put right": [
        f"UPDATE appointment_events SET kind = 'appointment.confirmed' WHERE appointment_id = {HAIRCUT}",
        f"UPDATE appointments SET status = 'confirmed' WHERE id = {CANCELLED}",
        f"UPDATE appointments SET version = 3 WHERE id = {CANCELLED}",
    ],
    "I15 an appointment is what the last decision made it": [
        f"UPDATE appointments SET status = 'completed' WHERE id = {HAIRCUT}",
        f"UPDATE appointments SET status = 'pending_approval' WHERE id = {HAIRCUT}",
    ],
    "I15 what needs approval is asked for first": [
        f"UPDATE appointments SET policy = policy || '{{\"requires_approval\"\\: true}}' WHERE id = {HAIRCUT}"
    ],
    "I15 a cancelled appointment says when, and only it does": [
        f"UPDATE appointments SET cancelled_at = NULL WHERE id = {CANCELLED}",
        f"UPDATE appointments SET status = 'cancelled' WHERE id = {HAIRCUT}",
    ],
    "I16 price and policy are those of the hold": [
        f"UPDATE appointments SET price = 1 WHERE id = {HAIRCUT}",
        f"UPDATE appointments SET policy = '{{}}' WHERE id = {HAIRCUT}",
    ],
    "I16 a hold claims its time with its buffers, and an appointment lasts as long as was held": [
        "UPDATE holds SET claims_to = starts_at WHERE organization_id = :o",
        "UPDATE holds SET expires_at = max_expires_at + interval '1 minute' WHERE organization_id = :o",
    ],
}
# What the tables refuse by themselves has to be let through for the query to have something to find.
REFUSED_BY = {
    "whereabouts": ("nobody_at_two_places",),
    "claims": ("claims_never_overlap", "claims_once_per_block"),
    "seats": ("seats_pkey", "seats_below_capacity"),
    "appointments": ("one_hold_makes_one_appointment", "only_a_cancel_frees_time"),
    "appointment_events": ("events_happen_once",),
}
