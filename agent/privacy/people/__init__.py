"""People by their places in a sentence: behind a title or a relation, before what only somebody does, beside
somebody else. There a word is a name whatever the vocabulary says of it."""
