"""Money that rests on results: bonus fund and additional income (Decree 161/2026)."""
