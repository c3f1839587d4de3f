const PATHS = {
  up: "M2 8 6 4l4 4",
  down: "m2 4 4 4 4-4",
  left: "M8 2 4 6l4 4",
  right: "m4 2 4 4-4 4",
  close: "m2 2 8 8M10 2l-8 8",
  calendar: "M1.5 3h9v7.5h-9zM1.5 5.5h9M4 1.5V4M8 1.5V4",
  check: "m1.5 6.5 3 3 6-7",
} as const;

/** A small drawing beside words that say the same; nothing to a screen reader. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" width="12" height="12" fill="none">
      <path
        d={PATHS[name]}
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
