"""The English words, by what they are about."""
