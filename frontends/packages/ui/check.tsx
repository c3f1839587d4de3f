import { useId } from "react";

/** A box to tick, with its words beside it. */
export function Check({
  label,
  more,
  checked,
  change,
}: {
  label: string;
  /** What tells it from others with the same words, for those who do not see the row. */
  more?: string;
  checked: boolean;
  change: () => void;
}) {
  const id = useId();
  return (
    <span className="check">
      <input id={id} type="checkbox" checked={checked} onChange={change} />
      <label htmlFor={id}>
        {label}
        {more === undefined ? null : <span className="unseen">{` (${more})`}</span>}
      </label>
    </span>
  );
}
