"""What the nouns of the back office share: verbs, versions, links to other rows, and kinds of values that
name rows or words."""
