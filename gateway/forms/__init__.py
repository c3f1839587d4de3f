"""The official forms, on paper: what the API answers, laid out as the decree's annex shows it.

`paper` says what a form is, `sheet` and its neighbours lay one out each, `printing` reads it
through the graph as the visitor may see it, `rendering` makes the file, `routes` is the door. The
Typst and Word templates lie in `templates`; infra/forms makes the Word ones.
"""

from gateway.forms.paper import BadTemplate
from gateway.forms.printing import FORMS, Printing
from gateway.forms.routes import routes

__all__ = ["FORMS", "BadTemplate", "Printing", "routes"]
