import { useId } from "react";

/** What stands around a field. */
export interface Told {
  label: string;
  help?: string | undefined;
  /** What is wrong with the value, for a person. */
  wrong?: string | undefined;
  isRequired?: boolean;
  /** In a table, whose column says what it is. */
  isLabelHidden?: boolean;
}

/** One of some values, chosen in the browser's own list: it is quick on old machines and on phones. */
export function Choice<Value extends string>({
  value,
  options,
  choose,
  none,
  ...told
}: Told & {
  value: Value | "";
  options: readonly { value: Value; label: string }[];
  choose: (value: Value) => void;
  /** What stands in the list for no value; without it there is always one. */
  none?: string;
}) {
  return (
    <Labelled {...told}>
      {(about) => (
        <select
          {...about}
          className="input"
          value={value}
          onChange={(event) => choose(event.target.value as Value)}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {options.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** What a field needs to say of itself. */
export interface About {
  id: string;
  required: boolean;
  "aria-describedby": string;
  "aria-invalid": boolean;
}

/** A field with its label, its help, and what is wrong with it. */
export function Labelled({
  label,
  help,
  wrong,
  isRequired = false,
  isLabelHidden = false,
  children,
}: Told & { children: (about: About) => React.ReactNode }) {
  const id = useId();
  const about = {
    id,
    required: isRequired,
    "aria-describedby": `${id}-told`,
    "aria-invalid": wrong !== undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? "unseen" : "label"}>
        {label}
      </label>
      {children(about)}
      <div id={`${id}-told`}>
        {help === undefined ? null : <span className="help">{help}</span>}
        {wrong === undefined ? null : <span className="wrong">{wrong}</span>}
      </div>
    </div>
  );
}
