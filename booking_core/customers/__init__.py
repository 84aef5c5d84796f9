"""Who comes and how to reach them: contacts, cleaned and normalised."""
