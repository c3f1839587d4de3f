import { instant } from "@congtam/format";
import {
  MarkNoticeDocument,
  MyNoticesDocument,
  type MyNoticesQuery,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Loaded, useTold } from "@congtam/shared/shell";
import { Badge, Button, Card, Nothing, Page } from "@congtam/ui";

type Notice = MyNoticesQuery["myNotices"]["nodes"][number];

/** My inbox: what I am told by the program, and by nobody else. */
export function Inbox() {
  const answer = useAnswer(MyNoticesDocument, {});
  return (
    <Page title={say("inbox.title")}>
      <Loaded answer={answer}>
        {({ myNotices }) => (
          <Card>
            {myNotices.nodes.length === 0 ? (
              <Nothing title={say("inbox.none")}>
                <p className="quiet">{say("inbox.noneWhy")}</p>
              </Nothing>
            ) : (
              <ul className="plain">
                {myNotices.nodes.map((notice) => (
                  <Told key={notice.id} notice={notice} />
                ))}
              </ul>
            )}
            {myNotices.pageInfo.hasNextPage ? (
              <p className="quiet small">{say("inbox.more")}</p>
            ) : null}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

function Told({ notice }: { notice: Notice }) {
  const read = notice.readAt !== null;
  const { act, pending } = useTold(
    useDeed(MarkNoticeDocument, notice.title),
    say(read ? "inbox.markedUnread" : "inbox.markedRead"),
  );
  return (
    <li className="told">
      <div className="stack-tight">
        <div className="row">
          <h2 className={read ? "quiet" : ""}>{notice.title}</h2>
          {read ? null : <Badge tone="info">{say("inbox.new")}</Badge>}
        </div>
        <p>{notice.text}</p>
        <span className="quiet small">{instant(notice.createdAt)}</span>
      </div>
      <Button
        size="small"
        isPending={pending}
        onPress={() => act({ notice: notice.id, version: notice.version, read: !read })}
      >
        {say(read ? "inbox.markUnread" : "inbox.markRead")}
      </Button>
    </li>
  );
}
