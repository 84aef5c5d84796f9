"""A running installation: migrations, retention, growth, its log and its worker."""
