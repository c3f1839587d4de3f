import type { Answer } from "@congtam/graph";
import { Failed, Loading, stands } from "@congtam/ui";
import { type ReactNode, useEffect } from "react";

/** What an answer holds, once it is there; until then that it is awaited, or why it does not come. */
export function Loaded<Data>({
  answer,
  isPage = false,
  children,
}: {
  answer: Answer<Data>;
  /** It is all that the screen shows. */
  isPage?: boolean;
  children: (data: Data) => ReactNode;
}) {
  const isAwaited = answer.state === "loading";
  useEffect(() => {
    if (!isAwaited) stands();
  }, [isAwaited]);
  if (answer.state === "loading") return <Loading />;
  if (answer.state === "failed")
    return <Failed isPage={isPage} code={answer.code} again={answer.again} />;
  return children(answer.data);
}
