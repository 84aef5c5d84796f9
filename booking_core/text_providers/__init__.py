"""Who sends an organization's text messages: the provider, its sender and its sealed secret."""
