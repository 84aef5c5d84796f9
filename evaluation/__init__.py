"""How the receptionist is judged: simulated customers with goals, real conversations, and a look at the
database afterwards."""
