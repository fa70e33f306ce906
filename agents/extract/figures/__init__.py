"""Figures: how many people of which side were killed, wounded, captured or displaced, as one place of the text says it."""
