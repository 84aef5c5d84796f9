"""Pictures of services and people, and the logo: taken in, made anew, kept by what they are."""
