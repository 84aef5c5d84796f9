"""So much earlier or later than a known time: "an hour later", "une demi-heure plus tôt", "بعدها بأسبوع"."""

from agent.mentions.offsets.finding import PLACEHOLDER, Offset, offset_in, without_offset

__all__ = ["PLACEHOLDER", "Offset", "offset_in", "without_offset"]
