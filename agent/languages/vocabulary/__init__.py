"""Words of the languages we speak that are in every sentence, whatever it is about."""
