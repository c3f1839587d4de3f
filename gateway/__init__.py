"""The doors: HTTP, login, limits, the graph compiler, workers and the command line."""
