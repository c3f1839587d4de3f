"""Product lists, KPIs and deduction scales. Other slices use only the names exported here."""

from resolvers.catalogue.allowed import EDITION_NEEDS, allowed_on_editions
from resolvers.catalogue.deciding import (
    CatalogueEmpty,
    InForceTooEarly,
    approve_catalogue,
    propose_catalogue,
    return_catalogue,
)
from resolvers.catalogue.deeds import (
    DraftExists,
    NothingToCopy,
    ProductTwice,
    draft_catalogue,
    new_edition,
    put_product,
    put_products,
    remove_product,
)
from resolvers.catalogue.indicators import (
    DeductsTooMuch,
    NoCriteriaYet,
    define_kpi,
    set_deduction_scale,
)
from resolvers.catalogue.model import (
    GroupNotAllowed,
    KpiFeedsOneThing,
    KpiMisdirected,
    ProcessOfAPosition,
    ProductDraft,
    suggested_coefficient,
)
from resolvers.catalogue.questions import (
    catalogue_by_id,
    catalogue_in_force,
    catalogues_to_decide,
    deduction_scales,
    kpis_of,
    process_criteria,
    products,
    products_offered,
)
from resolvers.catalogue.tables import (
    catalogue,
    deduction_scale,
    kpi,
    product,
)

__all__ = [
    "EDITION_NEEDS",
    "CatalogueEmpty",
    "DeductsTooMuch",
    "DraftExists",
    "GroupNotAllowed",
    "InForceTooEarly",
    "KpiFeedsOneThing",
    "KpiMisdirected",
    "NoCriteriaYet",
    "NothingToCopy",
    "ProcessOfAPosition",
    "ProductDraft",
    "ProductTwice",
    "allowed_on_editions",
    "approve_catalogue",
    "catalogue",
    "catalogue_by_id",
    "catalogue_in_force",
    "catalogues_to_decide",
    "deduction_scale",
    "deduction_scales",
    "define_kpi",
    "draft_catalogue",
    "kpi",
    "kpis_of",
    "new_edition",
    "process_criteria",
    "product",
    "products",
    "products_offered",
    "propose_catalogue",
    "put_product",
    "put_products",
    "remove_product",
    "return_catalogue",
    "set_deduction_scale",
    "suggested_coefficient",
]
