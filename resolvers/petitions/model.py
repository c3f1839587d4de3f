"""What a petition may say, at most."""

MOST_TEXT = 10_000
MOST_REASON = 2000
MOST_DOCUMENTS = 20
