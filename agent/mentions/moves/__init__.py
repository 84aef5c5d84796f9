"""A wish to be moved to another time, in whatever words: known by its frame and not by its verb."""

from agent.mentions.moves.frames import is_moved, number_moved_to

__all__ = ["is_moved", "number_moved_to"]
