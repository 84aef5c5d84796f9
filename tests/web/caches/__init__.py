"""What one process keeps of a business at hand, and that every process sees a change within a second."""
