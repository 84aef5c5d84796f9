"""Distress: messages that are about life, safety or health, and no booking. Code finds them and answers
before anybody else does.

`frames` say which parts of a message, told together, mean what, for all languages; `languages/` has the words
that are those `parts`, `finding` reads a message by them, `numbers` has whom to call in which country, and
`answering` what the customer reads.
"""
