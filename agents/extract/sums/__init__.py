"""Sums: numbers that count nobody more, because the article counts the same people elsewhere.

Wholes and their parts, counts to date, round words, and what is told again: each of the people stands in one occurrence.
"""
