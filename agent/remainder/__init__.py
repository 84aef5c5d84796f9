"""What a wish holds beyond one booking: an appointment every other week, one for somebody else as well, a second service.

``finding`` finds it in a message, ``words`` has what people say in each language, ``telling`` sees to it that the answer says so.
"""
