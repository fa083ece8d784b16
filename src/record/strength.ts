/**
 * How strong a page is as evidence, the strongest first: a document of who acted or decided; a wire or a major paper; any
 * other page.
 */
export const STRENGTHS = ['primary', 'major', 'other'] as const;

export type Strength = (typeof STRENGTHS)[number];
