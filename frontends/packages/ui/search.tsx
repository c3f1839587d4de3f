import { say } from "@congtam/i18n";
import type { KeyboardEvent } from "react";
import { Icon } from "./icon";

/** What is looked for; Escape clears it. */
export function Search({
  label,
  value,
  onChange,
  onEnter,
  autoFocus = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onEnter?: () => void;
  autoFocus?: boolean;
}) {
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Enter" && onEnter) {
      event.preventDefault();
      onEnter();
    }
    if (event.key === "Escape" && value !== "") {
      // A dialog around it stays open.
      event.stopPropagation();
      onChange("");
    }
  };
  return (
    <div className="field search">
      <div className="search-box">
        <input
          type="search"
          className="input"
          aria-label={label}
          placeholder={label}
          value={value}
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={pressed}
        />
        {value === "" ? null : (
          <button
            type="button"
            className="search-clear"
            aria-label={say("ui.clearSearch")}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChange("")}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
    </div>
  );
}
