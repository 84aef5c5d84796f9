"""Who may do what in an organization: roles, and the one table of what each may do. No tables of the database
and no sign-in."""
