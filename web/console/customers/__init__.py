"""The page that finds customers, with their appointments, and puts a name or a contact right."""
