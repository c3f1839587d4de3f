"""The law as dated data and pure functions. Folder names follow the statute, not the API.

Nothing here does input or output, reads a clock or knows a table, and only the standard library is
imported.
"""
