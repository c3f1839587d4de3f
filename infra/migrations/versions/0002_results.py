"""Absences and the results of quarter, half-year and year."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("absence", "result")

INPUTS = """
create function congtam.result_inputs(person uuid, days daterange) returns bytea
language sql stable as $$
    select sha256(convert_to(concat_ws('|',
        (select string_agg(concat_ws(',', p.id, p.agency_id, lower(d.days), upper(d.days)), ';'
            order by p.id)
            from congtam.posting p, lateral (select p.during * result_inputs.days as days) d
            where p.person_id = person and p.main and not isempty(d.days)),
        (select string_agg(concat_ws(',', a.id, a.kind, lower(d.days), upper(d.days)), ';'
            order by a.id)
            from congtam.absence a, lateral (select a.during * result_inputs.days as days) d
            where a.person_id = person and a.annulled_at is null and not isempty(d.days)),
        (select string_agg(concat_ws(',', s.id, s.state, s.total), ';' order by s.id)
            from congtam.sheet s
            where s.person_id = person
                and s.period >= lower(result_inputs.days) and s.period < upper(result_inputs.days)),
        (select string_agg(h.id::text, ';' order by h.id)
            from congtam.handed_sheet h
            where h.person_id = person and h.replaced_at is null
                and h.period >= lower(result_inputs.days) and h.period < upper(result_inputs.days))
    ), 'UTF8'))
$$
"""
"""What a person's result is drawn from, as one hash; `resolvers.results` computes the same."""

DEBTORS = """
create function congtam.result_debtors(entries jsonb, day date) returns jsonb
language sql stable as $$
    select coalesce(jsonb_object_agg(u.id, jsonb_build_object(
        'unit_name', u.name, 'head', h.person_id, 'head_name', p.full_name)), '{}')
    from (
        select distinct (jsonb_path_query(entries, '$[*].missing[*].unit') #>> '{}')::uuid as id
    ) o
    join congtam.unit u on u.id = o.id
    left join congtam.posting h on h.unit_id = u.id and h.office = 'head' and h.during @> day
    left join congtam.person p on p.id = h.person_id
$$
"""
"""Who heads, on a day, each unit that owes a sheet: the debt is the office's, whoever holds it."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0002_results")
    # One of the tables that it reads comes with a later migration.
    op.execute("set local check_function_bodies = off")
    for function in (INPUTS, DEBTORS):
        op.execute(function.replace(":", r"\:"))
    for table in TABLES:
        fence(table, of_agency("agency_id"), of_person("person_id"))
        grant(table, deeds=("insert", "update"))
    fence("result_run", of_agency("agency_id"))
    grant("result_run", deeds=("insert",))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
