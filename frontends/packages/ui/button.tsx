import type { ReactNode } from "react";

interface Look {
  kind?: "main" | "plain" | "quiet";
  size?: "small" | "normal";
}

/** A button; while what it began goes on (`isPending`) it keeps its focus and begins nothing more. It
 * is the browser's own: a page of them stands at once, and nothing is loaded for it. */
export function Button({
  kind = "plain",
  size = "normal",
  isDisabled = false,
  isPending = false,
  onPress,
  children,
  ...told
}: Look & {
  isDisabled?: boolean;
  isPending?: boolean;
  onPress?: () => void;
  autoFocus?: boolean;
  "aria-label"?: string;
  "aria-expanded"?: boolean;
  children: ReactNode;
}) {
  return (
    <button
      {...told}
      type="button"
      className="button"
      data-kind={kind}
      data-size={size}
      data-pending={isPending || undefined}
      disabled={isDisabled}
      onClick={() => {
        if (!isPending) onPress?.();
      }}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  kind = "plain",
  size = "normal",
  href,
  children,
}: Look & { href: string; children: ReactNode }) {
  return (
    <a className="button" data-kind={kind} data-size={size} href={href}>
      {children}
    </a>
  );
}
