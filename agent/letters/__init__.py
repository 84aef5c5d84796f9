"""Letters to customers and the business: of appointments (``content`` is what they say,
``letter_forms`` how they look), with a one-time code, and for somebody who waits for a person."""
