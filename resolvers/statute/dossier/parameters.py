"""Which part of a person's record each purpose needs, under the texts that say so."""

from resolvers.statute.load import parameter

CLASSES = parameter("dossier/classes")
MONTHS = parameter("dossier/months")
DISCIPLINE = parameter("dossier/discipline")
