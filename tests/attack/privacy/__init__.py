"""What must not leave: personal data, instructions, placeholders."""
