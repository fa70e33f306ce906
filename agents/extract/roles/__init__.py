"""Roles: who did it and to whom, within one clause."""
