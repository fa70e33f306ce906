"""The compiled build: the same sources, translated to C by mypyc and put into a wheel of their own. Nothing here is shipped."""
