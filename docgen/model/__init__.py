"""The nouns: text, quantity, fact, finding. Standard library only."""
