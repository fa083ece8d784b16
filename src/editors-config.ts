import { z } from 'zod';

/** Who decides on what readers suggest, and where it is put before them. */
export interface EditorsSettings {
  /** Slack's id of the editors' channel; absent where suggestions are only kept. */
  channel?: string;
  /** Slack's ids of those who may decide; where there are none, whoever is in the channel may. */
  people: readonly string[];
}

const SHOW_ID = 'open its details in Slack, where the id stands at the bottom';

/** The variables of the editors, each in the form of those in config.ts. */
export const editorsEnvironment = z.object({
  DATELINE_EDITORS_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/, `must be the id of a channel, such as C0123456789: ${SHOW_ID}.`)
    .optional()
    .meta({
      description: 'Channel in which editors accept or decline what readers suggest; the bot must be in it.',
      byDefault: 'none: suggestions are kept, and nobody is told',
    }),
  DATELINE_EDITORS: z
    .string()
    .transform((value) => value.split(',').map((id) => id.trim()))
    .refine(
      (ids) => ids.every((id) => /^[UW][A-Z0-9]+$/.test(id)),
      'must be ids of people, such as U0123456789, with commas between: copy each from the menu of the person’s profile.',
    )
    .default([])
    .meta({
      description: 'Ids of the people who may decide, with commas between.',
      byDefault: "everybody in the editors' channel",
    }),
});

/** The editors' settings of what the environment says. */
export function editorsSettings(env: z.infer<typeof editorsEnvironment>): EditorsSettings {
  const { DATELINE_EDITORS_CHANNEL: channel, DATELINE_EDITORS: people } = env;
  return { ...(channel === undefined ? {} : { channel }), people };
}
