"""When a service can start and why not: pure arithmetic, and the reads that feed it."""
