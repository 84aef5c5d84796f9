"""What the receptionist can do: one file a tool."""
