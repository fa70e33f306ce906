"""Scope: whether figures and dates are those of one occurrence, of a period, or of how many there are."""
