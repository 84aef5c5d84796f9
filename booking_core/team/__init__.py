"""People who sign in: their accounts and passwords, what each is in which organization, and their
sessions."""
