"""What the page of one appointment says, one file a language."""
