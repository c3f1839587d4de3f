"""What a Word template may say between its braces: values, loops over them, conditions. No more.

A template comes from outside the program. Jinja's sandbox keeps it from the program's insides; this
keeps it from anything that costs time: there are no calls and no arithmetic.
"""

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

FILTERS = frozenset({"join", "lower", "upper"})
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Filter,
)


class Words(SandboxedEnvironment):
    """Reads templates of this small language; raises TemplateSyntaxError for anything else."""

    def __init__(self) -> None:
        # What a value says is text, also where it looks like markup.
        super().__init__(undefined=StrictUndefined, autoescape=True)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for node in template.find_all(nodes.Node):
            if not isinstance(node, _ALLOWED):
                raise TemplateSyntaxError(f"{type(node).__name__} is not allowed", node.lineno)
            if isinstance(node, nodes.Filter) and node.name not in FILTERS:
                allowed = ", ".join(sorted(FILTERS))
                raise TemplateSyntaxError(f"{node.name} is not one of {allowed}", node.lineno)
        return template
