import { parseDecimal } from "@congtam/format";
import { newId, ProposeOrganisationSchemeDocument, useDeed } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Refused } from "@congtam/shared/deeds";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Card, Choice, type Column, DataTable, Notice, TextField } from "@congtam/ui";
import { useState } from "react";
import { ITEMS, itemName } from "./items";
import type { Scheme } from "./schemes-answer";

interface Row {
  id: string;
  item: string;
  code: string;
  name: string;
  most: string;
}

interface Typed {
  title: string;
  rows: Row[];
}

/** A new edition, begun from the latest one, or with a row for each item of the decree. */
function begun(latest: Scheme | null): Typed {
  const rows = latest
    ? latest.criteria.map(({ id, item, code, name, most }) => ({ id, item, code, name, most }))
    : ITEMS.map((item) => ({ id: newId(), item, code: item, name: "", most: "" }));
  return { title: latest?.title ?? "", rows };
}

/** The personnel body puts a scheme of criteria to the managing agency's head. */
export function Proposing({ agency, latest }: { agency: string; latest: Scheme | null }) {
  const [isOpen, open] = useState(false);
  if (!isOpen) {
    return (
      <div className="row">
        <Button onPress={() => open(true)}>{say("schemes.new")}</Button>
      </div>
    );
  }
  return <Form agency={agency} latest={latest} close={() => open(false)} />;
}

function Form({
  agency,
  latest,
  close,
}: {
  agency: string;
  latest: Scheme | null;
  close: () => void;
}) {
  const [kept, keep, forget] = useDrafts<Typed>(`scheme.${agency}`);
  const [first] = useState(() => begun(latest));
  const [tried, setTried] = useState(false);
  const typed = kept ?? first;
  const deed = useTold(
    useDeed(ProposeOrganisationSchemeDocument, say("schemes.new")),
    say("schemes.proposedNow"),
  );
  const criteria = typed.rows.flatMap(({ item, code, name, most }) => {
    const points = parseDecimal(most, language());
    return points === null || name.trim() === "" || code.trim() === ""
      ? []
      : [{ item, code, name, most: points }];
  });
  const isWhole = typed.title.trim() !== "" && criteria.length === typed.rows.length;
  const send = async () => {
    setTried(true);
    if (!isWhole) return;
    const outcome = await deed.act({ agency, title: typed.title, criteria });
    if (outcome.did !== "done") return;
    forget();
    close();
  };
  const change = (rows: Row[]) => keep({ ...typed, rows });
  return (
    <Card title={say("schemes.new")}>
      <p className="quiet">{say("schemes.newWhy")}</p>
      <TextField
        label={say("schemes.name")}
        value={typed.title}
        onChange={(title) => keep({ ...typed, title })}
        autoFocus
      />
      <DataTable
        label={say("schemes.new")}
        columns={columns(typed.rows, change)}
        rows={typed.rows}
        nothing={say("judging.noCriteria")}
        pageSize={60}
      />
      <div className="row">
        <Button
          size="small"
          onPress={() =>
            change([...typed.rows, { id: newId(), item: "7.b", code: "", name: "", most: "" }])
          }
        >
          {say("schemes.add")}
        </Button>
      </div>
      <Refused refusal={deed.refusal} />
      {tried && !isWhole ? (
        <Notice tone="warn">
          <p role="alert">{say("deed.incomplete")}</p>
        </Notice>
      ) : null}
      <div className="row">
        <Button kind="main" isPending={deed.pending} onPress={send}>
          {say("schemes.propose")}
        </Button>
        <Button onPress={close}>{say("ui.cancel")}</Button>
      </div>
    </Card>
  );
}

function columns(rows: Row[], change: (rows: Row[]) => void): Column<Row>[] {
  const set = (id: string, told: Partial<Row>) =>
    change(rows.map((row) => (row.id === id ? { ...row, ...told } : row)));
  const place = (row: Row) => rows.indexOf(row) + 1;
  return [
    {
      id: "name",
      title: say("judging.criterion"),
      isHeader: true,
      cell: (row) => (
        <TextField
          label={say("schemes.nameOf", { place: place(row) })}
          isLabelHidden
          value={row.name}
          onChange={(name) => set(row.id, { name })}
        />
      ),
    },
    {
      id: "item",
      title: say("schemes.item"),
      cell: (row) => (
        <Choice
          label={say("schemes.itemOf", { place: place(row) })}
          isLabelHidden
          value={row.item}
          options={ITEMS.map((value) => ({ value: value as string, label: itemName(value) }))}
          choose={(item) => set(row.id, { item })}
        />
      ),
    },
    {
      id: "code",
      title: say("schemes.code"),
      cell: (row) => (
        <TextField
          label={say("schemes.codeOf", { place: place(row) })}
          isLabelHidden
          value={row.code}
          onChange={(code) => set(row.id, { code })}
        />
      ),
    },
    {
      id: "most",
      title: say("schemes.most"),
      cell: (row) => (
        <TextField
          label={say("schemes.mostOf", { place: place(row) })}
          isLabelHidden
          value={row.most}
          onChange={(most) => set(row.id, { most })}
        />
      ),
    },
    {
      id: "drop",
      title: say("schemes.drop"),
      cell: (row) => (
        <Button
          size="small"
          aria-label={say("schemes.dropOne", { place: place(row) })}
          onPress={() => change(rows.filter(({ id }) => id !== row.id))}
        >
          {say("schemes.drop")}
        </Button>
      ),
    },
  ];
}
