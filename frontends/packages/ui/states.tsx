import { say } from "@congtam/i18n";
import type { ReactNode } from "react";
import { Button } from "./button";

/** What a place says where there is nothing to show, written for a person; `isPage` where it is all
 * that the screen says. */
export function Nothing({
  title,
  isPage = false,
  children,
}: {
  title: string;
  isPage?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className="state">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
    </div>
  );
}

export function Loading() {
  return (
    <div className="state" role="status">
      <p className="quiet">{say("ui.loading")}</p>
    </div>
  );
}

/** The gateway did not answer, or answered with a failure: `code` is for whoever is asked for help. */
export function Failed({
  code,
  isPage = false,
  again,
}: {
  code: string;
  isPage?: boolean;
  again: () => void;
}) {
  const title = say(code === "NETWORK" ? "ui.offline" : "ui.failed");
  return (
    <div className="state" role="alert">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p className="quiet">{say("ui.failedCode", { code })}</p>
      <Button onPress={again}>{say("ui.again")}</Button>
    </div>
  );
}
