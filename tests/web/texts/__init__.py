"""The door of providers of text messages."""
