"""Sites: which of the places that a clause names its act may be at.

The others are homes of those harmed, where somebody was on a visit, or what only says where the known town lies.
"""
