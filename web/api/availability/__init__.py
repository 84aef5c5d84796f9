"""When a service can start, and why a time cannot be had."""
