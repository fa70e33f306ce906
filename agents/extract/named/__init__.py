"""Named: people told of one by one, by a name, a rank or a pronoun, and what befell them.

No number counts them, and often no noun for people stands there: the name itself must be seen. Those who fell with them are here too.
"""
