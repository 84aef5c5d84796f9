"""What goes by text message: what it says, to whom it goes, and to whom it does not."""
