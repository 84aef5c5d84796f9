"""Who may do what in an organization: roles, the scopes of programs, and the one table of what each may do.
No tables of the database and no sign-in."""
