"""The stable codes of denials, with their sentence in English and Vietnamese (`codes.toml`)."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path


class Code(StrEnum):
    """Why a deed is refused, for programs; a rule's `@code` is one of these."""

    ACTING_FOR_APPOINTER = "ACTING_FOR_APPOINTER"
    ALREADY_ASSESSED = "ALREADY_ASSESSED"
    ALREADY_SIGNED = "ALREADY_SIGNED"
    CATALOGUE_NOT_DRAFT = "CATALOGUE_NOT_DRAFT"
    CATALOGUE_NOT_PROPOSED = "CATALOGUE_NOT_PROPOSED"
    DELEGATE_NOT_ELIGIBLE = "DELEGATE_NOT_ELIGIBLE"
    DELEGATION_CHAIN = "DELEGATION_CHAIN"
    FORBIDDEN = "FORBIDDEN"
    GRANT_TO_SELF = "GRANT_TO_SELF"
    LAST_MANAGER = "LAST_MANAGER"
    MONTH_ALREADY_OPENED = "MONTH_ALREADY_OPENED"
    MONTH_CLOSED = "MONTH_CLOSED"
    MONTH_INCOMPLETE = "MONTH_INCOMPLETE"
    MONTH_NOT_CLOSED = "MONTH_NOT_CLOSED"
    MONTH_NOT_OPEN = "MONTH_NOT_OPEN"
    NOTHING_TO_DECIDE = "NOTHING_TO_DECIDE"
    NOT_AGENCY_HEAD = "NOT_AGENCY_HEAD"
    NOT_LINKED = "NOT_LINKED"
    NOT_MANAGING_HEAD = "NOT_MANAGING_HEAD"
    NOT_NEXT_HEAD_UP = "NOT_NEXT_HEAD_UP"
    NOT_RESPONSIBLE_HEAD = "NOT_RESPONSIBLE_HEAD"
    NOT_THE_PERSON = "NOT_THE_PERSON"
    NOT_YET_ASSESSED = "NOT_YET_ASSESSED"
    NOT_YET_SCORED = "NOT_YET_SCORED"
    NOT_YET_SIGNED = "NOT_YET_SIGNED"
    NO_MANDATE = "NO_MANDATE"
    NO_SELF_SCORING = "NO_SELF_SCORING"
    PERMISSION_UNDECIDED = "PERMISSION_UNDECIDED"
    UNIT_CLOSED = "UNIT_CLOSED"
    UPPER_MONTH_CLOSED = "UPPER_MONTH_CLOSED"
    WORK_ENDED = "WORK_ENDED"


def _sentences() -> Mapping[Code, Mapping[str, str]]:
    text = Path(__file__).with_name("codes.toml").read_text(encoding="utf-8")
    return {Code(name): entry for name, entry in tomllib.loads(text).items()}


SENTENCES: Mapping[Code, Mapping[str, str]] = _sentences()
"""For each code, the sentence for a person by language: "en" and "vi"."""
