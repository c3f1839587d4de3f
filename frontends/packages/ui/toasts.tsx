import { lazy, Suspense, useSyncExternalStore } from "react";
import type { Told } from "./toast-region";

const region = () => import("./toast-region");
const Region = lazy(region);

let told = false;
const listeners = new Set<() => void>();

/** Say what became of something; bad news stays until it is closed. */
export function tell(text: string, tone: Told["tone"] = "good"): void {
  told = true;
  for (const listener of listeners) listener();
  void region().then(({ add }) => add({ text, tone }));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where it is said: once in each page. */
export function Toasts() {
  const needed = useSyncExternalStore(subscribe, () => told);
  return needed ? (
    <Suspense fallback={null}>
      <Region />
    </Suspense>
  ) : null;
}
