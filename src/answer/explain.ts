import type { Answer, TraceStep } from './answer.ts';
import { type Ask, describe, find } from './ask.ts';
import { unmetBy } from './find.ts';

const SHOWN = 5;

/** How a question was read and why its answer won, step by step. */
export function explain(ask: Ask, answer: Answer): TraceStep[] {
  const { question } = ask;
  const finding = find(ask, describe(ask));
  return [
    { step: 'read', detail: question.words.map((word) => word.folded).join(' ') },
    ...question.corrections.map(({ from, to }) => ({ step: 'corrected', detail: `${from} → ${to}` })),
    {
      step: 'intent',
      detail: question.intent
        ? `${question.intent.intent} by ${question.intent.matched.slice(0, 3).join(' | ')}`
        : 'none read',
    },
    ...question.mentions.map((mention) => ({
      step: 'mention',
      detail: `“${mention.text}”: ${mention.meanings.map((meaning) => `${meaning.type} ${'id' in meaning ? meaning.id : 'kind' in meaning ? meaning.kind : meaning.ids.length}`).join(' or ')}${question.roles.has(mention.start) ? `, role ${question.roles.get(mention.start)}` : ''}`,
    })),
    ...question.dates.map((date) => ({
      step: 'date',
      detail: `“${date.text}”: ${date.operator} ${date.open ? `month ${date.open.month}${date.open.day === undefined ? '' : ` day ${date.open.day}`} of any year` : date.spans.map((span) => `${span.first} to ${span.last}`).join(' or ')}`,
    })),
    ...finding.constraints.map((constraint, column) => ({
      step: constraint.aside ? 'aside' : constraint.hard ? 'must be met' : 'counts',
      detail: `“${constraint.text}”${constraint.negation !== undefined ? ' (negated)' : ''}, weight ${finding.weights[column]!.toFixed(1)}`,
    })),
    ...(ask.subject ? [{ step: 'thread', detail: `is about ${ask.subject.id}` }] : []),
    ...finding.candidates.slice(0, SHOWN).map((candidate) => ({
      step: 'candidate',
      detail: `${candidate.facts.event.id} ${candidate.score.toFixed(3)}${candidate.possible ? '' : ' (not possible)'}; unmet: ${
        unmetBy(candidate, finding)
          .map((constraint) => constraint.text)
          .join(', ') || 'nothing'
      }`,
    })),
    {
      step: 'decided',
      detail: `${answer.status}, ${answer.kind}: ${
        answer.events
          .map((event) => event.id)
          .slice(0, SHOWN)
          .join(', ') || 'no event'
      }`,
    },
  ];
}
