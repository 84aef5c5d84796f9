"""What customers say beside booking, and what is no wish for a time: that they are late, a complaint, money
back, their data."""

from agent.mentions.concerns.finding import Concern, asks_to_repeat, concern_in
from agent.mentions.concerns.health import names_health, tells_of_own_health

__all__ = ["Concern", "asks_to_repeat", "concern_in", "names_health", "tells_of_own_health"]
