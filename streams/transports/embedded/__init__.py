"""The broker inside this process: a Faust transport over an append-only log in memory, or in SQLite where it has a path.

Only ``consumer``, ``producer`` and ``transport`` know Faust; the log itself does not, so that reading one starts quickly.
"""
