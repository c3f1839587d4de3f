import { say } from "@congtam/i18n";
import { Check, Choice, DayField, LongTextField, TextField } from "@congtam/ui";
import { AgencyPicker, PersonPicker, PositionPicker, ProductPicker, UnitPicker } from "../choosing";
import { PaperFields, told } from "./paper";
import { askedNow, type Field, type Values, type Wrong } from "./values";

/** The fields that a form asks for, one beneath the other. */
export function FormFields({
  fields,
  values,
  wrong,
  change,
}: {
  fields: readonly Field[];
  values: Values;
  wrong: Wrong;
  change: (changes: Values) => void;
}) {
  return askedNow(fields, values).map((field) => (
    <OneField key={field.name} {...{ field, values, wrong, change }} />
  ));
}

function OneField({
  field,
  values,
  wrong,
  change,
}: {
  field: Field;
  values: Values;
  wrong: Wrong;
  change: (changes: Values) => void;
}) {
  const value = values[field.name] ?? "";
  const about = {
    label: say(field.label, field.values),
    help: field.help === undefined ? undefined : say(field.help),
    wrong: told(wrong[field.name]),
    isRequired: field.isRequired ?? false,
  };
  const set = (next: string) => change({ [field.name]: next });
  const picked = {
    chosen: { id: value, name: values[`${field.name}.called`] ?? "" },
    choose: (id: string, name: string) =>
      change({ [field.name]: id, [`${field.name}.called`]: name }),
  };
  switch (field.kind) {
    case "paper":
      return <PaperFields {...about} name={field.name} {...{ values, wrong, change }} />;
    case "long":
      return <LongTextField {...about} value={value} onChange={set} maxLength={20_000} />;
    case "day":
      return <DayField {...about} value={value} onChange={set} />;
    case "check":
      return (
        <Check
          label={about.label}
          checked={value === "true"}
          change={() => set(value === "true" ? "" : "true")}
        />
      );
    case "choice":
      return (
        <Choice
          {...about}
          value={value}
          options={field.options}
          choose={set}
          none={say("form.choose")}
        />
      );
    case "person":
      return <PersonPicker {...about} {...picked} agency={field.agency} />;
    case "unit":
      return (
        <UnitPicker
          {...about}
          {...picked}
          agency={field.agency}
          without={field.without === undefined ? [] : [field.without]}
        />
      );
    case "position":
      return <PositionPicker {...about} {...picked} agency={field.agency} />;
    case "product":
      return <ProductPicker {...about} {...picked} agency={field.agency} />;
    case "agency":
      return <AgencyPicker {...about} {...picked} without={field.without} />;
    default:
      return <TextField {...about} value={value} onChange={set} maxLength={2_000} />;
  }
}
