"""Fitting: whether a frame tells of the same occurrence as a draft, and how well.

Each module knows one reason for or against: a day, an older account, an answer to the act, a side that falls, captives of the fight.
"""
