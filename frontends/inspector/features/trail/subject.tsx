import { SubjectStoryDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { trail } from "@congtam/i18n/catalogue/inspector-trail";
import { Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { Card, Nothing, Page, Pager } from "@congtam/ui";
import { Story } from "./leaf";

learn(trail);

/** What was done to one row: work, a delivery, a petition, a class, a signal. */
export default function SubjectStory({ params }: { params: Params }) {
  const id = params.id ?? "";
  const { after, turns } = useCursor(id);
  const answer = useAnswer(SubjectStoryDocument, { id, after });
  return (
    <Loaded isPage answer={answer}>
      {({ auditOf: { nodes, pageInfo } }) => {
        const what = nodes.find((each) => each.subjectName !== null)?.subjectName;
        if (nodes.length === 0) return <Nothing isPage title={say("trail.none")} />;
        return (
          <Page title={what ? say("trail.of", { what }) : say("inspector.story")}>
            <Card title={say("trail.latestFirst")}>
              <Story leaves={nodes} here={id} />
              <Pager {...turns(pageInfo)} />
            </Card>
          </Page>
        );
      }}
    </Loaded>
  );
}
