import { RecordMinutesDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Asked, noPaper, type Paper, PaperFields, paperOf } from "@congtam/shared/deeds";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Check, TextField } from "@congtam/ui";

interface Meeting {
  paper: Paper;
  summoned: string;
  attended: string;
  passed: boolean;
}

const NOTHING: Meeting = { paper: noPaper, summoned: "", attended: "", passed: true };

/** The minutes of one meeting, for everybody whom it commented on. */
export function Minutes({
  cases,
  close,
}: {
  cases: { id: string; person: { fullName: string } }[];
  close: () => void;
}) {
  const title = say("minutes.title", { count: cases.length });
  const [kept, keep, forget] = useDrafts<Meeting>("classes.minutes");
  const typed = kept ?? NOTHING;
  const deed = useTold(useDeed(RecordMinutesDocument, title), say("minutes.done"));
  const document = paperOf(typed.paper);
  const [summoned, attended] = [Number(typed.summoned), Number(typed.attended)];
  const isWhole = document !== null && summoned > 0 && attended > 0;
  const done = () => {
    forget();
    close();
  };
  return (
    <Asked
      {...{ title, deed, done, close }}
      confirm={say("minutes.act")}
      variables={
        isWhole
          ? {
              cases: cases.map(({ id }) => id),
              document,
              summoned,
              attended,
              passed: typed.passed,
            }
          : null
      }
    >
      <p>{cases.map(({ person }) => person.fullName).join(", ")}</p>
      <PaperFields paper={typed.paper} change={(paper) => keep({ ...typed, paper })} />
      <div className="columns">
        <TextField
          label={say("minutes.summoned")}
          value={typed.summoned}
          onChange={(value) => keep({ ...typed, summoned: value.replace(/\D/g, "") })}
        />
        <TextField
          label={say("minutes.attended")}
          value={typed.attended}
          onChange={(value) => keep({ ...typed, attended: value.replace(/\D/g, "") })}
        />
      </div>
      <Check
        label={say("minutes.passed")}
        checked={typed.passed}
        change={() => keep({ ...typed, passed: !typed.passed })}
      />
    </Asked>
  );
}
