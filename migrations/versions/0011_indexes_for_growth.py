"""Indexes for what is asked of large tables: foreign keys, the console's lists and its search, and what is
purged by age."""

from alembic import op

from booking_core.storage.schema_changes import build_index, create_extension, drop_index

revision = "0011"
down_revision = "0010"

INDEXES = {
    # Deleting a message looks for the runs that answer it.
    "runs_of_message": "runs (message_id)",
    "conversations_of_customer": "conversations (customer_id) WHERE customer_id IS NOT NULL",
    # The console's list is put together from one range of one of these for each status.
    "conversations_by_status": "conversations (organization_id, status, last_message_at, id)",
    "conversations_by_outcome": "conversations (organization_id, outcome, status, last_message_at, id)",
    "messages_by_words": "messages USING gin (organization_id, text gin_trgm_ops)",
    "personal_values_by_words": "personal_values USING gin (organization_id, value gin_trgm_ops)",
    "customers_by_words": "customers USING gin (organization_id, name gin_trgm_ops)",
    "audit_of_actor": "audit (organization_id, actor)",
    "appointments_by_status": "appointments (organization_id, status, starts_at, id)",
    "holds_by_age": "holds (created_at)",
    "access_tokens_by_end": "access_tokens (expires_at)",
    "ix_resources_location_id": "resources (location_id)",
    "ix_service_resources_resource_id": "service_resources (resource_id)",
    "ix_service_locations_location_id": "service_locations (location_id)",
    "ix_opening_windows_location_id": "opening_windows (location_id)",
    "ix_opening_windows_resource_id": "opening_windows (resource_id)",
    "ix_opening_overrides_location_id": "opening_overrides (location_id)",
    "ix_opening_overrides_resource_id": "opening_overrides (resource_id)",
}


def upgrade() -> None:
    for extension in ("pg_trgm", "btree_gin"):
        create_extension(extension)
    for name, on in INDEXES.items():
        build_index(name, on)
    # Each status has its own range of the index above, in the same order.
    drop_index("conversations_by_last_message")
    # The same promise, begun with the appointment, so that it is an index of the foreign key as well.
    build_index("events_of_appointment", "appointment_events (appointment_id, kind, version)", unique=True)
    op.execute("ALTER TABLE appointment_events DROP CONSTRAINT IF EXISTS events_happen_once")
    op.execute(
        "ALTER TABLE appointment_events ADD CONSTRAINT events_happen_once UNIQUE USING INDEX "
        "events_of_appointment"
    )


def downgrade() -> None:
    build_index("conversations_by_last_message", "conversations (organization_id, last_message_at)")
    for name in INDEXES:
        drop_index(name)
