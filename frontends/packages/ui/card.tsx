import type { ReactNode } from "react";
import type { Tone } from "./badge";

/** One screen: its title, what can be done there, and what it shows. */
export function Page({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page">
      <title>{title}</title>
      <div className="page-head">
        <h1>{title}</h1>
        {actions === undefined ? null : <div className="row">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export function Card({
  title,
  aside,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="card">
      {title === undefined ? null : (
        <div className="row spread">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** Names with what they are; `isWide` where levels stand among them, whose names are long. */
export function Facts({ isWide = false, children }: { isWide?: boolean; children: ReactNode }) {
  return <dl className={isWide ? "facts wide" : "facts"}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Notice({ tone = "info", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className="notice" data-tone={tone}>
      {children}
    </div>
  );
}
