"""The settings of a business: a room or a file for each page, and ``sections``, which has them in groups."""
