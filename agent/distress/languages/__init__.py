"""The words of distress, one file a language."""
