"""How a process serves: the HTTP server and its limits, health, request ids, and what it says of itself while
it runs."""
