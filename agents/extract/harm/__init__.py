"""Harm: words that say what befell people, and which of the people around them they say it of."""
