"""Calls as models make them, in fields of their own or in the text: arguments, notations and ids."""
