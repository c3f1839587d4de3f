"""The switches of each page, by name, as the pages stand."""

from resolvers.statute.switches import Switch
from resolvers.statute.switches import dossier as _dossier
from resolvers.statute.switches import duties as _duties
from resolvers.statute.switches import insight as _insight
from resolvers.statute.switches import year as _year

year = [switch.name for switch in vars(_year).values() if isinstance(switch, Switch)]
duties = [switch.name for switch in vars(_duties).values() if isinstance(switch, Switch)]
insight = [switch.name for switch in vars(_insight).values() if isinstance(switch, Switch)]
dossier = [switch.name for switch in vars(_dossier).values() if isinstance(switch, Switch)]
