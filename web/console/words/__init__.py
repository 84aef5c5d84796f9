"""The console's words: a folder of catalogues for each language but English, which stands in the pages
themselves, and a catalogue for each section of the console."""
