"""Opponents: who did it and to whom, where the clauses of an occurrence leave it open."""
