"""People: nouns for people, and phrases that count them."""
