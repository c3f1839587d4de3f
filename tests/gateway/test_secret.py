"""The installation's secret: the operator's, or one made once and kept from everybody else."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import SecretStr

from gateway.secret import FILE, LENGTH, secret_of
from gateway.settings import Settings


def test_the_operators_is_taken_as_it_is(tmp_path: Path) -> None:
    given = SecretStr("thirty-two characters or more, random")
    assert secret_of(Settings(secret_key=given, data=tmp_path)) == given.get_secret_value().encode()
    assert list(tmp_path.iterdir()) == []


def test_else_one_is_made_once_and_kept(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "new")
    made = secret_of(settings)
    assert len(made) == LENGTH
    assert secret_of(settings) == made
    assert secret_of(Settings(data=tmp_path / "another")) != made


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        secret_of(Settings(data=tmp_path))
    finally:
        os.umask(before)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


def test_processes_that_start_together_read_the_same(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: secret_of(settings), range(32)))
    assert len(found) == 1


def test_one_that_is_short_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 32"):
        Settings(secret_key=SecretStr("short"))
