"""Valid requests to every door, and what a door says while PostgreSQL is away."""
