"""A database that lets no deed commit a change without its leaf in the audit.

Whatever a deed writes, and whichever of its branches wrote it: the writer's transaction fails at
its end where no leaf was added in it. Who writes by hand, as the owner, is not stopped.
"""

from gateway.postgres.roles import PARTY_WRITER, WRITER, Connection

WITHOUT = frozenset(
    {
        # The audit itself, and the stamp that triggers raise.
        "audit_leaf",
        "audit_seal",
        "audit_sealed",
        "authority_stamp",
        # What was answered under a key: that of a dry run, too, which changes nothing.
        "receipt",
        # Who is at the door, which is no deed: sessions, and attempts to sign in.
        "login_attempt",
        "session",
        "spent_logout_token",
    }
)
"""Tables whose changes need no leaf, and why."""
_TABLES = (
    "select oid::regclass::text as name, relname from pg_class"
    " where relnamespace in ('congtam'::regnamespace, 'congtam_party'::regnamespace)"
    " and relkind = 'r'"
)
_FUNCTIONS = f"""
create function congtam.tells_of_it() returns trigger language plpgsql as $$
begin
  perform set_config('congtam.told', 'yes', true);
  return null;
end $$;
create function congtam.demands_a_leaf() returns trigger language plpgsql as $$
begin
  if current_user in ('{WRITER}', '{PARTY_WRITER}')
    and coalesce(current_setting('congtam.told', true), '') <> 'yes'
  then
    raise exception 'a change of % was to be committed without a leaf', tg_table_name;
  end if;
  return null;
end $$;
create trigger tells_of_it after insert on congtam.audit_leaf
  for each statement execute function congtam.tells_of_it();
"""
_DEMAND = (
    "create constraint trigger demands_a_leaf after insert or update or delete on {name}"
    " deferrable initially deferred for each row execute function congtam.demands_a_leaf()"
)


async def demand_leaves(owner: Connection) -> int:
    """From now on nothing is committed without a leaf; how many tables are watched."""
    found = await owner.fetch(_TABLES)
    named = [row["name"] for row in found if row["relname"] not in WITHOUT]
    await owner.execute(_FUNCTIONS + ";".join(_DEMAND.format(name=name) for name in named))
    return len(named)
