import { compareDecimals, decimal, minus, parseDecimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { type KeyboardEvent, useState } from "react";
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components";

interface Said {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string | undefined;
  /** What is wrong with the value, for a person. */
  wrong?: string | undefined;
  isRequired?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
}

export function TextField({
  label,
  help,
  wrong,
  isLabelHidden = false,
  ...props
}: Said & {
  placeholder?: string;
  /** In a table, whose column says what it is. */
  isLabelHidden?: boolean;
  /** What the browser is not to remember. */
  autoComplete?: "off";
}) {
  const { placeholder = "", ...rest } = props;
  return (
    <AriaTextField className="field" {...rest} isInvalid={wrong !== undefined}>
      <Label className={isLabelHidden ? "unseen" : "label"}>{label}</Label>
      <Input className="input" placeholder={placeholder} />
      <Explained help={help} wrong={wrong} />
    </AriaTextField>
  );
}

export function LongTextField({ label, help, wrong, ...props }: Said) {
  return (
    <AriaTextField className="field" {...props} isInvalid={wrong !== undefined}>
      <Label>{label}</Label>
      <TextArea className="input" />
      <Explained help={help} wrong={wrong} />
    </AriaTextField>
  );
}

function Explained({ help, wrong }: { help: string | undefined; wrong: string | undefined }) {
  return (
    <>
      {help === undefined ? null : (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="wrong">{wrong}</FieldError>
    </>
  );
}

const STEP = "0.25";

/** Points between nothing and `most`: typed with a comma or a point, or changed by the arrow keys. */
export function MarkField({
  label,
  value,
  most,
  onChange,
  describedBy,
  autoFocus = false,
}: {
  label: string;
  /** An exact decimal, or empty. */
  value: string;
  most: string;
  onChange: (value: string) => void;
  describedBy?: string;
  autoFocus?: boolean;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === "" ? "" : decimal(value, language()));
  const wrong = isWrong(typed === null ? value : parseDecimal(typed, language()), most);
  const type = (text: string) => {
    setTyped(text);
    const exact = parseDecimal(text, language());
    if (text.trim() === "" || exact !== null) onChange(exact ?? "");
  };
  const step = (event: KeyboardEvent) => {
    const stepped = stepFrom(value, event.key, most);
    if (stepped === null) return;
    event.preventDefault();
    setTyped(null);
    onChange(stepped);
  };
  return (
    <AriaTextField
      className="field mark"
      aria-label={label}
      value={shown}
      onChange={type}
      onKeyDown={step}
      onBlur={() => setTyped(null)}
      isInvalid={wrong}
      autoFocus={autoFocus}
      {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
    >
      <Input className="input" inputMode="decimal" autoComplete="off" />
      <FieldError className="wrong">
        {wrong ? say("ui.markBetween", { most: decimal(most, language()) }) : null}
      </FieldError>
    </AriaTextField>
  );
}

function isWrong(exact: string | null, most: string): boolean {
  if (exact === "") return false;
  return exact === null || compareDecimals(exact, "0") < 0 || compareDecimals(exact, most) > 0;
}

/** The mark a quarter point up or down, within its bounds; null for any other key. */
export function stepFrom(value: string, key: string, most: string): string | null {
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const from = value === "" ? (key === "ArrowUp" ? `-${STEP}` : most) : value;
  const stepped = key === "ArrowUp" ? minus(from, `-${STEP}`) : minus(from, STEP);
  if (compareDecimals(stepped, "0") < 0) return "0";
  return compareDecimals(stepped, most) > 0 ? most : stepped;
}
