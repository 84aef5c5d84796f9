"""Conversations from the website to the turn queue: opening, receiving messages, ratings, ending."""
