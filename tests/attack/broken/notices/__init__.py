"""What customers get outside the chat, broken on purpose."""
