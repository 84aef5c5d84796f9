"""What customers say, against what must not be done without their consent."""
