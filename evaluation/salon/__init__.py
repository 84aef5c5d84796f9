"""The salon of a trial: how it is set up, what its database says afterwards, what it should say, its
letters."""
