"""What is heard in sentences that were written by somebody who did not know the receptionist: tables by kind,
each sentence with what stood on the screen before it and the right reading.

`states` has the screens, `hearing` plays one sentence there without anything being written, `readings` says
what came of it, and `judge` whether that is right.
"""
