"""A turn from being taken by a worker to being written: leases, the reply, drafts and what is left when
nobody takes it."""
