"""The words by which lines with names are read, by language: closed classes, labels, titles and particles,
states, frames."""
