"""Words: an article folded with kept offsets, its sentences and numbers, and the lexicons, which find all their surfaces in one pass."""
