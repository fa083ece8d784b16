import { isObject, type Json } from '../json.ts';

/** One thing that Slack finds wrong: where, as a JSON pointer, and what. */
export interface Issue {
  pointer: string;
  message: string;
  /** The values that would be right, where there are few. */
  expected?: readonly string[];
}

export type Report = (pointer: string, message: string, expected?: readonly string[]) => void;

/** Looks at a value at a pointer and reports what is wrong with it. */
export type Check = (value: unknown, at: string, report: Report) => void;

/** A rule for one field of an object. The parameter tells the type checker whether the field may be left out. */
export interface Field<Required extends boolean> {
  required: Required;
  check: Check;
}

export const required = (check: Check): Field<true> => ({ required: true, check });
export const optional = (check: Check): Field<false> => ({ required: false, check });

/** For a field that the types of the SDK require although Slack's reference says that it may be left out. */
export const optionalInReference = (check: Check): Field<true> => optional(check) as unknown as Field<true>;

type KeyOf<T> = T extends unknown ? keyof T : never;
type MayLack<T, K extends PropertyKey> = T extends unknown
  ? K extends keyof T
    ? Record<never, never> extends Pick<T, K>
      ? true
      : false
    : true
  : never;

/**
 * One rule for each field of a type of the SDK but `type`, and none for any other: a field that is new in the SDK or was
 * misspelt here does not compile. What the type requires, the rule must require.
 */
export type Rules<T> = {
  [K in Exclude<KeyOf<T>, 'type'>]-?: true extends MayLack<T, K> ? Field<boolean> : Field<true>;
};

/** An object with a `type`, which the caller has read already. `and` looks at fields that depend on each other. */
export function typed<T extends { type: string }>(rules: Rules<T>, and?: Relation): Check {
  return fields(rules as Record<string, Field<boolean>>, ['type'], and);
}

/** An object without a `type`. */
export function plain<T>(rules: Rules<T>, and?: Relation): Check {
  return fields(rules as Record<string, Field<boolean>>, [], and);
}

export type Relation = (value: Json, at: string, report: Report) => void;

function fields(rules: Record<string, Field<boolean>>, also: readonly string[], and?: Relation): Check {
  return (value, at, report) => {
    if (!isObject(value)) return report(at, 'must be an object');
    for (const [name, rule] of Object.entries(rules)) {
      // Slack takes null for a field that was left out.
      if (value[name] !== undefined && value[name] !== null) rule.check(value[name], `${at}/${name}`, report);
      else if (rule.required) report(at, `missing required field: ${name}`);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(rules, name) && !also.includes(name)) report(at, `invalid additional property: ${name}`);
    }
    and?.(value, at, report);
  };
}

/** An object of one of several types, told apart by `type`. */
export function oneOfTypes(types: readonly string[], checks: () => Readonly<Record<string, Check>>): Check {
  return (value, at, report) => {
    if (!isObject(value)) return report(at, 'must be an object');
    if (value.type === undefined) return report(at, 'missing required field: type');
    const check = types.includes(String(value.type)) ? checks()[String(value.type)] : undefined;
    if (!check) return report(`${at}/type`, `unsupported type: ${String(value.type)}`, types);
    check(value, at, report);
  };
}

/** The members of a union of strings as a list; one too many or too few does not compile. */
export function members<Union extends string>(all: Record<Union, true>): readonly Union[] {
  return Object.keys(all) as Union[];
}
