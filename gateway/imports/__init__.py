"""Reading files as people make them into rows that a deed of `resolvers.exchange` understands."""
