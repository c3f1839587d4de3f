"""The dossier in law: what another agency reads of somebody's record, for which purpose.

needed(Purpose.APPOINTMENT, Law(today, known=today)).years
"""

from resolvers.statute.dossier.purposes import Needed, Purpose, needed

__all__ = ["Needed", "Purpose", "needed"]
