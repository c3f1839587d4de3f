"""The Party's reviews in its own rules (Regulation 366-QĐ/TW, Guidance 43-HD/BTCTW)."""
