"""Harm: words that say what befell people, and whether such a word tells of anybody at all.

Not each does: people go somewhere without fleeing, die in bed, are hurt in questions and threats. What a sentence told so far is here too.
"""
