import {
  type AnyVariables,
  type Outcome,
  type Refusal,
  type TypedDocumentNode,
  useDeed,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Button, Dialog, Notice } from "@congtam/ui";
import { useState } from "react";
import { useDrafts } from "../shell/drafts";
import { useTold } from "../shell/told";
import { FormFields } from "./fields";
import { type Field, type Values, wrongIn } from "./values";

interface Told {
  /** Under which what is typed is kept. */
  name: string;
  title: string;
  /** What the button says that opens the form, where its title would be too long there. */
  button?: string;
  /** What happens, in plain words; above all what cannot be undone. */
  why?: string;
  fields: readonly Field[];
  /** What is filled in at first. */
  start?: Values;
  confirm: string;
  /** What is said once it is done. */
  done: string;
}

/** A deed with the form that it is done by. */
export interface DeedForm extends Told {
  useSend: () => {
    send: (values: Values) => Promise<Outcome<unknown>>;
    pending: boolean;
    refusal: Refusal | null;
  };
}

/** A form for a deed: `variables` says what is sent of what was filled in. */
export function deedForm<Data extends object, Variables extends AnyVariables>({
  document,
  variables,
  ...told
}: Told & {
  document: TypedDocumentNode<Data, Variables>;
  variables: (values: Values) => Omit<Variables, "key">;
}): DeedForm {
  const useSend = () => {
    const { act, ...fate } = useTold(useDeed(document, told.title), told.done);
    return { send: (values: Values) => act(variables(values)), ...fate };
  };
  return { ...told, useSend };
}

/** A form in a dialog: it stays open, with why, where the deed is refused. */
export function DeedDialog({
  form,
  close,
  then,
}: {
  form: DeedForm;
  close: () => void;
  then?: (value: unknown) => void;
}) {
  const [kept, keep, forget] = useDrafts<Values>(`form.${form.name}`);
  const [tried, setTried] = useState(false);
  const { send, pending, refusal } = form.useSend();
  const values = { ...form.start, ...kept };
  const wrong = wrongIn(form.fields, values);
  const submit = async () => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    const outcome = await send(values);
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    close();
    if (outcome.did === "done") then?.(outcome.value);
  };
  return (
    <Dialog title={form.title} close={close}>
      {form.why === undefined ? null : <p>{form.why}</p>}
      <Refused refusal={refusal} />
      <FormFields
        fields={form.fields}
        values={values}
        wrong={tried ? wrong : {}}
        change={(changes) => keep({ ...values, ...changes })}
      />
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={submit}>
          {form.confirm}
        </Button>
      </div>
    </Dialog>
  );
}

/** Why the last try was refused. */
export function Refused({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null;
  return (
    <Notice tone="bad">
      <p role="alert">{refusal.message}</p>
    </Notice>
  );
}

/** A button for each form, and the one that is open. */
export function DeedButtons({
  forms,
  size = "normal",
  then,
}: {
  forms: readonly (DeedForm | null | undefined | false)[];
  size?: "small" | "normal";
  then?: (value: unknown) => void;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const offered = forms.filter((form) => form !== null && form !== undefined && form !== false);
  const shown = offered.find((form) => form.name === open);
  if (offered.length === 0) return null;
  return (
    <div className="row">
      {offered.map((form) => (
        <Button key={form.name} size={size} onPress={() => setOpen(form.name)}>
          {form.button ?? form.title}
        </Button>
      ))}
      {shown ? (
        <DeedDialog
          key={shown.name}
          form={shown}
          close={() => setOpen(null)}
          {...(then === undefined ? {} : { then })}
        />
      ) : null}
    </div>
  );
}
