"""What somebody sees and changes of their own account: password, second factor, sessions."""
