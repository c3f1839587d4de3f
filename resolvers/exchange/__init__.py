"""Imports and foreign codes. Other slices use only the names exported here."""

from resolvers.exchange.areas import AreaCodeForm, AreaParent, import_areas
from resolvers.exchange.batches import batch_by_id, summary
from resolvers.exchange.catalogue import StandardDiffers, import_catalogue
from resolvers.exchange.criteria import CriterionMaximum, CriterionUnknown
from resolvers.exchange.model import (
    AreaRow,
    Batch,
    BatchReused,
    CatalogueFile,
    CodeRepeated,
    CompetencePart,
    CriterionRow,
    Outcome,
    PositionRow,
    ProductRow,
    RequirementPart,
    RowInConflict,
    SalaryRow,
    StaffRow,
    TaskPart,
    Verdict,
    shown,
)
from resolvers.exchange.persons import PersonalNumberDiffers
from resolvers.exchange.positions import import_positions
from resolvers.exchange.references import UnknownReference
from resolvers.exchange.salaries import import_salaries
from resolvers.exchange.staff import PostDiffers, Progress, import_staff
from resolvers.exchange.tables import (
    external_code,
    form_template,
    import_batch,
)
from resolvers.exchange.templates import (
    MOST_TEMPLATE_BYTES,
    end_form_template,
    set_form_template,
    template_in_force,
)

__all__ = [
    "MOST_TEMPLATE_BYTES",
    "AreaCodeForm",
    "AreaParent",
    "AreaRow",
    "Batch",
    "BatchReused",
    "CatalogueFile",
    "CodeRepeated",
    "CompetencePart",
    "CriterionMaximum",
    "CriterionRow",
    "CriterionUnknown",
    "Outcome",
    "PersonalNumberDiffers",
    "PositionRow",
    "PostDiffers",
    "ProductRow",
    "Progress",
    "RequirementPart",
    "RowInConflict",
    "SalaryRow",
    "StaffRow",
    "StandardDiffers",
    "TaskPart",
    "UnknownReference",
    "Verdict",
    "batch_by_id",
    "end_form_template",
    "external_code",
    "form_template",
    "import_areas",
    "import_batch",
    "import_catalogue",
    "import_positions",
    "import_salaries",
    "import_staff",
    "set_form_template",
    "shown",
    "summary",
    "template_in_force",
]
