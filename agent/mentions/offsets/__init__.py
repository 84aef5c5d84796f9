"""So much earlier or later than a known time: "an hour later", "une demi-heure plus tôt", "بعدها بأسبوع"."""

from agent.mentions.offsets.finding import PLACEHOLDER, Offset, length_in, offset_in, without_offset

__all__ = ["PLACEHOLDER", "Offset", "length_in", "offset_in", "without_offset"]
