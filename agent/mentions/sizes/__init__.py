"""How much of what is booked: how many come (``people_counted``), and how long it shall take (``lengths``)."""
