"""Parties: whose people a figure counts, and who harmed them."""
