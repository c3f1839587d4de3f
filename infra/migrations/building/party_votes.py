"""Fence and grants of the Party's votes, topics, meetings and decisions.

Whoever is on the roll of a ballot gets past the fence to that ballot, though no office of his reads
the body: he votes in it.
"""

from infra.migrations.building.party import fence, grant, of_body, of_member


def _on_roll(table: str, column: str) -> str:
    """Rows of the ballots on whose roll the person is."""
    return (
        "exists (select from congtam_party.party_ballot_voter v"
        f" where v.ballot_id = {table}.{column}"
        f" and {of_member('v.person_id')})"
    )


FENCES = {
    "party_ballot": (of_body("body_id"), _on_roll("party_ballot", "id")),
    "party_ballot_box": (of_body("body_id"), _on_roll("party_ballot_box", "ballot_id")),
    "party_ballot_rule": (of_body("body_id"),),
    "party_ballot_voter": (of_body("body_id"), of_member("person_id")),
    "party_commission": (of_body("body_id"),),
    "party_deadline_leave": (of_body("body_id"),),
    "party_group": (of_body("body_id"),),
    "party_meeting": (of_body("body_id"),),
    "party_open_vote": (of_body("body_id"), of_member("person_id")),
    "party_share_decision": (of_body("body_id"),),
    "party_topic": (of_body("author_body_id"), of_body("body_id"), of_member("person_id")),
    "party_topic_answer": (of_body("author_body_id"), of_body("body_id"), of_member("person_id")),
}
WRITTEN_ONCE = frozenset(
    {
        *("party_commission", "party_deadline_leave", "party_group", "party_open_vote"),
        *("party_share_decision", "party_topic_answer"),
    }
)


def fence_votes() -> None:
    for table, conditions in FENCES.items():
        # Whoever speaks for a body must know that it votes first, whatever else his office reads.
        fence(table, *conditions, open_to_read=table == "party_ballot_rule")
        grant(table, deeds=("insert",) if table in WRITTEN_ONCE else ("insert", "update"))
