"""The Merkle tree gives the roots that RFC 6962 asks for, and its proofs hold for nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.audit import proves
from resolvers.audit.merkle import proof, root

# The eight entries and roots that implementations of RFC 6962 test each other with.
ENTRIES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
entries = st.lists(st.binary(max_size=8), min_size=1, max_size=40, unique=True)


class TestRoot:
    @pytest.mark.parametrize("size", range(1, 9))
    def test_is_the_published_one(self, size: int) -> None:
        assert root(ENTRIES[:size]).hex() == ROOTS[size - 1]

    @given(entries, st.data())
    def test_changes_with_any_entry(self, entries: list[bytes], data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(entries) - 1))
        changed = [*entries]
        changed[index] += b"!"
        assert root(changed) != root(entries)
        assert len(entries) == 1 or root(entries[:index] + entries[index + 1 :]) != root(entries)


class TestProof:
    @given(entries, st.data())
    def test_holds_for_its_entry(self, entries: list[bytes], data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(entries) - 1))
        assert proves(proof(entries, index), entries[index], root(entries))

    @given(entries, st.data())
    def test_holds_for_no_other_entry_place_or_root(
        self, entries: list[bytes], data: st.DataObject
    ) -> None:
        index = data.draw(st.integers(0, len(entries) - 1))
        made, entry, whole = proof(entries, index), entries[index], root(entries)
        assert not proves(made, entry + b"!", whole)
        assert not proves(made, entry, root([*entries, b"another entry"]))
        for other in range(len(entries)):
            if other != index:
                assert not proves(replace(made, index=other), entry, whole)
        assert not proves(replace(made, path=(*made.path, whole)), entry, whole)
        assert not proves(replace(made, index=len(entries)), entry, whole)
