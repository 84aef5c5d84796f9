"""What a browser shows: accessibility, framing, hostile words, difficult websites."""
