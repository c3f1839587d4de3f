"""Discipline in law: forms, terms, limits (Decree 172/2025; Law 80/2025, art. 36 to 38)."""
