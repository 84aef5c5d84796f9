"""The grammars of answers, one file a language."""
