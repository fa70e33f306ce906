"""Inputs: articles from files, folders and standard input, whatever their encoding, markup and form."""
