"""Claims: a model that says "you are booked" without the deed is not heard; the customer reads what is true
instead."""
