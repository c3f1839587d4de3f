import { useId } from "react";

/** One of a few, all of them shown. */
export function Radios<Value extends string>({
  label,
  options,
  chosen,
  choose,
}: {
  label: string;
  options: readonly { value: Value; label: string }[];
  chosen: Value | null;
  choose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="plain choices">
      <legend className="label">{label}</legend>
      {options.map((each) => (
        <label key={each.value} className="choice">
          <input
            type="radio"
            name={name}
            autoComplete="off"
            checked={chosen === each.value}
            onChange={() => choose(each.value)}
          />
          {each.label}
        </label>
      ))}
    </fieldset>
  );
}
