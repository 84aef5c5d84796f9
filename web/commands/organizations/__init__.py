"""Commands that set up one organization and change what is its own."""
