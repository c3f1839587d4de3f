"""Answers. Knows SQL and the law; has never heard of GraphQL or HTTP."""
