"""Questions about dossiers; which rows a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select

from resolvers.core.days import TODAY, holds
from resolvers.core.visibility import PERSON
from resolvers.dossier.tables import dossier, dossier_read, dossier_request
from resolvers.people import person as people

Value = ColumnElement[Any]

IS_OPEN: ColumnElement[bool] = and_(holds(dossier, TODAY), dossier.c.revoked_at.is_(None))
"""Whether a dossier may be read today."""


def every_person() -> Select[Any]:
    """Persons, for a request that means one."""
    return select(people)


def requests_to(agency: Value) -> Select[Any]:
    """What an agency is asked for and has not answered."""
    return select(dossier_request).where(
        dossier_request.c.from_agency_id == agency, dossier_request.c.state == "asked"
    )


def requests_by(agency: Value) -> Select[Any]:
    """What an agency has asked others for."""
    return select(dossier_request).where(dossier_request.c.agency_id == agency)


def dossiers_open_to(agency: Value) -> Select[Any]:
    """What is open to an agency today."""
    return select(dossier).where(dossier.c.agency_id == agency, IS_OPEN)


def dossiers_of(person: Value) -> Select[Any]:
    """Every opening of a person's dossier."""
    return select(dossier).where(dossier.c.person_id == person)


def my_dossiers() -> Select[Any]:
    """Every opening of the dossier of the person who asks."""
    return dossiers_of(PERSON)


def my_dossier_reads() -> Select[Any]:
    """Who has read the record of the person who asks."""
    return dossier_reads_of(PERSON)


def dossier_reads_of(person: Value) -> Select[Any]:
    """Who has read a person's record."""
    return select(dossier_read).where(dossier_read.c.person_id == person)


def dossier_reads_by(agency: Value) -> Select[Any]:
    """What an agency has read."""
    return select(dossier_read).where(dossier_read.c.agency_id == agency)


def dossier_reads_from(agency: Value) -> Select[Any]:
    """What others have read of the files that an agency keeps."""
    return select(dossier_read).where(dossier_read.c.from_agency_id == agency)
