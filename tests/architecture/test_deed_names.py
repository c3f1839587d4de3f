"""Every deed that the trail may tell of has its name, in both languages."""

import ast
from functools import cache

import pytest
from strawberry.types.base import StrawberryObjectDefinition

from resolvers.audit import DEEDS, deed_name
from schema.declarations import MAPPING, Deed
from schema.platform import schema
from tests.architecture.sources import modules

MUTATION = schema.get_type_by_name("Mutation")


@cache
def functions() -> frozenset[str]:
    """The names of all functions that could be deeds."""
    return frozenset(
        node.name
        for path in modules("resolvers")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.AsyncFunctionDef) and not node.name.startswith("_")
    )


def written() -> set[str]:
    """The names under which deeds write their leaves."""
    found = set[str]()
    for path in modules("resolvers"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                told = [each.value for each in node.keywords if each.arg == "deed"]
                acts = any(
                    isinstance(each, ast.Name) and each.id == "request" for each in node.args
                )
                named = [each for each in node.args if acts and _text(each) in functions()]
                found |= {_text(each) for each in (*told, *named) if "_" in _text(each)[1:]}
    return found


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def offered() -> set[str]:
    """The functions behind the contract's mutations: a refused attempt is told by their names."""
    assert isinstance(MUTATION, StrawberryObjectDefinition)
    found = (field.metadata.get(MAPPING) for field in MUTATION.fields)
    return {each.function.__name__ for each in found if isinstance(each, Deed)}


NAMES = sorted(written() | offered())


def test_the_names_were_found() -> None:
    assert {"score_sheet", "put_products", "petition_class"} <= set(NAMES)


@pytest.mark.parametrize("deed", NAMES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_deed_has_its_name(deed: str, language: str) -> None:
    attempt = "".join(word.capitalize() for word in deed.split("_"))
    for each in (deed, attempt):
        name = deed_name(each, language)
        assert name != each
        assert "_" not in name


@pytest.mark.parametrize("deed", sorted(DEEDS))
def test_nothing_is_named_that_nobody_does(deed: str) -> None:
    assert deed in NAMES or deed in functions()
