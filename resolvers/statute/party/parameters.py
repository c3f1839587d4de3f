"""The numbers of Party reviews, each under its dates (Regulation 366-QĐ/TW and local texts)."""

from resolvers.statute.load import parameter

PARTS = parameter("party/parts")
LEVELS = parameter("party/levels")
CONDITIONS = parameter("party/conditions")
QUOTA = parameter("party/quota")
AXES = parameter("party/axes")
MEMBERSHIP = parameter("party/membership")
