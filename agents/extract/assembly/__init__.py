"""Assembly: frames become drafts, one for each occurrence; headline, lede and later detail meet in one.

What fits is joined, frame by frame in the order of the article: missing, finer or exact facts go in, names of other people stay out.
"""
