"""What a client may leave out, the change behind the field can do without."""

from inspect import Parameter, signature

import pytest
from strawberry.types.base import StrawberryObjectDefinition, StrawberryOptional
from strawberry.types.field import StrawberryField

from schema.declarations import MAPPING, Deed
from schema.platform import schema

MUTATION = schema.get_type_by_name("Mutation")
assert isinstance(MUTATION, StrawberryObjectDefinition)
DEEDS = [each for each in MUTATION.fields if isinstance(each.metadata.get(MAPPING), Deed)]


@pytest.mark.parametrize("field", DEEDS, ids=lambda field: field.python_name)
def test_what_may_be_left_out_has_a_default(field: StrawberryField) -> None:
    known = signature(field.metadata[MAPPING].function).parameters
    optional = [
        each.python_name
        for each in field.arguments
        if isinstance(each.type, StrawberryOptional) and each.python_name in known
    ]
    assert [name for name in optional if known[name].default is Parameter.empty] == []
