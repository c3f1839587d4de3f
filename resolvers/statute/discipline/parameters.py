"""The numbers of Decree 172/2025 and of Law 80/2025, art. 38, that the register reads.

How long a procedure may last, and the other days of its steps, stand in the chapter on personnel
actions (`personnel.parameters`), which counts its own deadlines by them.
"""

from resolvers.statute.load import parameter

IN_FORCE = parameter("discipline/in_force")
REPEAT = parameter("discipline/repeat")
LIMITATION = parameter("discipline/limitation")
PARTY_FOLLOW_UP = parameter("discipline/party_follow_up")
CORRECTION = parameter("discipline/correction")
BLOCKING = parameter("discipline/blocking")
