"""One call of a tool: its schema, its arguments as clients send them, its refusals."""
