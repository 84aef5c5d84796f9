"""The customers' door: conversations, messages, the stream, and the pages that carry the widget."""
