import { day, decimal } from "@congtam/format";
import {
  DeductionsDocument,
  type DeductionsQuery,
  SetDeductionScaleDocument,
  useAnswer,
} from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { editions } from "@congtam/i18n/catalogue/editions";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, type DeedForm, deedForm, type Field, numberOf } from "@congtam/shared/forms";
import { Loaded } from "@congtam/shared/shell";
import { Card, type Column, DataTable, Loading, Page } from "@congtam/ui";

learn(editions);

type Found = DeductionsQuery;
type Scale = Found["deductionScales"]["nodes"][number];

/** What the agency takes off the general criteria, and for what. */
export default function Deductions() {
  const { agency } = useAgency();
  return (
    <Page title={say("deductions.title")}>
      {agency === null ? <Loading /> : <Asked key={agency.id} agency={agency.id} />}
    </Page>
  );
}

function Asked({ agency }: { agency: string }) {
  const answer = useAnswer(DeductionsDocument, { agency });
  return (
    <Loaded answer={answer}>
      {(found) => (
        <Card
          title={say("deductions.list")}
          aside={
            found.agency?.allowedActions.includes("SetDeductionScale") ? (
              <DeedButtons forms={[setScale(agency, found, null)]} />
            ) : null
          }
        >
          <p className="quiet small">{say("deductions.why")}</p>
          <DataTable
            label={say("deductions.list")}
            columns={columns(agency, found)}
            rows={found.deductionScales.nodes}
            nothing={say("deductions.none")}
            searched={({ code, reason }) => `${code} ${reason}`}
          />
        </Card>
      )}
    </Loaded>
  );
}

function columns(agency: string, found: Found): Column<Scale>[] {
  const may = found.agency?.allowedActions.includes("SetDeductionScale") ?? false;
  const told: Column<Scale>[] = [
    { id: "code", title: say("editions.code"), cell: ({ code }) => code },
    { id: "reason", title: say("deductions.breach"), isHeader: true, cell: (each) => each.reason },
    {
      id: "criterion",
      title: say("deductions.criterion"),
      order: (left, right) => left.criterion.localeCompare(right.criterion),
      cell: ({ criterion }) => named(found, criterion),
    },
    {
      id: "points",
      title: say("deductions.points"),
      cell: ({ pointsEach, atMost }) =>
        say("deductions.each", {
          points: decimal(pointsEach, language()),
          most: decimal(atMost, language()),
        }),
    },
    { id: "since", title: say("deductions.since"), cell: ({ since }) => day(since) },
  ];
  if (!may) return told;
  const act: Column<Scale> = {
    id: "act",
    title: say("editions.act"),
    cell: (scale) => <DeedButtons size="small" forms={[setScale(agency, found, scale)]} />,
  };
  return [...told, act];
}

function named(found: Found, criterion: string): string {
  const name = found.generalCriteria.find(({ code }) => code === criterion)?.name ?? "";
  return `${criterion} ${name}`;
}

/** A new scale, or what follows one from a day on. */
function setScale(agency: string, found: Found, scale: Scale | null): DeedForm {
  const code: Field[] =
    scale === null
      ? [{ kind: "line", name: "code", label: "editions.code", isRequired: true }]
      : [];
  return deedForm({
    document: SetDeductionScaleDocument,
    name: `scale.${scale?.id ?? agency}`,
    title: say(scale === null ? "deductions.add" : "deductions.change"),
    ...(scale === null ? {} : { why: say("deductions.changeWhy", { code: scale.code }) }),
    confirm: say("editions.save"),
    done: say("deductions.saved"),
    start:
      scale === null
        ? {}
        : {
            criterion: scale.criterion,
            reason: scale.reason,
            each: decimal(scale.pointsEach, language()),
            most: decimal(scale.atMost, language()),
          },
    fields: [
      ...code,
      {
        kind: "choice",
        name: "criterion",
        label: "deductions.criterion",
        isRequired: true,
        options: found.generalCriteria.map(({ code }) => ({
          value: code,
          label: named(found, code),
        })),
      },
      { kind: "long", name: "reason", label: "deductions.breach", isRequired: true },
      { kind: "number", name: "each", label: "deductions.pointsEach", isRequired: true },
      { kind: "number", name: "most", label: "deductions.atMost", isRequired: true },
      { kind: "day", name: "begins", label: "deductions.since", isRequired: true },
    ],
    variables: (values) => ({
      agency,
      code: scale?.code ?? values.code ?? "",
      criterion: values.criterion ?? "",
      reason: values.reason ?? "",
      pointsEach: numberOf(values, "each") ?? "",
      atMost: numberOf(values, "most") ?? "",
      begins: values.begins ?? "",
      ends: null,
    }),
  });
}
