"""Completion: what the frames of a draft leave open is taken from the rest of the article.

Places, days and those who claim the act, from sentences that tell of none themselves; then what was told twice is told once.
"""
