"""A customer who has left traces behind every door is erased from all of them."""
