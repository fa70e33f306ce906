"""Harmed: which of the people around a word of harm it tells of.

Words come one by one; some await people behind them, some tell of those before. Who stands there may as well be who did it.
In the end ``telling`` asks these rules, and those of named and counted people, in deciding order.
"""
