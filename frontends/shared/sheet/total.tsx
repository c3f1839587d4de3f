import { decimal, instant } from "@congtam/format";
import type { SheetPartsFragment } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Card, Fact, Facts } from "@congtam/ui";
import { LevelBadge } from "./words";

/** The number of a sheet, its level, and the parts that it is made of. */
export function Total({ sheet }: { sheet: SheetPartsFragment }) {
  const shares = [
    ["result.a", sheet.quantity],
    ["result.b", sheet.quality],
    ["result.c", sheet.progress],
    ["result.d", sheet.unitResult],
    ["result.dd", sheet.organising],
    ["result.e", sheet.unity],
  ] as const;
  return (
    <Card>
      <div className="row spread">
        <div className="row">
          <span className="figure">{sheet.total === null ? "—" : shown(sheet.total)}</span>
          <div className="stack-tight">
            <span className="quiet small">{say("result.of100")}</span>
            <span>{sheet.level ? <LevelBadge level={sheet.level} /> : null}</span>
          </div>
        </div>
        <span className="quiet small">
          {sheet.releasedAt ? say("result.released", { when: instant(sheet.releasedAt) }) : null}
        </span>
      </div>
      <Facts>
        {sheet.general === null ? null : (
          <Fact name={say("result.general")}>{shown(sheet.general)}</Fact>
        )}
        {sheet.results === null ? null : (
          <Fact name={say("result.results")}>{shown(sheet.results)}</Fact>
        )}
        {shares.map(([key, value]) =>
          value === null ? null : (
            <Fact key={key} name={say(key)}>
              {shown(value)}
            </Fact>
          ),
        )}
        {sheet.rawTotal === null || sheet.rawTotal === sheet.total ? null : (
          <Fact name={say("result.raw")}>{shown(sheet.rawTotal)}</Fact>
        )}
      </Facts>
    </Card>
  );
}

function shown(exact: string): string {
  return decimal(exact, language());
}
