"""From the door to the turn queue: conversations are opened, messages taken in, thumbs noted, conversations
ended."""
