"""A business as one file: what may stand in it, how it differs from what there is, and how that becomes so
through the verbs of the back office. Text of files is read and written by whoever has them (``web``)."""
