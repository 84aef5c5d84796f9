"""How pages are drawn: templates, markup, the form of times and money, pages for errors."""
