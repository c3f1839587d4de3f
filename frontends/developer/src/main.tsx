import "graphiql/style.css";
import { currentSession, loginUrl } from "@congtam/session";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { FIRST_QUESTION } from "./first-question";

const page = createRoot(document.getElementById("page") as HTMLElement);

async function show(): Promise<void> {
  const session = await currentSession();
  if (!session.signedIn) {
    page.render(
      <p className="notice">
        GraphiQL asks on behalf of the person who is signed in. <a href={loginUrl()}>Sign in</a>
      </p>,
    );
    return;
  }
  const fetcher = createGraphiQLFetcher({
    url: "/graphql",
    headers: { "x-csrf-token": session.csrfToken },
  });
  page.render(
    <GraphiQL fetcher={fetcher} defaultQuery={FIRST_QUESTION} shouldPersistHeaders={false} />,
  );
}

show().catch((problem: unknown) => {
  page.render(<p className="notice">The server does not answer: {String(problem)}</p>);
});
