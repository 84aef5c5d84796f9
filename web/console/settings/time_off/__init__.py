"""Time off: when somebody is away, or something cannot be used, once or again and again."""
