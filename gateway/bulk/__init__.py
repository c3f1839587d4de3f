"""Work on whole provinces: many deeds, each in its own transaction, on every core."""
