"""The worker process: turns and background jobs."""
