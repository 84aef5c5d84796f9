"""Contacts and codes as they are spoken and spelled: "ada at example dot com", "null eins sieben …", "K wie
Kaufmann, sieben". Pure."""
