"""The house: settings, embedded servers, commands, deployment."""
