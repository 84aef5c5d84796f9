"""What a sentence states to be done, known by its parts: ``lexicon`` says which parts its words are,
``rules`` which parts of one clause are a statement."""
