"""Every deed that the trail may tell of has its name, in both languages."""

import ast
from functools import cache

import pytest
from strawberry.types.base import StrawberryObjectDefinition

from resolvers.audit import DEEDS, deed_name
from schema.declarations import MAPPING, Deed
from schema.platform import schema
from tests.architecture.sources import modules, nodes

MUTATION = schema.get_type_by_name("Mutation")


@cache
def functions() -> frozenset[str]:
    """The names of all functions that could be deeds."""
    return frozenset(
        node.name
        for path in modules("resolvers")
        for node in nodes(path)
        if isinstance(node, ast.AsyncFunctionDef) and not node.name.startswith("_")
    )


def written() -> set[str]:
    """The names under which deeds write their leaves."""
    found = set[str]()
    for path in modules("resolvers"):
        for node in nodes(path):
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


@cache
def names() -> frozenset[str]:
    """Of everything that is done."""
    return frozenset(written() | offered())


def test_the_names_were_found() -> None:
    assert {"score_sheet", "put_products", "petition_class"} <= names()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_deed_has_its_name(language: str) -> None:
    attempts = {"".join(word.capitalize() for word in deed.split("_")) for deed in names()}
    told = {each: deed_name(each, language) for each in names() | attempts}
    assert [each for each, name in told.items() if name == each or "_" in name] == []


def test_nothing_is_named_that_nobody_does() -> None:
    assert set(DEEDS) - names() - functions() == set()
