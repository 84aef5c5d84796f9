"""What the Management API takes and gives, made of the fields of the back office."""
