"""What Redis knows: which times are being held just now, for how long, and how many one asker may hold."""
