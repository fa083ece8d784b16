import { readFileSync, statSync } from 'node:fs';
import { type Document, isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** A parsed YAML file that still knows on which line each field stands. */
export interface YamlFile {
  file: string;
  value: unknown;
  problems: Problem[];
  /** Line (from 1) of the field at a path, or of its nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Reads and parses one YAML file; what is wrong with it comes back as problems, never as a throw. */
export function readYamlFile(file: string, shownAs: string = file): YamlFile {
  let source: string;
  try {
    // A pipe would be waited for without end.
    if (!statSync(file).isFile()) return unreadable(shownAs, 'it is no file');
    source = readFileSync(file, 'utf8');
  } catch (cause) {
    return unreadable(shownAs, (cause as NodeJS.ErrnoException).code ?? 'unknown error');
  }
  return parseYaml(source, shownAs);
}

function unreadable(file: string, why: string): YamlFile {
  const problem: Problem = {
    severity: 'error',
    rule: 'unreadable-file',
    file,
    field: '',
    message: `The file cannot be read (${why}).`,
    remedy: 'Create it, or mend its name and permissions.',
  };
  return { file, value: undefined, problems: [problem], lineOf: () => undefined };
}

/** Parses YAML text; `file` is the name that problems carry. */
export function parseYaml(source: string, file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  const problems: Problem[] = document.errors.map((error) => ({
    severity: 'error',
    rule: 'yaml-syntax',
    file,
    line: lines.linePos(error.pos[0]).line,
    field: '',
    message: `This is not valid YAML: ${error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}.`,
    remedy: 'Mend the line; a text with a colon or a leading quote needs quotes around all of it.',
  }));
  let value: unknown;
  try {
    if (problems.length === 0) value = document.toJS();
  } catch (cause) {
    problems.push({
      severity: 'error',
      rule: 'yaml-syntax',
      file,
      field: '',
      message: `This is not valid YAML: ${(cause as Error).message}.`,
      remedy: 'Write the value out; a text that begins with * or & needs quotes around it.',
    });
  }
  return {
    file,
    value,
    problems,
    lineOf: (path) => lineOf(document, lines, path),
  };
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(document, path.slice(0, length));
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** The key of a mapping entry where there is one: that is the line which an editor looks for. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | undefined {
  const last = path.at(-1);
  const parent = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (last === undefined) return document.contents ?? undefined;
  if (isMap(parent)) {
    const pair = parent.items.find((item) => String(item.key) === String(last));
    return isNode(pair?.key) ? pair.key : undefined;
  }
  const node = document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

/** `figures[2].asOf` from `['figures', 2, 'asOf']`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

/**
 * Checks a parsed file against its schema: the typed value, or the problems with line, field and remedy.
 * @param guide the document that tells an editor how such a file is written
 */
export function validate<T>(
  file: YamlFile,
  schema: z.ZodType<T>,
  guide = 'data/README.md',
): { value?: T; problems: Problem[] } {
  if (file.problems.length > 0) return { problems: file.problems };
  const result = schema.safeParse(file.value);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues
    .flatMap(deepest)
    .flatMap(perKey)
    .map((issue): Problem => {
      const line = file.lineOf(issue.path);
      return {
        severity: 'error',
        rule: 'schema',
        file: file.file,
        ...(line === undefined ? {} : { line }),
        field: fieldPath(issue.path),
        message: messageOf(issue),
        remedy: remedyOf(issue, guide),
      };
    });
  return { problems };
}

type Issue = z.core.$ZodIssue;

/** A union reports each branch; the branch that got furthest is the one its author meant. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) =>
    branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue),
  );
  const further = branches.filter((branch) => branch.some((inner) => inner.path.length > issue.path.length));
  return further[0] ?? [issue];
}

/** An unknown field is reported where it stands, each by itself. */
function perKey(issue: Issue): Issue[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
}

function messageOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `There is no field called ${issue.keys.join(', ')}.`;
  if (issue.code === 'invalid_type' && issue.input === undefined && /received undefined/.test(issue.message)) {
    return `The field is missing (${issue.expected} expected).`;
  }
  if (issue.code === 'invalid_type') {
    const received = /received (\w+)/.exec(issue.message)?.[1] ?? 'something else';
    return `The value is ${article(received)}, ${article(issue.expected)} is expected.`;
  }
  if (issue.code === 'invalid_value') return 'The value is none of those allowed.';
  if (issue.code === 'custom' || /^(is|has|names|needs|runs|cites|")/.test(issue.message))
    return `The value ${issue.message}.`;
  return `The value is ${issue.message.replace(/^Invalid /, 'no valid ').replace(/^T/, 't')}.`;
}

function remedyOf(issue: Issue, guide: string): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Remove it or mend its spelling; ${guide} lists the fields.`;
    case 'invalid_type':
      return `Write ${article(issue.expected)} here.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return `Write one of the forms that ${guide} gives for this field.`;
    default:
      return `Correct the value; ${guide} shows the form.`;
  }
}

function article(expected: string): string {
  if (expected === 'null' || expected === 'undefined') return 'empty';
  if (expected === 'array') return 'a list';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
