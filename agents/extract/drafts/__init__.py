"""Drafts: the frames of one article that tell of one occurrence, and which of its numbers count there."""
