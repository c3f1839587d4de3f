"""Who may do what. Facts in, a verdict and its rule out; nothing is fetched here."""
