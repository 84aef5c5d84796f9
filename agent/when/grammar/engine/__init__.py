"""The engine of the rules: items of a sentence, patterns over them, and the stages that rewrite them."""
