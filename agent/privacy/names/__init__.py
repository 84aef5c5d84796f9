"""Names in the words of customers: by their frames, their places, their letters, and by lists."""
