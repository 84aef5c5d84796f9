"""Operations: settings, embedded servers, commands, deployment."""
