-- What the Party's record stands on: the entrance of a session, the kept content of audit leaves.

alter table congtam.audit_leaf add column refusal text;

alter table congtam.session add column entrance text default 'portal' not null;

alter table congtam.session add constraint session_entrance_allowed_check
    check (entrance in ('portal', 'party'));

create table congtam_party.audit_content (
    leaf_id uuid not null,
    actor_id uuid,
    salt bytea not null,
    before jsonb,
    after jsonb,
    reason text default '' not null,
    constraint audit_content_pk primary key (leaf_id),
    constraint audit_content_leaf_id_fk foreign key(leaf_id) references congtam.audit_leaf (id),
    constraint audit_content_actor_id_fk foreign key(actor_id) references congtam.person (id)
);
