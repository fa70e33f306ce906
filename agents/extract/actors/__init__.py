"""Actors: forces, states and groups by name, and words that only point at one."""
