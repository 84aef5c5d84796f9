"""From items to constraints: the engine of the rules, and the steps before and after them."""
