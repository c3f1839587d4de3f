"""The graph compiler: an operation becomes one SQL statement whose value is the response.

On its way an operation passes

    asking      what the client sent            trusted     documents known by their id
    document    parsed, measured, validated     limits      bounds that need no schema
    coercion    variables and literals          scalars     each kind of value, exactly
    tree        what is selected, written out   cost        what it may cost
    compiler    the plan, kept by `plans`; with `fields`, `connections`, `lookups`, `federation`,
                `questions` (where rows come from) and `expressions` (SQLAlchemy's part) writing
                the pieces into one `statement` as `json_sql`
    graph       runs it; `splice` puts in what only Python can give, `mutations` run deeds, and
                `render` writes what they answer

and before all that `model` reads the schema, `checks` and `probes` see that it holds.
"""

from gateway.graph.asking import Ask
from gateway.graph.errors import AWAY, RequestError
from gateway.graph.graph import Answer, Graph, Policy
from gateway.graph.limits import Limits
from gateway.graph.model import SchemaMistake
from gateway.graph.trusted import TrustedDocuments
from resolvers.core.authority import StaleReach

__all__ = [
    "AWAY",
    "Answer",
    "Ask",
    "Graph",
    "Limits",
    "Policy",
    "RequestError",
    "SchemaMistake",
    "StaleReach",
    "TrustedDocuments",
]
