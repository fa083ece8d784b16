// Plain JavaScript that any Node can parse: an old Node must be able to say what is wrong before it meets TypeScript.
const WANTED = 26;

/** Ends the process with one plain sentence when the running Node is older than the one Dateline needs. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= WANTED) return;
  console.error(
    `Dateline needs Node ${WANTED} or newer and this is Node ${process.versions.node}: start it with "npm start" or "npm run dateline" after "npm ci", which bring Node ${WANTED} along.`,
  );
  process.exit(1);
}
