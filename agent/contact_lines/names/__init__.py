"""Whether words are somebody's name: a judgement by their shape, their titles, and what each would be in a
sentence. Pure."""
