"""Frames: what one clause tells of one occurrence."""
