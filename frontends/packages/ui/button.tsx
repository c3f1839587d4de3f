import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";

interface Look {
  kind?: "main" | "plain" | "quiet";
  size?: "small" | "normal";
}

/** A button; while what it began goes on (`isPending`) it keeps its focus and begins nothing more. */
export function Button({
  kind = "plain",
  size = "normal",
  isPending = false,
  onPress,
  ...props
}: Omit<ButtonProps, "className"> & Look) {
  return (
    <AriaButton
      {...props}
      className="button"
      data-kind={kind}
      data-size={size}
      data-pending={isPending || undefined}
      onPress={(event) => {
        if (!isPending) onPress?.(event);
      }}
    />
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
