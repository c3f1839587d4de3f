"""Changes: each field names one deed of `resolvers`, and answers with its result or a refusal."""
