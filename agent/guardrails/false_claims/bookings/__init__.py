"""How each language says that something is booked, moved or cancelled."""
