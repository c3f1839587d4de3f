"""A class is looked at after its year came to another level; sets that are settled are known."""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

BECAUSE_OF_A_YEAR = (
    "alter table congtam.review_flag add column result_id uuid,"
    " add constraint review_flag_result_id_fk"
    " foreign key (result_id) references congtam.result (id),"
    " drop constraint review_flag_classification_id_kind_ground_id_review_id_key,"
    " add constraint review_flag_once_key"
    " unique nulls not distinct (classification_id, kind, ground_id, review_id, result_id),"
    " drop constraint review_flag_kind_allowed_check,"
    " add constraint review_flag_kind_allowed_check check"
    " (kind in ('party_rating', 'bonus', 'national_database', 'classification', 'disqualifier',"
    " 'organisation', 'result')),"
    " add constraint review_flag_year_has_its_result_check check"
    " ((kind = 'result') = (result_id is not null))"
)
SETTLED = """
create function congtam.settled_classifications(of_units uuid[], of_year integer)
returns setof uuid language sql stable security definer set search_path = congtam, pg_temp
as $$
    select r.classifying_unit_id from congtam.classification_round r
    where r.classifying_unit_id = any (of_units) and r.year = of_year and r.state <> 'open'
$$
"""
"""Which of these units' sets take nobody any more. It shows no row, so it looks past the fence: who
belongs into a set is the same for everybody, also where the next head up is of another agency."""
TAKES = "congtam.settled_classifications(uuid[], integer)"


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    op.execute(BECAUSE_OF_A_YEAR)
    op.execute(SETTLED)
    op.execute(f"revoke execute on function {TAKES} from public")
    op.execute(f"grant execute on function {TAKES} to congtam_reader, congtam_writer")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
