"""How somebody is reached: e-mail addresses and phone numbers in a text, typed, spelled out and put right.
Pure."""
