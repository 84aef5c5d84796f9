"""Where somebody lives: by the words for streets, and by the parts an address is made of."""
