"""A calendar file of somebody else's, read for when its owner is busy: in a process of its own, because
whoever writes it decides how much work it makes."""
