"""A room of the settings: rooms and equipment that appointments need."""
