"""The authority stamp: one number that changes whenever anybody's authority may have changed.

A reach is computed under a stamp and kept; every compiled read compares the stamp in its own
statement, so that a revocation stops the very next request. Triggers raise it: see the migrations.
"""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Table, text

from resolvers.core.tables import metadata


class StaleReach(Exception):
    """The reach was computed under an older authority stamp: compute it again and repeat."""


authority_stamp = Table(
    "authority_stamp",
    metadata,
    # One row: the key can take one value only.
    Column("single", Boolean, primary_key=True, server_default=text("true")),
    Column("stamp", BigInteger, nullable=False),
    CheckConstraint("single", name="one_row"),
)
