/** What GraphiQL shows to begin with: the own unit's open month, as its head sees it. */
export const FIRST_QUESTION = `# The worklist of the units that you head, with everything a score follows from.
query Worklist {
  myUnits(first: 5) {
    name
    months(first: 1) {
      nodes {
        period
        state
        sheets(first: 25) {
          state
          total
          level
          person { fullName }
          position { name }
          marks { criterion self head }
          lines(first: 10) {
            units
            completed
            qualityFailures
            delays
            product { code name }
          }
          allowedActions
        }
      }
    }
  }
}
`;
