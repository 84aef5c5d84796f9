"""Feeds: secret addresses at which a calendar program reads the appointments of a person, a room or a
location."""
