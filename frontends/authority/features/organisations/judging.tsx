import { decimal, shiftPoint } from "@congtam/format";
import { OrganisationYearDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { yearOrganisations } from "@congtam/i18n/catalogue/year-organisations";
import { yearReviews } from "@congtam/i18n/catalogue/year-reviews";
import { Loaded, type Params, useDrafts } from "@congtam/shared/shell";
import {
  Card,
  Check,
  Choice,
  type Column,
  DataTable,
  LongTextField,
  MarkField,
  Nothing,
  Page,
  TextField,
} from "@congtam/ui";
import { begun, COUNTS, type Judgement, type Review } from "./judgement";
import { Assess, Mark, Replace } from "./sending";
import { letter } from "./words";

learn(yearOrganisations, yearReviews);

/** Which deed of the graph each step is. */
const DEEDS = {
  assess: "AssessOrganisation",
  mark: "MarkOrganisation",
  replace: "ReplaceRecognition",
} as const;
type Step = keyof typeof DEEDS;

/** The form of an organisation's year: filled in by its head, marked by the authority, replaced. */
export default function Judging({ params }: { params: Params }) {
  const answer = useAnswer(OrganisationYearDocument, { id: params.id ?? "" });
  const step = params.step as Step;
  return (
    <Loaded isPage answer={answer}>
      {({ organisationReview: review }) =>
        review?.allowedActions.includes(DEEDS[step]) ? (
          <Form key={`${review.id}.${step}`} review={review} step={step} />
        ) : (
          <Nothing isPage title={say("judging.notNow")}>
            <a href={`/authority/organisations/${params.id}`}>{say("judging.back")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Form({ review, step }: { review: Review; step: Step }) {
  const [kept, keep, forget] = useDrafts<Judgement>(`organisation.${step}.${review.id}`);
  const typed = kept ?? begun(review, step);
  const about = { review, typed, forget };
  return (
    <Page title={say(`judging.${step}`, { who: review.organisation.name, year: review.year })}>
      <Card title={say("judging.marks")}>
        <p className="quiet">{say(`judgingWhy.${step}`)}</p>
        <Marks review={review} typed={typed} keep={keep} isOwn={step === "assess"} />
      </Card>
      <Tasks review={review} typed={typed} keep={keep} />
      {step === "assess" ? <Assess {...about} /> : null}
      {step === "mark" ? <Mark {...about} /> : null}
      {step === "replace" ? <Replace {...about} /> : null}
    </Page>
  );
}

interface Typing {
  review: Review;
  typed: Judgement;
  keep: (typed: Judgement) => void;
}

type Criterion = Review["scheme"]["criteria"][number];

function Marks({ review, typed, keep, isOwn }: Typing & { isOwn: boolean }) {
  const given = new Map(review.marks?.map((mark) => [mark.criterion, mark]));
  const of = (code: string) => typed.marks[code] ?? { points: "", reason: "" };
  const change = (code: string, mark: { points: string; reason: string }) =>
    keep({ ...typed, marks: { ...typed.marks, [code]: mark } });
  const own: Column<Criterion> = {
    id: "own",
    title: say("judging.own"),
    isNumber: true,
    cell: ({ code }) => {
      const mark = given.get(code);
      return (
        <div className="stack-tight">
          <span>{mark?.selfPoints ? decimal(mark.selfPoints, language()) : "—"}</span>
          <span className="quiet small">{mark?.selfReason}</span>
        </div>
      );
    },
  };
  const columns: Column<Criterion>[] = [
    {
      id: "name",
      title: say("judging.criterion"),
      isHeader: true,
      cell: ({ code, name, most }) => (
        <div className="stack-tight">
          <span>{name}</span>
          <span className="quiet small">
            {say("judging.most", {
              code: letter(code),
              most: decimal(shiftPoint(most, 0), language()),
            })}
          </span>
        </div>
      ),
    },
    ...(isOwn ? [] : [own]),
    {
      id: "points",
      title: say("judging.points"),
      cell: ({ code, name, most }) => (
        <MarkField
          label={say("judging.pointsOf", { name })}
          value={of(code).points}
          most={most}
          onChange={(points) => change(code, { ...of(code), points })}
        />
      ),
    },
    {
      id: "reason",
      title: say("judging.reason"),
      cell: ({ code, name }) => (
        <TextField
          label={say("judging.reasonOf", { name })}
          isLabelHidden
          value={of(code).reason}
          onChange={(reason) => change(code, { ...of(code), reason })}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={say("judging.marks")}
      columns={columns}
      rows={review.scheme.criteria}
      nothing={say("judging.noCriteria")}
      pageSize={60}
    />
  );
}

/** What is said of the tasks of the year, beside what was counted from work. */
function Tasks({ review, typed, keep }: Typing) {
  const { suggestion } = review;
  return (
    <Card title={say("judging.tasks")}>
      {suggestion === null ? null : (
        <p className="quiet">
          {say("judging.counted", {
            planned: suggestion.planned,
            completed: suggestion.completed,
            onTime: suggestion.onTime,
            late: suggestion.late,
            source: suggestion.source,
          })}
        </p>
      )}
      <div className="columns">
        {COUNTS.map((name) => (
          <TextField
            key={name}
            label={say(`tasks.${name}`)}
            value={typed.counts[name]}
            onChange={(value) =>
              keep({ ...typed, counts: { ...typed.counts, [name]: value.replace(/\D/g, "") } })
            }
          />
        ))}
      </div>
      <Check
        label={say("tasks.quality")}
        checked={typed.quality}
        change={() => keep({ ...typed, quality: !typed.quality })}
      />
      <Choice
        label={say("tasks.shortcomings")}
        value={typed.shortcomings}
        options={(["NONE", "FIXED", "OPEN"] as const).map((value) => ({
          value,
          label: say(`shortcomings.${value}`),
        }))}
        choose={(shortcomings) => keep({ ...typed, shortcomings })}
        none={say("judging.choose")}
      />
      <TextField
        label={say("tasks.forceMajeure")}
        value={typed.forceMajeure}
        onChange={(forceMajeure) => keep({ ...typed, forceMajeure })}
      />
      <LongTextField
        label={say("judging.comment")}
        value={typed.comment}
        onChange={(comment) => keep({ ...typed, comment })}
      />
    </Card>
  );
}
