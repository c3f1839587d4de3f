import { decimal } from "@congtam/format";
import { OfferedDocument, useAnswer } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Loaded } from "@congtam/shared/shell";
import { Button, Search } from "@congtam/ui";
import { useEffect, useState } from "react";
import type { Product } from "./draft";

const PAUSE = 200;

/** One product of the list in force: looked for with or without diacritics, chosen by Enter. */
export function ProductChoice({
  agency,
  chosen,
  choose,
  wrong,
}: {
  agency: string;
  chosen: Product | null;
  choose: (product: Product | null) => void;
  wrong: boolean;
}) {
  if (chosen !== null) {
    return (
      <div className="row spread">
        <div className="stack-tight">
          <span className="quiet small">{say("assign.product")}</span>
          <strong>{chosen.name}</strong>
          <span className="quiet small">{told(chosen)}</span>
        </div>
        <Button size="small" onPress={() => choose(null)}>
          {say("assign.otherProduct")}
        </Button>
      </div>
    );
  }
  return <Looking agency={agency} choose={choose} wrong={wrong} />;
}

function Looking({
  agency,
  choose,
  wrong,
}: {
  agency: string;
  choose: (product: Product) => void;
  wrong: boolean;
}) {
  const [typed, type] = useState("");
  const search = useLater(typed.trim());
  const answer = useAnswer(OfferedDocument, { agency, search: search === "" ? null : search });
  const settled = answer.state === "ready" && search === typed.trim();
  const first = settled ? answer.data.productsOffered.nodes[0] : undefined;
  return (
    <div className="stack">
      <Search
        label={say("assign.search")}
        value={typed}
        onChange={type}
        onEnter={() => {
          if (first) choose(first);
        }}
        autoFocus
      />
      {wrong ? (
        <p className="missing" role="alert">
          {say("assign.noProduct")}
        </p>
      ) : null}
      <Loaded answer={answer}>
        {({ productsOffered: { nodes, totalCount } }) => (
          <>
            <p className="quiet small" role="status">
              {say("assign.found", { count: totalCount ?? nodes.length, shown: nodes.length })}
            </p>
            <ul className="plain">
              {nodes.map((product) => (
                <li key={product.id} className="told">
                  <div className="stack-tight">
                    <span>{product.name}</span>
                    <span className="quiet small">{told(product)}</span>
                  </div>
                  <Button
                    size="small"
                    aria-label={say("assign.chooseThis", { what: product.name })}
                    onPress={() => choose(product)}
                  >
                    {say("assign.choose")}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  );
}

function told(product: Product): string {
  const coefficient = decimal(product.coefficient, language());
  return [product.code, say("assign.coefficient", { coefficient }), product.output]
    .filter(Boolean)
    .join(" · ");
}

/** What was typed, once the typing has paused. */
function useLater(typed: string): string {
  const [later, setLater] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setLater(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return later;
}
