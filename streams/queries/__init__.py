"""Queries: what a log or a moment knows, as records; the terminal, pages and exports ask these alike."""
