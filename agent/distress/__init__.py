"""Distress: messages that are about life, safety or health, and no booking. Code finds them and answers
before anybody else does.

`finding` says what a message is, by shapes that all languages share; `languages/` has the words that stand in
them, `numbers` whom to call in which country, and `answering` what the customer reads.
"""
