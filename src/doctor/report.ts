import type { Finding, Level } from './finding.ts';

/** Whether Dateline can do its work: nothing that was looked at is a problem. */
export function isWell(findings: readonly Finding[]): boolean {
  return findings.every(({ level }) => level !== 'problem');
}

/** A line for each finding, and one that counts. */
export function reportText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map(
    ({ check, level, message }) => `${level.padEnd('not checked'.length)}  ${check.padEnd(width)}  ${message}`,
  );
  return `${[...lines, summary(findings)].join('\n')}\n`;
}

/** The findings for a program. */
export function reportJson(findings: readonly Finding[]): string {
  return `${JSON.stringify({ ok: isWell(findings), findings })}\n`;
}

function summary(findings: readonly Finding[]): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const [problems, warnings, unchecked] = [count('problem'), count('warning'), count('not checked')];
  const told = [`${problems} ${problems === 1 ? 'problem' : 'problems'}`];
  told.push(`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`);
  if (unchecked > 0) told.push(`${unchecked} not checked`);
  return told.join(', ');
}
