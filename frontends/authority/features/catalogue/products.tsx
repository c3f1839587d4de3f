import { decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { DeedButtons } from "@congtam/shared/forms";
import { type Column, DataTable, type Turns } from "@congtam/ui";
import type { Edition, Product } from "./edition-answer";
import { putProduct, removeProduct } from "./edition-deeds";

/** The products of an edition, as far as the gateway has cut them. */
export function Products({
  edition,
  search,
  turns,
}: {
  edition: Edition;
  search: string;
  turns: Turns;
}) {
  return (
    <DataTable
      part={turns}
      label={say("editions.list")}
      columns={columns(edition)}
      rows={edition.products.nodes}
      nothing={search === "" ? say("editions.empty") : say("ui.nothingFound", { search })}
      pageSize={50}
    />
  );
}

function columns(edition: Edition): Column<Product>[] {
  const told: Column<Product>[] = [
    { id: "code", title: say("editions.code"), cell: ({ code }) => code },
    {
      id: "name",
      title: say("editions.product"),
      isHeader: true,
      cell: (product) => (
        <div className="stack-tight">
          <span>{product.name}</span>
          <span className="quiet small">
            {[product.section, product.output].filter(Boolean).join(" · ")}
          </span>
          {product.process === null ? null : (
            <span className="quiet small">
              {say("editions.measures", {
                what: say(`editions.process.${product.process}`),
                position: product.position?.name ?? "",
              })}
            </span>
          )}
        </div>
      ),
    },
    { id: "group", title: say("editions.group"), isNumber: true, cell: ({ groupNo }) => groupNo },
    {
      id: "points",
      title: say("editions.points"),
      isNumber: true,
      cell: ({ points }) => decimal(points, language()),
    },
    {
      id: "coefficient",
      title: say("editions.coefficient"),
      isNumber: true,
      cell: ({ coefficient }) => decimal(coefficient, language()),
    },
  ];
  if (!edition.allowedActions.includes("EditCatalogue")) return told;
  return [
    ...told,
    {
      id: "act",
      title: say("editions.act"),
      cell: (product) => (
        <DeedButtons size="small" forms={[putProduct(edition, product), removeProduct(product)]} />
      ),
    },
  ];
}
