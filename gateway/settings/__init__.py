"""What the operator decides: read from the environment once, at start, and wrong values refused.

Names are `CONGTAM_…`, beside `DATABASE_URL` and the standard `OTEL_…` names. The page
`infra/settings.md` is generated from here (`congtam settings --markdown`).
"""

from gateway.settings.issuers import Claims, Issuer
from gateway.settings.model import Settings
from gateway.settings.reading import Misconfigured, allowed, load, variables

__all__ = ["Claims", "Issuer", "Misconfigured", "Settings", "allowed", "load", "variables"]
