import time
from datetime import date
import pytest
from resolvers.core.ids import new_id
from resolvers.people import Reappointment, settle_files
from tests.resolvers.people.test_reorganising import *
from tests.resolvers.people.test_reorganising import merged_communes, staffed, carried_out
from tests.resolvers.town import request


@pytest.mark.parametrize("n", [150, 300, 600])
async def test_measure(staffed, n):
    town = staffed
    ids = []
    for i in range(n):
        name = f"p{i}"
        town.people[name] = await stage.person(town, "Trần Văn An", town.agencies["commune"])
        ids.append(await stage.posting(town, name, "office", "member"))
    plan = merged_communes(town)
    plan = replace(plan, postings=[*plan.postings, *[Reappointment(i, "office") for i in ids]])
    t = time.perf_counter()
    dry = await carried_out(town, plan, dry_run=True)
    t1 = time.perf_counter() - t
    t = time.perf_counter()
    done = await carried_out(town, plan)
    t2 = time.perf_counter() - t
    assert done.accepted
    print(n, round(t1, 2), round(t2, 2))
