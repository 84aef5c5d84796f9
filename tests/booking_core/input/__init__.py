"""How values that people type are read."""
