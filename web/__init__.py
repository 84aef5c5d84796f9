"""The doors: customers' chat, operators' console, and whatever else speaks HTTP."""
