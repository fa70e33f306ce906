"""Clauses: the parts of a sentence that may tell of different occurrences.

Where a sentence is cut, and which of its parts tell of an older act that somebody or some place is only known for.
"""
