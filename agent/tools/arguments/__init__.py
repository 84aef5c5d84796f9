"""What a tool is asked for, understood: the place, the time, and which of many times are shown."""
