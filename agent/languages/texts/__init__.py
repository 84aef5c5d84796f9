"""Texts beside the receptionist's own sentences, in each language: letters, refusals, welcomes, labels of
tools and of fields."""
