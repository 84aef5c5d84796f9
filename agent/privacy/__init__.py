"""What of a conversation a model provider may not read: names, birth dates, street addresses and health,
found in the customer's words.

Everything here is pure but for ``redacting_model``, which stands between the loop and a provider. E-mail
addresses, telephone numbers and booking codes are already placeholders when a message is stored
(``agent.conversation.vault``).
"""
