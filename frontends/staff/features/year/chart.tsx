import { decimal } from "@congtam/format";
import type { MyYearQuery } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { periodName } from "@congtam/shared/period";

type Sheet = MyYearQuery["mySheets"]["nodes"][number];

const WIDE = 720;
const HIGH = 170;
const FLOOR = 140;
const BAR = 34;
const FULL = 100;
/** How many bars have room for their names, by how many months one stands for. */
const MOST: Readonly<Record<number, number>> = { 1: 12, 3: 8 };
const LINES = [50, 70, 90, FULL];

/** The totals of at most twelve months or eight quarters as bars, the latest at the right; the table
 * says the same. */
export function Chart({ sheets }: { sheets: Sheet[] }) {
  const months = sheets
    .filter((sheet) => sheet.total !== null)
    .slice(0, MOST[about(sheets).months])
    .reverse();
  if (months.length < 2) return null;
  const step = (WIDE - 40) / months.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <figure className="chart" tabIndex={0}>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={told(months)}>
        {LINES.map((line) => (
          <g key={line}>
            <line className="chart-line" x1="40" x2={WIDE} y1={at(line)} y2={at(line)} />
            <text className="chart-word" x="34" y={at(line) + 4} textAnchor="end">
              {line}
            </text>
          </g>
        ))}
        {months.map((sheet, place) => (
          <Bar key={sheet.id} sheet={sheet} middle={40 + step * (place + 0.5)} />
        ))}
      </svg>
      <figcaption className="quiet small">{say("year.chart", about(sheets))}</figcaption>
    </figure>
  );
}

function Bar({ sheet, middle }: { sheet: Sheet; middle: number }) {
  const total = sheet.total ?? "0";
  const top = at(Number(total));
  return (
    <g>
      <rect
        className="chart-bar"
        data-level={sheet.level}
        x={middle - BAR / 2}
        y={top}
        width={BAR}
        height={FLOOR - top}
        rx="3"
      />
      <text className="chart-value" x={middle} y={top - 4} textAnchor="middle">
        {decimal(total, language())}
      </text>
      <text className="chart-word" x={middle} y={FLOOR + 18} textAnchor="middle">
        {periodName(sheet.period, sheet.periodMonths)}
      </text>
    </g>
  );
}

/** How far down a number of points is drawn. */
function at(points: number): number {
  return FLOOR - (points / FULL) * (FLOOR - 16);
}

/** The length of the latest of them, by which they are called. */
function about(sheets: Sheet[]): { months: number } {
  return { months: sheets[0]?.periodMonths ?? 1 };
}

function told(sheets: Sheet[]): string {
  const numbers = sheets.map((sheet) =>
    say("year.point", {
      period: periodName(sheet.period, sheet.periodMonths),
      total: decimal(sheet.total ?? "", language()),
    }),
  );
  return `${say("year.chart", about(sheets))} ${numbers.join("; ")}`;
}
