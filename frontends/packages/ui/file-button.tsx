import { useRef } from "react";
import { Button } from "./button";

/** A button that asks for files of this machine. */
export function FileButton({
  label,
  many = false,
  choose,
}: {
  label: string;
  /** Whether several are taken at once. */
  many?: boolean;
  choose: (files: File[]) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" onPress={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        multiple={many}
        onChange={(event) => {
          choose(Array.from(event.target.files ?? []));
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}
