"""The chat on websites: its snippet, previews, platforms, code to scan, and where it was last seen."""
