"""Which compressed forms of a body a client takes (RFC 9110, section 12.5.3)."""

import re
from collections.abc import Iterable

from starlette.datastructures import Headers

_CODING = re.compile(
    r"\s*([!#$%&'*+\-.^_`|~\w]+)\s*(?:;\s*[qQ]=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?"
)


def taken(headers: Headers, offered: Iterable[str]) -> list[str]:
    """Those of the `offered` codings (in lower case, best first) that may be sent, the most wanted
    first: named, or meant by "*", with a weight above 0.

    What is not written as the standard says counts as not there; a plain body is always right.
    """
    weights = {
        found[1].lower(): float(found[2] or 1)
        for part in ",".join(headers.getlist("accept-encoding")).split(",")
        if (found := _CODING.fullmatch(part))
    }
    wanted = {coding: weights.get(coding, weights.get("*", 0.0)) for coding in offered}
    return sorted((coding for coding in wanted if wanted[coding] > 0), key=lambda c: -wanted[c])
