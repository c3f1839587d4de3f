"""`congtam audit verify`: the trail for everybody, the Party's contents where it may look."""

import os
import subprocess
import sys
from dataclasses import replace

from authz.actions import Action
from authz.decide import Decision
from gateway.database import PgDatabase
from gateway.postgres.roles import on_database
from resolvers.audit import record
from tests.conftest import MakeDatabase
from tests.databases import ROOT, Running
from tests.resolvers.town import build, request


def verified(url: str, *, party: bool) -> tuple[int, str]:
    """How the command ends, and what it says."""
    environment = {name: value for name, value in os.environ.items() if name[:8] != "CONGTAM_"}
    environment |= {"DATABASE_URL": url, "CONGTAM_PARTY_MODULE": str(party).lower()}
    command = [sys.executable, "-m", "gateway.commands", "audit", "verify"]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


async def test_verify_opens_what_party_acts_commit_to_where_the_module_runs(
    server: Running, make_database: MakeDatabase
) -> None:
    access = await make_database()
    owner = await access.owner.connect()
    async with PgDatabase(access, party=1) as database:
        town = await build(database, owner)
        clerk = town.reach("clerk")
        reach = replace(clerk, party_person=clerk.person)
        async with town.deed(reach) as tx:
            await record(
                tx,
                request(reach),
                Decision(True, "some-rule"),
                deed=Action.FoundPartyBody.value,
                subject=("party_body", clerk.person),
                agency=None,
                after={"name": "Chi bộ Văn phòng"},
            )
    url = on_database(server.url, await owner.fetchval("select current_database()"))
    whole = (0, "The trail of acts is whole.\n")
    assert verified(url, party=True) == whole

    changed = """update congtam_party.audit_content set after = '{"name": "Chi bộ khác"}'"""
    await owner.execute(changed)
    leaf = await owner.fetchval("select seq from congtam.audit_leaf")
    await owner.close()
    code, told = verified(url, party=True)
    assert code != 0
    assert f"CONTENT_EDITED: leaf {leaf}" in told
    assert verified(url, party=False) == whole
