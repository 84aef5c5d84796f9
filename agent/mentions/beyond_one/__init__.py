"""What a message wants beyond one booking: an appointment every other week, one for somebody else as well, a
second service.

``finding`` finds it, ``words`` has what people say in each language; ``agent.wishes.beyond_one_booking`` sees
to it that the answer says so.
"""
