"""How a business is arranged: the verbs that change its catalogue and its settings, one file a noun, and what
each change means for appointments that are booked already."""
