import type { Answer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Choice, Search } from "@congtam/ui";

export interface Chosen {
  id: string;
  name: string;
}

/** How a picker is asked for, whatever it finds. */
export interface Asked {
  label: string;
  help?: string | undefined;
  wrong?: string | undefined;
  isRequired?: boolean;
  chosen: Chosen;
  choose: (id: string, name: string) => void;
}

/** One of those that a search finds, however many there are; the one chosen stays on the list. */
export function FoundChoice<Data>({
  searchLabel,
  more,
  nothing,
  search,
  type,
  answer,
  found,
  chosen,
  choose,
  help,
  ...told
}: Asked & {
  searchLabel: string;
  /** What is said where not all are listed, and where there is none. */
  more: string;
  nothing: string;
  search: string;
  type: (search: string) => void;
  answer: Answer<Data>;
  found: (data: Data) => { options: { value: string; label: string }[]; isCut: boolean };
}) {
  const { options, isCut } =
    answer.state === "ready" ? found(answer.data) : { options: [], isCut: false };
  const isListed = chosen.id === "" || options.some((each) => each.value === chosen.id);
  const named = (id: string) => options.find((each) => each.value === id)?.label ?? chosen.name;
  return (
    <div className="field">
      {/* Above both, for the eye: the list itself carries it for everybody else. */}
      <span className="label" aria-hidden>
        {told.label}
      </span>
      <Search label={searchLabel} value={search} onChange={type} />
      <Choice
        {...told}
        isLabelHidden
        help={isCut ? more : help}
        value={chosen.id}
        options={isListed ? options : [{ value: chosen.id, label: chosen.name }, ...options]}
        choose={(id) => choose(id, named(id))}
        none={answer.state === "ready" && options.length === 0 ? nothing : say("form.choose")}
      />
    </div>
  );
}
