import { decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import type { Spread } from "./tables";

const WIDE = 720;
const NAMES = 220;
const STEP = 34;
const TOP = 12;
const BOX = 14;
const LINES = [0, 50, 70, 90, 100];

/** From the lowest to the highest signed score of each unit, the middle half as a box; the table
 * beneath says the same numbers. */
export default function Chart({ spreads }: { spreads: Spread[] }) {
  const rows = spreads.filter((each) => each.middle !== null);
  if (rows.length === 0) return null;
  const high = TOP + rows.length * STEP;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <figure className="chart" tabIndex={0}>
      <svg viewBox={`0 0 ${WIDE} ${high + 20}`} role="img" aria-label={told(rows)}>
        {LINES.map((points) => (
          <g key={points}>
            <line className="chart-line" x1={at(points)} x2={at(points)} y1={TOP} y2={high} />
            <text className="chart-word" x={at(points)} y={high + 15} textAnchor="middle">
              {points}
            </text>
          </g>
        ))}
        {rows.map((each, place) => (
          <Row key={each.id} spread={each} y={TOP + STEP * (place + 0.5)} />
        ))}
      </svg>
      <figcaption className="quiet small">{say("spread.chart")}</figcaption>
    </figure>
  );
}

function Row({ spread, y }: { spread: Spread; y: number }) {
  const { lowest, firstQuarter, middle, thirdQuarter, highest } = spread;
  const [from, to] = [at(Number(firstQuarter)), at(Number(thirdQuarter))];
  return (
    <g>
      <text className="chart-word" x={NAMES - 12} y={y + 4} textAnchor="end">
        {short(spread.name)}
      </text>
      <line
        className="chart-reach"
        x1={at(Number(lowest))}
        x2={at(Number(highest))}
        y1={y}
        y2={y}
      />
      <rect
        className="chart-box"
        x={from}
        y={y - BOX / 2}
        width={Math.max(to - from, 2)}
        height={BOX}
        rx="2"
      />
      <line
        className="chart-middle"
        x1={at(Number(middle))}
        x2={at(Number(middle))}
        y1={y - BOX / 2 - 3}
        y2={y + BOX / 2 + 3}
      />
    </g>
  );
}

/** How far to the right a number of points is drawn. */
function at(points: number): number {
  return NAMES + (points / 100) * (WIDE - NAMES - 20);
}

const LONGEST = 30;

function short(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

function told(rows: Spread[]): string {
  const numbers = rows.map((each) =>
    say("spread.point", {
      unit: each.name,
      lowest: shown(each.lowest),
      middle: shown(each.middle),
      highest: shown(each.highest),
    }),
  );
  return `${say("spread.chart")} ${numbers.join("; ")}`;
}

function shown(exact: string | null): string {
  return exact === null ? "—" : decimal(exact, language());
}
