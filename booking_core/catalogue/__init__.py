"""What a business offers, where, by whom and when: everything an owner sets up and a customer only reads."""
