"""What is taken and what is being held, as it bears on one question."""
