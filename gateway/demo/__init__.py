"""The demo: an invented commune, built by the same deeds that everybody else must use."""
