"""What letters and text messages about appointments say, whatever they look like and however they go."""
