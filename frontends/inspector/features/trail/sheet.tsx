import { SheetStoryDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { trail } from "@congtam/i18n/catalogue/inspector-trail";
import { spoken } from "@congtam/shared/period";
import { Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { ButtonLink, Card, Nothing, Page, Pager } from "@congtam/ui";
import { Story } from "./leaf";

learn(trail);

/** How a sheet came to be what it is: everything that was done to it and to its work. */
export default function SheetStory({ params }: { params: Params }) {
  const id = params.id ?? "";
  const { after, turns } = useCursor(id);
  const answer = useAnswer(SheetStoryDocument, { id, after });
  return (
    <Loaded isPage answer={answer}>
      {({ sheet, storyOfSheet: { nodes, pageInfo } }) =>
        sheet === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/inspector/people">{say("inspector.people")}</a>
          </Nothing>
        ) : (
          <Page
            title={say("trail.ofSheet", {
              who: sheet.person.fullName,
              ...spoken(sheet.period, sheet.periodMonths),
            })}
            actions={<ButtonLink href={`/inspector/sheet/${id}`}>{say("trail.sheet")}</ButtonLink>}
          >
            <Card title={say("trail.told")}>
              <Story leaves={nodes} here={id} />
              <Pager {...turns(pageInfo)} />
            </Card>
          </Page>
        )
      }
    </Loaded>
  );
}
