"""PostgreSQL and what every noun writes there: connections, statements, jobs, ids, the audit, events and
idempotency keys."""
