"""Frames: what one clause tells of one occurrence.

What, who, to whom, where, when and how many; and what it takes from the clauses around it, or shares out among several places.
"""
