"""Personnel actions in law: steps, votes, terms and gates (Decree 170/2025)."""
