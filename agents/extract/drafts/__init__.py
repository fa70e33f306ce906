"""Drafts: what an article so far says of one occurrence, and how the numbers given of it stand to each other."""
