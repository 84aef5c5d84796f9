"""A room of the settings: the chat on the sites of a business."""
